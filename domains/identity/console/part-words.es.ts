import type { Spanish } from '#platform/ui';
import type { identityPartWords } from './part-words.ts';

export const es: Spanish<typeof identityPartWords> = {
  area: 'identity-parts',
  words: {
    access: 'Inicio de sesión',
    people: 'Personas',
    keys: 'Claves de API',
    roles: 'Roles',
    sso: 'Inicio de sesión único',
  },
};
