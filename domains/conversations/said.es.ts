import type { Phrases } from '#platform/words';

/** Conversations in Spanish. */
export const es: Phrases = {
  'Files do not go along on this line': 'Por esta línea no van archivos',
  'Take them out, or answer on another line. Nothing was sent.':
    'Quítalos o responde por otra línea. No se ha enviado nada.',
  'Open conversations': 'Conversaciones abiertas',
  'They stay in their queues, to read and to close, for who serves the brand; an answer has no channel to leave by until one is opened.':
    'Se quedan en sus colas, para leerlas y cerrarlas, para quien atiende la marca; una respuesta no tiene canal por donde salir hasta que se abra uno.',
  'This message has already left': 'Este mensaje ya salió',
  'Write another message to put it right.': 'Escribe otro mensaje para corregirlo.',
  'One of these was merged already': 'Una de estas ya se unió',
  'Open the one it went into.': 'Abre la conversación a la que se unió.',
  'That teammate does not serve this brand': 'Esa persona no atiende a esta marca',
  'Choose somebody who does.': 'Elige a alguien que la atienda.',
  'A status keeps its category': 'Un estado conserva su categoría',
  'Give the file a status of another name in that category.':
    'Pon en el archivo un estado con otro nombre en esa categoría.',
  'This draft is no longer there': 'Este borrador ya no está',
  'It was sent, thrown away or taken over by somebody else meanwhile.':
    'Mientras tanto se envió, se descartó o pasó a otra persona.',
  'This would do nothing': 'Esto no haría nada',
  'Write something, or choose that they are closed.': 'Escribe algo o elige que se cierren.',
  'Something is still to be said': 'Falta decir algo',
  'Fill it in beside the conversation, then close it.': 'Rellénalo junto a la conversación y después ciérrala.',
  'A file to be passed on is not in this conversation': 'Un archivo que se iba a reenviar no está en esta conversación',
  'Take it out and add it again.': 'Quítalo y vuelve a añadirlo.',
  'These files are too large together': 'Estos archivos juntos son demasiado grandes',
  'A message carries 20 MB and 30 files at most. Take one out, or send a link to it.':
    'Un mensaje lleva 20 MB y 30 archivos como mucho. Quita uno o envía un enlace.',
  'This conversation is there already': 'Esta conversación ya existe',
  'Open it; nothing was split.': 'Ábrela; no se separó nada.',
  'These belong to different brands': 'Estas son de marcas distintas',
  'Nothing crosses from one brand to another; write a note instead.':
    'Nada pasa de una marca a otra; escribe una nota en su lugar.',
  'Nothing crosses from one brand to another; answer them apart.':
    'Nada pasa de una marca a otra; respóndelas por separado.',
  'This would make a conversation a part of itself': 'Esto haría de una conversación parte de sí misma',
  'Take the other link away first, or choose another kind.': 'Quita antes el otro enlace o elige otro tipo.',
  'This is the same conversation': 'Es la misma conversación',
  'You may not hand on this conversation': 'No puedes pasar esta conversación a otra persona',
  'You may not close this conversation': 'No puedes cerrar esta conversación',
  'It may be closed already; else ask its team.': 'Quizá ya esté cerrada; si no, pregunta a su equipo.',
  'You may not write in this conversation': 'No puedes escribir en esta conversación',
  'You may not reply to this conversation': 'No puedes responder a esta conversación',
  'Write a note instead, or ask its team.': 'Escribe una nota en su lugar o pregunta a su equipo.',
  'You may not share this conversation': 'No puedes compartir esta conversación',
  'Ask its team leader. A confidential one is shared with nobody: let people in by name instead.':
    'Pregunta a quien dirige su equipo. Una confidencial no se comparte: da acceso a cada persona por su nombre.',
  'It was merged again since': 'Se volvió a unir después',
  'Take the later merge apart first.': 'Separa antes la unión posterior.',
  'That name is there already': 'Ese nombre ya existe',
  'Choose another one, or merge the two.': 'Elige otro o une los dos.',
  'Something new came while you were writing': 'Llegó algo nuevo mientras escribías',
  'Read it, then send anyway, change your reply, or discard it. Nothing was sent.':
    'Léelo y después envía igualmente, cambia tu respuesta o descártala. No se envió nada.',
  'That is nobody this conversation can be shared with': 'Esta conversación no se puede compartir con esa persona',
  'Choose a guest from the list. Colleagues see conversations by their role; a guest serves the brand.':
    'Elige un invitado de la lista. Los colegas ven conversaciones por su rol; un invitado atiende a la marca.',
  'No open conversation is linked here as caused by this one':
    'Aquí no hay enlazada ninguna conversación abierta causada por esta',
  'Link those it causes first.': 'Enlaza antes las que causa.',
  'There is no way to answer on': 'No hay por dónde responder',
  'Open a line for this channel in Settings, or choose another line.':
    'Abre una línea de este canal en Ajustes o elige otra línea.',
  'There is no reason above this one': 'No hay ningún motivo por encima de este',
  'Name the reason above it first: each word of the path is a reason of its own.':
    'Nombra antes el motivo de encima: cada palabra del camino es un motivo propio.',
  'This reply has nobody to go to': 'Esta respuesta no tiene a quién ir',
  'Give an address under "To".': 'Da una dirección en «Para».',
  'This page of the history cannot be found': 'No se encuentra esta página del historial',
  'Begin at its newest.': 'Empieza por lo más reciente.',
  'One of the addresses cannot be reached on this line': 'Una de las direcciones no se alcanza por esta línea',
  'Correct it, or take it out.': 'Corrígela o quítala.',
  '{{address}} is no address that this line can reach.': '{{address}} no es una dirección que esta línea alcance.',
  'A note with files stays': 'Una nota con archivos se queda',
  'Add another note that says what is right.': 'Añade otra nota que diga lo correcto.',
  'Only who wrote a note can take it back': 'Solo quien escribió una nota puede retirarla',
  'This would move everything': 'Esto lo movería todo',
  'Choose a later message to split from, or merge the whole conversation.':
    'Elige un mensaje posterior desde el que separar o une la conversación entera.',
  'The message to be passed on is not in this conversation':
    'El mensaje que se iba a reenviar no está en esta conversación',
  'Choose a message of the customer or of ours in this conversation.':
    'Elige un mensaje del cliente o nuestro de esta conversación.',
  'Nothing of this message is waiting to be repeated': 'Nada de este mensaje espera a repetirse',
  'It is on its way or has arrived.': 'Está en camino o ya llegó.',
  'This message says nothing': 'Este mensaje no dice nada',
  'Write something, or add a file.': 'Escribe algo o añade un archivo.',
  'This draft was changed on another device': 'Este borrador se cambió en otro dispositivo',
  'Load it and go on from there; nothing was overwritten.': 'Cárgalo y sigue desde ahí; no se sobrescribió nada.',
  'Parts of this conversation are still open': 'Aún hay partes de esta conversación abiertas',
  'Close them first, or close it all the same.': 'Ciérralas antes o ciérrala igualmente.',
  'Still open: {{parts}}.': 'Aún abiertas: {{parts}}.',
  'That reason belongs to another brand': 'Ese motivo es de otra marca',
  'What is confidential cannot go where others read it': 'Lo confidencial no puede ir adonde lo leen otros',
  'Make the other conversation confidential first, or let this one be the one that stays.':
    'Haz antes confidencial la otra conversación o deja que esta sea la que queda.',
  'One of the addresses is our own': 'Una de las direcciones es nuestra',
  'A reply to ourselves would go round in a circle. Take it out; write a note for a colleague.':
    'Una respuesta a nosotros mismos daría vueltas en círculo. Quítala; para un colega, escribe una nota.',
  'This is a part of another conversation already': 'Ya es parte de otra conversación',
  'Take that link away first.': 'Quita antes ese enlace.',
  'That time has passed': 'Ese momento ya pasó',
  'Promise something that can still be kept.': 'Promete algo que aún se pueda cumplir.',
  'Say first what it was about': 'Di antes de qué se trataba',
  'Choose a reason, then close it.': 'Elige un motivo y después ciérrala.',
  'This is the same tag': 'Es la misma etiqueta',
  'A colleague wrote this': 'Lo escribió un colega',
  'It leaves in their name: only they can change or send it. You can call it off.':
    'Sale en su nombre: solo esa persona puede cambiarlo o enviarlo. Tú puedes anularlo.',
  'Choose a later time, or send it now.': 'Elige un momento posterior o envíalo ahora.',
  'That is more than a year away': 'Falta más de un año para eso',
  'Choose an earlier time.': 'Elige un momento anterior.',
  'Choose a later time.': 'Elige un momento posterior.',
  'The standard status of a category stays': 'El estado normal de una categoría se queda',
  'Rename it instead.': 'Cámbiale el nombre en su lugar.',
  'A conversation is shared with at most 20 guests': 'Una conversación se comparte con 20 invitados como mucho',
  'End sharing with somebody who is done.': 'Deja de compartirla con quien ya terminó.',
  'There are too many links here already': 'Aquí ya hay demasiados enlaces',
  'Link the others with one another instead, or take some away.': 'Enlaza las otras entre sí o quita algunos.',
  'This customer has more conversations than can be handled at once':
    'Este cliente tiene más conversaciones de las que se pueden tratar de una vez',
  'Merge records of machines apart from people, or ask whoever runs the server. Nothing was changed.':
    'Une los registros de máquinas aparte de los de personas o pregunta a quien lleva el servidor. No se cambió nada.',
  'Too many replies wait here already': 'Aquí ya esperan demasiadas respuestas',
  'Send some, or call them off.': 'Envía algunas o anúlalas.',
  'That teammate is not here': 'Esa persona no está aquí',
  'Choose somebody from the list.': 'Elige a alguien de la lista.',
  'Somebody who should be let in is not here': 'Alguien a quien se iba a dar acceso no está aquí',
  'Choose teammates and teams from the list.': 'Elige miembros y equipos de la lista.',
  'Somebody mentioned is not a teammate here': 'Alguien a quien se menciona no está en el equipo',
  'That reason does not belong to this brand': 'Ese motivo no es de esta marca',
  'That status does not exist here': 'Ese estado no existe aquí',
  'A team mentioned is not here': 'Un equipo mencionado no está aquí',
  'Choose the team from the list.': 'Elige el equipo de la lista.',
  'A file of this message is no longer there': 'Un archivo de este mensaje ya no está',
  'Add it again, then send.': 'Vuelve a añadirlo y después envía.',
  'Nothing can be written first on this line.': 'En esta línea no se puede escribir primero.',
  'is no filter: give it as JSON': 'no es un filtro: dalo como JSON',
  'asks for {{count}} conditions; the most is {{most}}': 'pide {{count}} condiciones; como mucho {{most}}',
  // what one may do
  'Read conversations': 'Leer conversaciones',
  'Reply to customers': 'Responder a clientes',
  'Write notes, tags, promises; put away': 'Escribir notas, etiquetas y promesas; posponer',
  'Hand on conversations and set their priority': 'Pasar conversaciones y fijar su prioridad',
  'Close and open again': 'Cerrar y reabrir',
  'As a guest: read the conversations shared with them, and write notes there':
    'Como invitado: leer las conversaciones compartidas y escribir notas en ellas',
  'As a client: read the conversations of their own brand, without notes':
    'Como cliente: leer las conversaciones de su propia marca, sin notas',
  'Set up statuses, reasons and tags': 'Configurar estados, motivos y etiquetas',
  // settings
  'Brands (by their ids) whose conversations are closed only with a reason.':
    'Marcas (por su identificador) cuyas conversaciones solo se cierran con un motivo.',
  'After how many days an answer opens a follow-up instead of the closed conversation, for a brand or a line; never where none is said.':
    'Tras cuántos días una respuesta abre una continuación en vez de la conversación cerrada, para una marca o una línea; nunca si no se dice.',
  'Statuses, each in one of the fixed categories; the standard one of a category is itself under any name.':
    'Estados, cada uno en una de las categorías fijas; el estándar de una categoría es el mismo con cualquier nombre.',
  'Why customers write: a tree, each reason by its path from the top.':
    'Por qué escriben los clientes: un árbol, cada motivo por su camino desde arriba.',
  'That teammate has as many at hand as they may have at once': 'Esa persona ya tiene tantas a la vez como puede tener',
  'Hand it over anyway, choose somebody else, or let it wait in its queue.':
    'Pásala de todos modos, elige a otra persona o deja que espere en su cola.',
  // figures
  Contacts: 'Contactos',
  'Attempts of customers to reach us that began in the period, on any channel; several in one conversation count each. Left out: contacts that we began, and automatic mail. Wall time. For one teammate: those they took, and written ones in conversations that are theirs now.':
    'Intentos de los clientes de contactarnos que empezaron en el período, por cualquier canal; varios en una conversación cuentan cada uno. Fuera quedan los contactos que empezamos nosotros y el correo automático. Hora del reloj. Para una persona: los que tomó y los escritos en conversaciones que ahora son suyas.',
  'Handle time': 'Tiempo de gestión',
  '(talk + hold + wrap-up) / contacts handled, in seconds, over contacts that began in the period and whose work is done. Left out: contacts nobody took, contacts still in work, and written work (focused time is a figure of its own). Wall time. For one teammate: their part of it, over the contacts they handled.':
    '(conversación + espera + cierre) / contactos gestionados, en segundos, sobre contactos que empezaron en el período y cuyo trabajo terminó. Fuera quedan los que nadie tomó, los que siguen en curso y el trabajo escrito (el tiempo de dedicación es otra cifra). Hora del reloj. Para una persona: su parte, sobre los contactos que gestionó.',
  'Reopen rate': 'Tasa de reapertura',
  'Conversations opened again at least once since they were solved / conversations solved for the first time in the period. A conversation that is opened again later changes the figure of the period it was solved in. Left out: merged ones (the one they live on in counts). Wall time. For one teammate: those assigned to them now.':
    'Conversaciones reabiertas al menos una vez desde que se resolvieron / conversaciones resueltas por primera vez en el período. Una conversación que se reabre más tarde cambia la cifra del período en que se resolvió. Fuera quedan las unidas (cuenta aquella en la que siguen). Hora del reloj. Para una persona: las que tiene asignadas ahora.',
  // notices
  'Somebody gave you a conversation': 'Te asignaron una conversación',
  'Somebody shared a conversation with you': 'Compartieron una conversación contigo',
  'A colleague named you or your team in a note': 'Un colega te nombró a ti o a tu equipo en una nota',
  'A customer wrote in a conversation you follow': 'Un cliente escribió en una conversación que sigues',
  'A reply of yours came back undelivered': 'Una respuesta tuya volvió sin entregarse',
  'A reply of yours that was to leave later was stopped': 'Se detuvo una respuesta tuya que iba a salir más tarde',
  'Something you promised a customer is due within half an hour':
    'Algo que prometiste a un cliente vence en menos de media hora',
  'Tags by name.': 'Etiquetas por su nombre.',
  // the statuses a workspace starts with
  Open: 'Abierta',
  'Waiting for the customer': 'Esperando al cliente',
  'On hold': 'En espera',
  Closed: 'Cerrada',
};
