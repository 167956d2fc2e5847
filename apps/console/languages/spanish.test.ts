import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Translation, Words } from '#platform/ui';

const root = join(import.meta.dirname, '../../..');
const places = ['apps/console', 'domains/*/console', 'platform/ui'];
const files = places
  .flatMap((place) => globSync(`${place}/**/*.{ts,tsx}`, { cwd: root }))
  .filter((file) => !file.includes('.test.'));
const load = (file: string) => import(/* @vite-ignore */ join(root, file)) as Promise<Record<string, unknown>>;

test('every area that the console speaks of is there in Spanish', () => {
  const areas = (among: readonly string[], pattern: RegExp): string[] =>
    among.flatMap((file) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(pattern)].map((found) => found[1] ?? ''),
    );
  const english = areas(
    files.filter((file) => !file.endsWith('.es.ts')),
    /\bwords\('([\w-]+)'/gu,
  );
  const spanish = areas(
    files.filter((file) => file.endsWith('.es.ts')),
    /area: '([\w-]+)'/gu,
  );
  expect(english.length).toBeGreaterThan(70);
  expect(spanish.toSorted()).toEqual(english.toSorted());
});

const filled = (text: string): string => [...text.matchAll(/\{\{?\w+\}?\}/gu)].map(String).toSorted().join(' ');
/** One word for one thing (docs/reference/spanish.md): what each is never called. */
const never =
  /\btickets?\b|\bzonas? horarias?\b|\bfeedback\b|\bdashboards?\b|\bservicio al cliente\b|\baplicar (a|para)\b/iu;

test('what is filled into an English text is filled into the Spanish one, and each thing has its one word', async () => {
  const wrong: string[] = [];
  for (const file of files.filter((one) => one.endsWith('.es.ts'))) {
    const { es } = (await load(file)) as { readonly es: Translation };
    const beside = ['.ts', '.tsx'].map((end) => file.replace('.es.ts', end)).find((one) => files.includes(one));
    const parts = Object.values(beside === undefined ? {} : await load(beside)) as (Partial<Words> | undefined)[];
    const en = parts.find((part) => part?.area === es.area)?.en;
    if (en === undefined) wrong.push(`${es.area} has no English beside it`);
    for (const [key, text] of Object.entries(es.words)) {
      const said = en?.[key] ?? en?.[key.replace(/_many$/u, '_other')] ?? '';
      if (filled(said) !== filled(text) || text.trim() === '' || never.test(text))
        wrong.push(`${es.area}.${key}: ${text}`);
    }
  }
  expect(wrong).toEqual([]);
});

test('Spanish asks for no form of a number that is not written', async () => {
  const forms = new Intl.PluralRules('es').resolvedOptions().pluralCategories;
  expect(forms.toSorted()).toEqual(['many', 'one', 'other']);
});
