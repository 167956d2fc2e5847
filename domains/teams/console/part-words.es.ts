import type { Spanish } from '#platform/ui';
import type { teamPartWords } from './part-words.ts';

export const es: Spanish<typeof teamPartWords> = {
  area: 'teams-parts',
  words: { teams: 'Equipos' },
};
