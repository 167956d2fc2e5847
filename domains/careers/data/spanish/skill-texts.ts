/** Skills: what they are, how they show, and how they grow. English → Spanish. */
export const skillTexts: Readonly<Record<string, string>> = {
  'Hear what a matter means to the customer and answer that too; with AI on the routine questions, empathy is what people are there for.':
    'Oír qué significa un asunto para el cliente y responder también a eso; con la IA en las preguntas rutinarias, para la empatía están las personas.',
  'You name what happened to them before you name the rule': 'Nombras lo que le pasó antes de nombrar la regla',
  'You notice in your own voice when a hard call stays with you':
    'Notas en tu propia voz cuando una llamada difícil se queda contigo',
  'Practise one hard conversation and read it again as the customer':
    'Practica una conversación difícil y vuelve a leerla como si fueras el cliente',
  'Ask a coach to listen for the first thirty seconds only':
    'Pide a quien te acompaña que escuche solo los primeros treinta segundos',
  'Let people finish, ask for what is missing, and say back what you understood before you solve it.':
    'Dejar terminar, preguntar lo que falta y decir lo que entendiste antes de resolverlo.',
  'You repeat the point in your own words and are corrected less often':
    'Repites el punto con tus palabras y te corrigen menos',
  'Nobody has to tell you the same thing twice': 'Nadie tiene que decirte lo mismo dos veces',
  'Write down the question behind the question after each call':
    'Después de cada llamada, anota la pregunta que había detrás de la pregunta',
  'Practise without looking anything up in the first minute': 'Practica sin consultar nada en el primer minuto',
  'Write and speak so that it is understood the first time: short, plain, with the next step and its time.':
    'Escribir y hablar para que se entienda a la primera: corto, sencillo, con el siguiente paso y su plazo.',
  'Your answer begins with the answer': 'Tu respuesta empieza por la respuesta',
  'The customer does not need to ask what happens next': 'El cliente no necesita preguntar qué sigue',
  'Cut your last reply by half and see what is missing': 'Corta a la mitad tu última respuesta y mira qué falta',
  'Read your mails aloud': 'Lee tus correos en voz alta',
  'Find the cause and not only the answer: ask why once more, and try the likely thing first.':
    'Encontrar la causa y no solo la respuesta: preguntar por qué una vez más y probar primero lo más probable.',
  'The same customer does not come back about it': 'El mismo cliente no vuelve por lo mismo',
  'You can say what you ruled out': 'Puedes decir qué descartaste',
  'Follow one hard case to its end, also after you handed it over':
    'Sigue un caso difícil hasta el final, también después de pasarlo',
  'Write the article that you looked for': 'Escribe el artículo que buscabas',
  'Work with other teams so that the customer notices nothing of it: whole hand-overs, and colleagues who know why.':
    'Trabajar con otros equipos sin que el cliente lo note: traspasos completos y colegas que saben el porqué.',
  'Your notes let the next colleague begin at once': 'Con tus notas, el siguiente colega puede empezar enseguida',
  'You know whom to ask in marketing, product and delivery':
    'Sabes a quién preguntar en mercadotecnia, producto y entregas',
  'Sit with another team for an hour': 'Siéntate una hora con otro equipo',
  'Ask who reads your hand-overs what they lacked': 'Pregunta a quien lee tus traspasos qué le faltó',
  'Find what both sides can live with, know your limits before you begin, and say no without closing the door.':
    'Encontrar lo que ambas partes pueden aceptar, conocer tus límites antes de empezar y decir que no sin cerrar la puerta.',
  'You offer a choice instead of a refusal': 'Ofreces una opción en lugar de una negativa',
  'What you promised was yours to give': 'Lo que prometiste estaba en tus manos',
  'Practise a cancellation where the answer may be goodbye':
    'Practica una cancelación en la que la respuesta puede ser un adiós',
  'Write down your limits and the reasons for them': 'Anota tus límites y sus razones',
  'Stay calm when much goes wrong at once or in public: say what is known, what is done and when you speak again.':
    'Conservar la calma cuando mucho sale mal a la vez o en público: decir qué se sabe, qué se hace y cuándo vuelves a hablar.',
  'The first public answer comes early and claims nothing that is not known':
    'La primera respuesta pública llega pronto y no afirma nada que no se sepa',
  'People know who decides': 'La gente sabe quién decide',
  'Practise an outage with three customers at once':
    'Practica una interrupción del servicio con tres clientes a la vez',
  'Read how others handled theirs, the good and the bad': 'Lee cómo manejaron otros la suya, lo bueno y lo malo',
  'Serve people whose habits, holidays and ways of saying no are not yours, without guessing from where they live.':
    'Atender a personas cuyas costumbres, fiestas y maneras de decir que no son otras, sin suponer nada por el lugar donde viven.',
  'You ask how somebody wants to be addressed': 'Preguntas cómo quiere que le llamen',
  'Your jokes and pictures of speech survive translation, or are left out':
    'Tus bromas e imágenes sobreviven a la traducción, o no están',
  'Read the culture notes of the countries you serve': 'Lee las notas de cultura de los países que atiendes',
  'Ask a colleague from there what sounds rude': 'Pregunta a un colega de allí qué suena grosero',
  'Work well without anybody beside you: begin on time, keep your promises, take your breaks.':
    'Trabajar bien sin nadie al lado: empezar a tiempo, cumplir tus promesas, tomar tus descansos.',
  'Your promises are kept without a reminder': 'Tus promesas se cumplen sin recordatorio',
  'You say early when you will not make it': 'Avisas pronto cuando no vas a llegar',
  'Plan tomorrow in the last five minutes of today': 'Planea el día de mañana en los últimos cinco minutos de hoy',
  'Close what is open before you start the next': 'Cierra lo que está abierto antes de empezar lo siguiente',
  'Know what is sold, how it is used and how the business earns its money, so that answers fit both sides.':
    'Saber qué se vende, cómo se usa y cómo gana dinero la empresa, para que las respuestas sirvan a ambas partes.',
  'You know the exceptions and where they are written down': 'Conoces las excepciones y dónde están escritas',
  'You can say what a matter costs': 'Puedes decir cuánto cuesta un asunto',
  'Use the product for a week as a customer does': 'Usa el producto una semana como lo usa un cliente',
  'Keep one article current that is yours': 'Mantén al día un artículo que sea tuyo',
  'Be at home in the CRM, the ticketing, the knowledge base, the chatbots and the dashboards, so that they cost you no thought.':
    'Moverte con soltura por el CRM, la gestión de casos, la base de conocimiento, los chatbots y los tableros de datos, sin tener que pensar en ellos.',
  'You find a customer’s whole story in seconds': 'Encuentras toda la historia de un cliente en segundos',
  'Your hands stay on the keyboard': 'Tus manos se quedan en el teclado',
  'Learn two shortcuts a day': 'Aprende dos atajos al día',
  'Ask somebody quick to let you watch': 'Pide a alguien rápido que te deje mirar',
  'Read figures with their definition and their doubt: what is counted, how many there are, and what changed.':
    'Leer las cifras con su definición y su duda: qué se cuenta, cuántos son y qué cambió.',
  'You ask for the rows behind a number': 'Pides las filas que hay detrás de un número',
  'You do not call three answers a trend': 'No llamas tendencia a tres respuestas',
  'Take one figure of your own and find the cases that moved it':
    'Toma una cifra tuya y encuentra los casos que la movieron',
  'Learn to filter, group and chart in a spreadsheet': 'Aprende a filtrar, agrupar y graficar en una hoja de cálculo',
  'Ask an AI well, check what it says against its sources, and know when a person must answer.':
    'Preguntar bien a una IA, comprobar lo que dice con sus fuentes y saber cuándo debe responder una persona.',
  'You catch an answer that sounds right and is not': 'Detectas una respuesta que suena bien y no lo está',
  'You say where a text came from': 'Dices de dónde salió un texto',
  'Ask the same thing three ways and compare': 'Pregunta lo mismo de tres maneras y compara',
  'Collect the mistakes it makes in your field': 'Reúne los errores que comete en tu campo',
  'Check who is there before you tell anything, ask for no more than you need, and notice when somebody plays a part.':
    'Comprobar quién está ahí antes de decir nada, pedir solo lo necesario y notar cuándo alguien finge.',
  'You verify kindly and without exceptions': 'Compruebas con amabilidad y sin excepciones',
  'Nothing private stands in the wrong field': 'Nada privado queda en el campo equivocado',
  'Practise a caller who pretends to be somebody else':
    'Practica con alguien que llama y se hace pasar por otra persona',
  'Know what you may say to whom, by heart': 'Aprende de memoria qué puedes decir y a quién',
  'Know how an automatic assistant takes words apart, so that you write articles it can use and see why it went wrong.':
    'Saber cómo un asistente automático separa las palabras, para escribir artículos que pueda usar y ver por qué se equivocó.',
  'Your articles answer one question each, in the customers’ words':
    'Cada artículo tuyo responde una pregunta, con las palabras de los clientes',
  'You can tell why the bot misread a sentence': 'Puedes decir por qué el bot leyó mal una frase',
  'Read ten hand-offs and find the word that misled it': 'Lee diez traspasos y encuentra la palabra que lo confundió',
  'Rewrite one article and watch what changes': 'Reescribe un artículo y observa qué cambia',
  'Serve customers in a language beside your first; languages are among what earns a premium.':
    'Atender a clientes en un idioma además del primero; los idiomas están entre lo que se paga mejor.',
  'You serve a whole matter in it, also when it gets difficult':
    'Llevas en ese idioma un asunto entero, también cuando se complica',
  'You write it without a translator’s help': 'Lo escribes sin ayuda de un traductor',
  'Take the easy contacts in that language first': 'Toma primero los contactos fáciles en ese idioma',
  'Read the help centre in it': 'Lee el centro de ayuda en ese idioma',
  'Help others do well: plan the shift, coach for quality, and give people their reasons.':
    'Ayudar a otros a hacerlo bien: planear el turno, acompañar para que suba la calidad y dar las razones.',
  'People ask you before it is too late': 'La gente te pregunta antes de que sea tarde',
  'Those you coached get better, and can say at what': 'Quienes acompañaste mejoran y pueden decir en qué',
  'Coach one colleague on one thing for a month': 'Acompaña a un colega en una sola cosa durante un mes',
  'Run one shift with your leader beside you': 'Lleva un turno con tu líder al lado',
};
