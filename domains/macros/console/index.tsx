import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { macroPartWords } from './part-words.ts';

const t = sayer(macroPartWords);
const Writer = lazy(async () => ({ default: (await import('./macro-writer.tsx')).MacroWriter }));
const MacrosPage = lazy(async () => ({ default: (await import('./macros-page.tsx')).MacrosPage }));

/** What this domain brings to the console. */
export const parts: ConsoleParts = {
  writing: [{ id: 'macros', component: Writer }],
  settingsPages: [
    {
      id: 'macros',
      get title() {
        return t('macros');
      },
      group: 'answer',
      component: MacrosPage,
    },
  ],
};
