import type { Spanish } from '#platform/ui';
import type { remoteWords } from './mail-frame.tsx';

export const es: Spanish<typeof remoteWords> = {
  area: 'remote-pictures',
  words: {
    always: 'Mostrar siempre las de {{name}}',
    askAgain: 'Las imágenes de {{name}} se muestran siempre: volver a preguntar',
  },
};
