import type { Spanish } from '#platform/ui';
import type { whyWords } from './why-here.tsx';

export const es: Spanish<typeof whyWords> = {
  area: 'why',
  words: {
    title: '¿Por qué está aquí este mensaje?',
    'delivery-report': 'Informa sobre un mensaje que enviamos desde esta conversación.',
    'plus-token': 'Se envió a la dirección que solo tiene esta conversación.',
    'in-reply-to': 'Dice que responde a un mensaje de esta conversación.',
    references: 'Nombra mensajes de esta conversación como anteriores a él.',
    'subject-tag': 'Su asunto nombra esta conversación, y quien lo envía participa en ella.',
    forward: 'Es un reenvío, así que empezó una conversación propia.',
    'not-a-participant': 'Nombra una conversación en la que no participa quien lo envía, así que empezó una propia.',
    'sender-unproven':
      'No está probado quién lo envía: nombra una conversación o un cliente, y aun así está aparte de ambos.',
    'nothing-known': 'Aquí no se conoce nada de lo que nombra, así que empezó una conversación.',
    'named-before': 'Un mensaje de esta conversación lo nombró antes de que llegara.',
    thread: 'Esta línea abre una conversación por cada hilo.',
    'open-conversation': 'Esta línea lo añade a la conversación abierta del cliente.',
    customer: 'Esta línea lleva una conversación por cada cliente.',
    other: 'Lo colocó la regla «{{rule}}».',
    score: 'Certeza {{percent}} %',
    ids: 'Nombraba',
    movedHere: '{{who}} lo movió aquí, {{when}}.',
    mergedHere: '{{who}} lo unió aquí desde otra conversación, {{when}}.',
    splitHere: '{{who}} lo separó de otra conversación, {{when}}.',
    from: '{{said}} Antes estaba en la n.º {{number}}.',
    putBack: 'Devolverlo',
    somebody: 'Alguien',
    atFirst: 'Cuando llegó:',
    wrong: '¿Su sitio es otro?',
  },
};
