import type { Spanish } from '#platform/ui';
import type { noticePartWords } from './part-words.ts';

export const es: Spanish<typeof noticePartWords> = {
  area: 'notice-parts',
  words: {
    notices: 'Avisos',
  },
};
