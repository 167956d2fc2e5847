import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import { gather } from '#platform/domain';
import { auditFieldsOf, fieldsOfSchemas } from './audit-fields.ts';

const root = join(import.meta.dirname, '../..');
const house = gather(domains, desks);
const written = auditFieldsOf(root);
const set = fieldsOfSchemas({
  value: [...house.settings.values()].map(({ schema }) => schema),
  settings: [...house.channels.values()].map(({ lineSettings }) => lineSettings),
});

/** What has a name in the console, in English and in Spanish. By their path: what draws in a browser has types of its own. */
async function named(file: string): Promise<readonly (readonly string[])[]> {
  const load = (end: string): Promise<unknown> =>
    import(/* @vite-ignore */ join(root, 'domains/privacy/console', `${file}${end}`));
  const english = Object.values((await load('.ts')) as Record<string, { readonly en: object }>);
  const { es } = (await load('.es.ts')) as { readonly es: { readonly words: object } };
  return [english.flatMap(({ en }) => Object.keys(en)).toSorted(), Object.keys(es.words).toSorted()];
}

const bothOf = (part: 'fields' | 'words'): readonly string[] =>
  [...new Set([...written[part], ...set[part]])].toSorted();

test('the code says of every field in the audit log what it holds, but of what schemas say', () => {
  expect(written.open).toEqual(['settings', 'value']);
  // a column, a part within a part, a choice of the settings of a line
  for (const field of ['first_reply_seconds', 'roleIds', 'visibility']) expect(written.fields).toContain(field);
  expect(set.fields).toContain('budgetPerHour');
  expect(written.words).toContain('visibility.mine');
});

test('every field that an act records has its name in both languages, and no name is of a field that nobody writes', async () => {
  const { unsaid } = (await import(join(root, 'domains/privacy/console/audit-facts.ts'))) as {
    readonly unsaid: ReadonlySet<string>;
  };
  const fields = bothOf('fields').filter((field) => !unsaid.has(field));
  expect(await named('audit-field-words')).toEqual([fields, fields]);
});

test('what a schema calls by itself is called so in Spanish too', () => {
  expect(set.titles).toContain('Incoming mail');
  for (const title of set.titles) expect(house.say(title, 'es')).not.toBe(title);
});

test('so has every word of a list that stands in one', async () => {
  const words = bothOf('words');
  expect(await named('audit-value-words')).toEqual([words, words]);
});
