import { join } from 'node:path';
import { expect, test } from 'vitest';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import { gather } from '#platform/domain';
import { originOf } from '#platform/http';
import { auditCodesOf } from './audit-acts.ts';
import { readTree } from './tree.ts';

const root = join(import.meta.dirname, '../..');
const written = auditCodesOf(readTree(root));
const house = gather(domains, desks);
/** What is written where a route of an administrator’s permission says nothing more exact. */
const asked = house.handlers.flatMap(
  ({ route }) => originOf(house, route, { ip: '', headers: {} } as never, {}).asked ?? [],
);
const known = (exact: readonly string[], ofRoutes: readonly string[]): readonly string[] =>
  [...new Set([...exact, ...ofRoutes])].toSorted();

/** The codes that have a name, in English and in Spanish. By their path: what draws in a browser has types of its own. */
async function named(file: string): Promise<readonly (readonly string[])[]> {
  const load = (end: string): Promise<unknown> =>
    import(/* @vite-ignore */ join(root, 'domains/privacy/console', `${file}${end}`));
  const english = Object.values((await load('.ts')) as Record<string, { readonly en: object }>).flatMap(({ en }) =>
    Object.keys(en),
  );
  const { es } = (await load('.es.ts')) as { readonly es: { readonly words: object } };
  return [english.toSorted(), Object.keys(es.words).toSorted()];
}

test('what the code writes into the audit log can be read from it', () => {
  expect(written.unread).toEqual([]);
  expect(written.acts.length).toBeGreaterThan(50);
  // a constant, a choice, a filled in text and a parameter
  for (const act of ['role.made', 'calendar.changed', 'macro.archived', 'view.withdrawn', 'tag.merged'])
    expect(written.acts).toContain(act);
  expect(asked.length).toBeGreaterThan(50);
});

test('every act has its name in both languages, and no name is of an act that nobody writes', async () => {
  const acts = known(
    written.acts,
    asked.map(({ action }) => action),
  );
  expect(await named('audit-act-words')).toEqual([acts, acts]);
});

test('so has every kind of thing that the log tells of', async () => {
  const kinds = known(
    written.kinds,
    asked.map(({ objectKind }) => objectKind),
  );
  expect(await named('audit-kind-words')).toEqual([kinds, kinds]);
});
