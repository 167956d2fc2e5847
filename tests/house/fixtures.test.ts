import { expect, test } from 'vitest';
import * as z from 'zod';
import { channelKinds } from '#platform/contract';
import { readFixtures } from './fixtures.ts';
import { textIn } from './rules/events-hold-no-text.ts';
import { rules } from './rules/index.ts';

const fixtures = readFixtures(new URL('fixtures', import.meta.url).pathname);

test('every rule is broken on purpose in a fixture', () => {
  expect(fixtures.map(({ rule }) => rule)).toEqual(rules.map(({ name }) => name).sort());
  expect(fixtures.filter(({ expected }) => expected.length === 0)).toEqual([]);
});

test.each(fixtures)('$rule is caught where it is broken, and nowhere else', ({ rule, tree, expected }) => {
  const found = rules.find(({ name }) => name === rule)?.check(tree) ?? [];
  const at = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`;
  expect(found.map(at).sort()).toEqual(expected.map(at).sort());
  for (const one of expected) {
    const here = found.filter((breach) => at(breach) === at(one)).map(({ says }) => says);
    expect(here).toEqual(expect.arrayContaining([expect.stringContaining(one.says)]));
  }
});

test('an event of ids, enums, numbers, times and bounded lists of these holds no text', () => {
  const body = z.object({
    id: z.uuid().brand<'EntryId'>(),
    how: z.enum(['answered', 'spam']).optional(),
    seconds: z.number().int().nullable(),
    at: z.iso.datetime(),
    channel: channelKinds.nullable(),
    was: z.boolean().default(false),
    teams: z.array(z.uuid()).max(20),
    moved: z.object({ from: z.uuid().nullable(), to: z.literal('queue') }),
    who: z.union([z.literal('customer'), z.uuid()]),
  });
  expect(textIn(body)).toEqual([]);
});

test.each([
  ['a free string', z.object({ subject: z.string() }), 'body.subject: a free string'],
  ['a bounded string', z.object({ name: z.string().max(20).nullable() }), 'body.name: a free string'],
  ["a word of one's own", z.object({ kind: z.string().regex(/^[a-z-]+$/) }), 'body.kind: a free string'],
  ['an address', z.object({ from: z.email() }), 'body.from: a free string'],
  ['a list without a bound', z.object({ ids: z.array(z.uuid()) }), 'body.ids: a list without a bound'],
  ['text in a list', z.object({ tags: z.array(z.string()).max(5) }), 'body.tags[]: a free string'],
  ['any key', z.looseObject({ id: z.uuid() }), 'body: takes any key'],
  ['a record', z.object({ custom: z.record(z.string(), z.uuid()) }), 'body.custom: record may hold text'],
  ['unknown', z.object({ before: z.unknown() }), 'body.before: unknown may hold text'],
  [
    'text inside an object',
    z.object({ old: z.object({ note: z.string() }).optional() }),
    'body.old.note: a free string',
  ],
])('an event may not hold %s', (_, body, says) => {
  expect(textIn(body)).toEqual([expect.stringContaining(says)]);
});
