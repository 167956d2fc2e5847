import type { Translation } from './i18n.ts';

/** What the shared parts themselves say, in Spanish; fetched with the rest of the language. */
export async function spanishOfUi(): Promise<readonly Translation[]> {
  const found = await Promise.all([
    import('./words.es.ts'),
    import('./shortcut-words.es.ts'),
    import('./field-form-words.es.ts'),
    import('./condition-words.es.ts'),
    import('./hand-ask-words.es.ts'),
    import('./own-field-words.es.ts'),
  ]);
  return found.map(({ es }) => es);
}
