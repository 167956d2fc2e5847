import { spanishOfUi, type Translation } from '#platform/ui';

const found = import.meta.glob<{ readonly es: Translation | readonly Translation[] }>(
  ['../*/**/*.es.ts', '../../../domains/*/console/*.es.ts'],
  { eager: true },
);

/** Every area of the console in Spanish. The words and their names for things: docs/reference/spanish.md. */
export async function spanish(): Promise<readonly Translation[]> {
  return [...Object.values(found).flatMap((module) => module.es), ...(await spanishOfUi())];
}
