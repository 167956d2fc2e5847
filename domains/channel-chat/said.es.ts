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
  'Ready: put its line of HTML into your website': 'Lista: pon su línea de HTML en tu sitio web',
  'After how many seconds an answer that somebody on a website has not seen goes on to their e-mail address.':
    'A los cuántos segundos una respuesta que alguien no ha visto en un sitio web le sigue a su correo.',
  'Who writes is not said': 'No se dice quién escribe',
  'Send the header "authorization: Visitor <id>.<secret>", both made by the browser: an id and 32 letters or more drawn by chance.':
    'Envía la cabecera "authorization: Visitor <id>.<secret>", ambos creados por el navegador: un identificador y 32 letras o más al azar.',
  'This chat belongs to another browser': 'Este chat es de otro navegador',
  'Begin a new one: make another id and secret.': 'Empieza uno nuevo: crea otro identificador y otro secreto.',
  'Nothing was said by this visitor yet': 'Esta persona aún no ha dicho nada',
  'Send the first message; a name and an address can go along with it.':
    'Envía el primer mensaje; puede llevar un nombre y un correo.',
  'This is more than one person writes': 'Esto es más de lo que escribe una persona',
  'Wait a little and send it again: it was not lost.': 'Espera un poco y vuelve a enviarlo: no se ha perdido.',
  'You had left our chat when we answered:': 'Ya no estabas en nuestro chat cuando te respondimos:',
  'Answer this mail, or go on in the chat: both reach us.':
    'Responde a este correo o sigue en el chat: ambos nos llegan.',
  'This chat is open in too many windows': 'Este chat está abierto en demasiadas ventanas',
  'Close one of them; in this one new answers show when you write.':
    'Cierra una de ellas; en esta, las respuestas nuevas aparecen cuando escribes.',
  'Within how many seconds a chat should be answered.': 'En cuántos segundos se debe responder un chat.',
};
