import type { Spanish } from '#platform/ui';
import type { ssoLinkWords } from './sso-link-words.ts';

export const es: Spanish<typeof ssoLinkWords> = {
  area: 'sso-link',
  words: {
    title: 'Inicio de sesión único de {{name}}',
    lead: 'El proveedor conoce a {{name}} por un identificador propio, sea cual sea allí su dirección. Desvincula cuando tenga otra cuenta allí o cuando la dirección haya pasado a otra persona.',
    loading: 'Leyendo el inicio de sesión único',
    linked: 'vinculado {{when}}',
    last: 'último uso {{when}}',
    then: 'Qué pasa al desvincular',
    sessionsEnd:
      'Las sesiones abiertas aquí por inicio único se cierran al momento. Los roles y el historial se quedan.',
    anew: 'En el próximo inicio de sesión, {{provider}} vincula a quien demuestre allí la dirección {{address}}.',
    ownWay: 'También entra en este espacio con una contraseña o llave de acceso propia.',
    noWay:
      'Ningún inicio de sesión único responde por {{address}}, y ninguna contraseña ni llave de acceso le abre este espacio: {{name}} no tendría forma de entrar. Envíale entonces un enlace para una contraseña.',
    release: 'Desvincular',
    releaseOne: 'Desvincular de {{provider}}',
    released: '{{name}} ya no está vinculado con {{provider}}.',
    none: '{{name}} no está vinculado con ningún inicio de sesión único.',
    sendLink: 'Enviar un enlace para una contraseña',
    linkAsked: 'Si este servidor puede enviar correo, un enlace va en camino a {{address}}. Abre durante media hora.',
    close: 'Cerrar',
  },
};
