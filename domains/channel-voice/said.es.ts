import type { Phrases } from '#platform/words';

/** Calls in Spanish. */
export const es: Phrases = {
  'You are in a call already': 'Ya estás en una llamada',
  'End that call before you answer another.': 'Termina esa llamada antes de contestar otra.',
  'Somebody else answered this call': 'Otra persona contestó esta llamada',
  'Nothing to do: the customer is with them.': 'No hay nada que hacer: el cliente está con esa persona.',
  'You may not do this with this call': 'No puedes hacer esto con esta llamada',
  'This call is not being spoken': 'En esta llamada no se está hablando',
  'Answer it first.': 'Contéstala primero.',
  'This call is somebody else’s': 'Esta llamada es de otra persona',
  'Ask them, or their leader.': 'Pregúntale, o pregunta a quien dirige su equipo.',
  'This call is over': 'Esta llamada terminó',
  'Call back, or write in the conversation.': 'Devuelve la llamada o escribe en la conversación.',
  'Say which line rings': 'Di qué línea suena',
  'Name the line by its id.': 'Nombra la línea por su identificador.',
  'The call is not over yet': 'La llamada aún no ha terminado',
  'End it, then wrap up.': 'Termínala y después ciérrala.',
  'Only teammates take calls.': 'Solo los miembros del equipo atienden llamadas.',
  Phone: 'Teléfono',
  'Simulated: no telephone is behind it yet': 'Simulada: aún no hay un teléfono detrás',
  'Take calls, and see those that ring': 'Atender llamadas y ver las que suenan',
  'Let simulated callers ring': 'Hacer que suenen llamadas simuladas',
  'How long a call rings for one teammate before it goes to the next, in seconds.':
    'Cuánto suena una llamada para una persona antes de pasar a la siguiente, en segundos.',
  'How long a caller waits before the call is missed and their matter waits in the queue, in seconds.':
    'Cuánto espera quien llama antes de que la llamada se dé por perdida y su asunto espere en la cola, en segundos.',
};
