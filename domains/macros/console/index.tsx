import { lazy } from 'react';
import { type ConsoleParts, sayer } from '#platform/ui';
import { macroPartWords } from './part-words.ts';

const t = sayer(macroPartWords);
const Writer = lazy(async () => ({ default: (await import('./macro-writer.tsx')).MacroWriter }));
const MacrosPage = lazy(async () => ({ default: (await import('./macros-page.tsx')).MacrosPage }));

/** Asked for where several are written to at once, above the field of each. */
export const FittingAnswers = lazy(async () => ({ default: (await import('./fitting-answers.tsx')).FittingAnswers }));

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
