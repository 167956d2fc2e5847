import type { Phrases } from '#platform/words';

/** Chats in Spanish. */
export const es: Phrases = {
  'You have as many chats as you may have at once': 'Tienes tantos chats como puedes tener a la vez',
  'Close one, or hand one on; an administrator sets the number in Settings.':
    'Cierra uno o pásalo a otra persona; quien administra fija el número en Ajustes.',
  'Say which line it comes in on': 'Di por qué línea llega',
  'Name the line by its id.': 'Nombra la línea por su identificador.',
  'Somebody else took this chat': 'Otra persona tomó este chat',
  'Nothing to do: the customer is with them.': 'No hay nada que hacer: el cliente está con esa persona.',
  'Only teammates take chats.': 'Solo los miembros del equipo atienden chats.',
  Chat: 'Chat',
  'Simulated: no website is behind it yet': 'Simulado: aún no hay un sitio web detrás',
  'Let pretend customers write in chats': 'Hacer que escriban clientes simulados en los chats',
  'How many chats one teammate may have at once (1 to 6).':
    'Cuántos chats puede tener una persona a la vez (de 1 a 6).',
  'How many chats single teammates may have at once, where it is not the number of the workspace.':
    'Cuántos chats pueden tener a la vez determinadas personas, cuando no es el número del espacio de trabajo.',
  'Within how many seconds a chat should be answered.': 'En cuántos segundos se debe responder un chat.',
};
