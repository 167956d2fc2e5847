import type { ReactElement } from 'react';
import { Chip, useWords } from '#platform/ui';
import type { ImprovementState } from '../contract.ts';
import { improvementWords } from './words.ts';

const tones = { open: 'outline', taken: 'plain', done: 'ok', declined: 'plain' } as const;

/** Where it stands, in a word. */
export function StateChip({ state }: { readonly state: ImprovementState }): ReactElement {
  const t = useWords(improvementWords);
  return <Chip tone={tones[state]}>{t(state)}</Chip>;
}
