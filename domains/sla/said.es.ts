import type { Phrases } from '#platform/words';

/** Promises in Spanish. */
export const es: Phrases = {
  Standard: 'Estándar',
  'There is no queue of this name': 'No hay ninguna cola con este nombre',
  'Name it under "queues" first, or mend the spelling.': 'Nómbrala antes en "queues" o corrige cómo está escrita.',
  'Choose a queue of the brand.': 'Elige una cola de la marca.',
  'There are 200 policies already': 'Ya hay 200 reglas',
  'Archive one first.': 'Archiva antes una.',
  'Change what is promised to customers': 'Cambiar lo que se promete a los clientes',
  'First reply time': 'Tiempo hasta la primera respuesta',
  'Business time from when a customer’s contact started to the first reply by a human, as the median. Counted are conversations whose contact started in the period and which were answered; automatic answers do not count, and time outside the business hours of the promise does not either.':
    'Tiempo de atención desde que empezó el contacto de un cliente hasta la primera respuesta de una persona, como mediana. Cuentan las conversaciones cuyo contacto empezó en el período y que se respondieron; no cuentan las respuestas automáticas ni el tiempo fuera del horario de la promesa.',
  'A reply to your customer is due soon': 'Pronto vence una respuesta a tu cliente',
  'What customers are promised, in seconds of the hours named; the first that fits counts.':
    'Qué se promete a los clientes, en segundos del horario nombrado; cuenta la primera que encaja.',
};
