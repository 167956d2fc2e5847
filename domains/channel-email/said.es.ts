import type { Phrases } from '#platform/words';
import { es as records } from './dns/said.es.ts';

/** Mail in Spanish: refusals, why a mail stands where it does, and how lines and their hosts are. */
export const es: Phrases = {
  'On {date}, {from} wrote:': 'El {date}, {from} escribió:',
  ...records,
  'Outgoing mail': 'Correo saliente',
  'This mail cannot be made into a conversation': 'Este correo no se puede convertir en conversación',
  'Read its source; our log says what breaks it.': 'Lee su fuente; nuestro registro dice qué lo rompe.',
  'Nobody asked for this sign-in, or it took too long': 'Nadie pidió este inicio de sesión, o tardó demasiado',
  'Begin again from the line’s settings, in this browser.':
    'Empieza de nuevo desde los ajustes de la línea, en este navegador.',
  'The provider gave no sign-in': 'El proveedor no dio el inicio de sesión',
  'Read what it says, mend it there, and begin again.': 'Lee lo que dice, arréglalo allí y empieza de nuevo.',
  'It says: {{answer}}.': 'Dice: {{answer}}.',
  'It gave no lasting sign-in (refresh token). Ask it for offline access.':
    'No dio un inicio de sesión duradero (refresh token). Pídele acceso sin conexión.',
  'This mail was erased': 'Este correo se borró',
  'Its row tells what became of it; its words are gone and cannot be read again.':
    'Su fila dice qué fue de él; su texto ya no está y no se puede volver a leer.',
  'This line has no provider to sign in at': 'Esta línea no tiene proveedor donde iniciar sesión',
  'Choose Google, Microsoft or another one, give its client id, and save.':
    'Elige Google, Microsoft u otro, da su identificador de cliente y guarda.',
  'This line has no mailbox to take mail from': 'Esta línea no tiene buzón del que traer correo',
  'Give the line a mailbox under “Receiving” first.': 'Da primero un buzón a la línea, en «Recepción».',
  'Mail from before this line is being taken in already': 'El correo anterior a esta línea ya se está trayendo',
  'Wait until it is done, or stop it first.': 'Espera a que termine o detenlo antes.',
  'Waiting for the first look into the mailbox.': 'A la espera de la primera mirada al buzón.',
  'It was read before this line stood: taken in as history, in a closed conversation.':
    'Se leyó antes de que existiera esta línea: se trajo como historial, en una conversación cerrada.',
  'It was read before this line stood: taken in as history, where its thread is.':
    'Se leyó antes de que existiera esta línea: se trajo como historial, donde está su hilo.',
  'It has {{size}} MB, more than the {{most}} MB we take in: its beginning is kept, the whole is in the mailbox.':
    'Tiene {{size}} MB, más que los {{most}} MB que aceptamos: se guarda su principio, el resto está en el buzón.',
  'This mail is not parked': 'Este correo no está apartado',
  'It has found its place already; open its conversation.': 'Ya encontró su sitio; abre su conversación.',
  'There is nothing to know such a mail by again': 'No hay nada por lo que reconocer otro correo así',
  'It names no sender, or was not sent by a list.': 'No nombra remitente o no lo envió una lista.',
  'The provider’s addresses must begin with https://': 'Las direcciones del proveedor deben empezar por https://',
  'Tokens travel encrypted only. Check the addresses.':
    'Las credenciales solo viajan cifradas. Comprueba las direcciones.',
  'This line has as many rules as it can have': 'Esta línea tiene todas las reglas que puede tener',
  'Take back those that are not needed any more.': 'Retira las que ya no hagan falta.',
  'This mail names nobody who could be answered': 'Este correo no nombra a nadie a quien se pueda responder',
  'Say who wrote it by their address.': 'Di quién lo escribió por su dirección.',
  'A DNS record of a mail line no longer holds': 'Un registro DNS de una línea de correo ya no vale',
  'E-mail': 'Correo',
  Mailboxes: 'Buzones',
  'Mail ledger': 'Registro del correo',
  'Incoming mail': 'Correo entrante',
  // why it was set aside
  'Our own mail came back: answering it would begin a loop.':
    'Volvió un correo nuestro: responderlo empezaría un bucle.',
  'A complaint (junk report) of a mailbox host about a mail of ours.':
    'Una queja (aviso de correo no deseado) de un servidor sobre un correo nuestro.',
  'A delivery report about a mail that we did not send, or do not know.':
    'Un informe de entrega sobre un correo que no enviamos o no conocemos.',
  'A delivery report: the mail of ours that it is about did not arrive.':
    'Un informe de entrega: el correo nuestro del que trata no llegó.',
  'A delivery report about a mail of ours.': 'Un informe de entrega sobre un correo nuestro.',
  'The mail came back.': 'El correo volvió.',
  'An automatic answer, such as an out-of-office notice: nobody waits for us.':
    'Una respuesta automática, como un aviso de ausencia: nadie nos espera.',
  'A read receipt: nobody waits for us.': 'Una confirmación de lectura: nadie nos espera.',
  'Sent to many (a list or newsletter), not to us.': 'Enviado a muchos (una lista o un boletín), no a nosotros.',
  'It names nobody who could be answered.': 'No nombra a nadie a quien se pueda responder.',
  'A rule of this line: mail of {{sender}} is never taken in.':
    'Una regla de esta línea: el correo de {{sender}} no se acepta nunca.',
  'A rule of this line lets {{sender}} through.': 'Una regla de esta línea deja pasar a {{sender}}.',
  'This address sent {{count}} mails in an hour, more than a person writes: held back until it is quiet for an hour. Take in what matters, let the address through, or raise the number in the line’s settings.':
    'Esta dirección envió {{count}} correos en una hora, más de lo que escribe una persona: se retienen hasta que calle una hora. Acepta lo que importe, deja pasar la dirección o sube el número en los ajustes de la línea.',
  'It has {{size}} MB, more than the {{most}} MB we take in: its beginning is kept, the whole is in the mailbox, unread.':
    'Tiene {{size}} MB, más de los {{most}} MB que aceptamos: se guarda su comienzo; el correo entero está en el buzón, sin leer.',
  'It could not be placed ({{name}}). The mail is kept whole; this is our mistake, please report it.':
    'No se pudo colocar ({{name}}). El correo se guarda entero; es un error nuestro, avísanos.',
  'The same mail came before, through another door or a second time.':
    'El mismo correo llegó antes, por otra entrada o por segunda vez.',
  'A test of this line: it came back, as it should.': 'Una prueba de esta línea: volvió, como debe.',
  'A teammate said who wrote it.': 'Un miembro del equipo dijo quién lo escribió.',
  'Opened by hand. It was parked: {{why}}': 'Se abrió a mano. Estaba apartado: {{why}}',
  'Left aside by hand. It was parked: {{why}}': 'Se dejó aparte a mano. Estaba apartado: {{why}}',
  // why it stands where it does
  'It began a conversation.': 'Empezó una conversación.',
  'It belongs here: {{rule}}.': 'Pertenece aquí: {{rule}}.',
  'A forwarded mail begins a conversation of its own.': 'Un correo reenviado empieza una conversación propia.',
  'Its sender is not proven (DMARC): it stands apart and joins nobody’s record.':
    'Su remitente no está probado (DMARC): queda aparte y no entra en la ficha de nadie.',
  'It names a conversation that its sender is not part of, so it began one of its own.':
    'Nombra una conversación en la que su remitente no participa, así que empezó una propia.',
  'A teammate gave it a conversation of its own.': 'Un miembro del equipo le dio una conversación propia.',
  'Nothing it names is known here, so it began a conversation.':
    'Nada de lo que nombra se conoce aquí, así que empezó una conversación.',
  'It reports on a message of ours.': 'Informa sobre un mensaje nuestro.',
  'It came to the address that only this conversation has.': 'Llegó a la dirección que solo tiene esta conversación.',
  'Its reply header (In-Reply-To) names a message of it.':
    'Su cabecera de respuesta (In-Reply-To) nombra un mensaje de ella.',
  'Its reply header (References) names messages of it.':
    'Su cabecera de respuesta (References) nombra mensajes de ella.',
  'Its subject names the number, and its sender takes part.': 'Su asunto nombra el número y su remitente participa.',
  'An answer to it came first.': 'Llegó antes una respuesta a él.',
  'A teammate put it here.': 'Un miembro del equipo lo puso aquí.',
  'The line joins the customer’s open conversation.': 'La línea lo suma a la conversación abierta del cliente.',
  'The line keeps one conversation for each customer.': 'La línea lleva una conversación por cliente.',
  // who sent it
  'There is nothing to check its sender by.': 'No hay con qué comprobar su remitente.',
  'Its sender could not be checked: the name servers did not answer.':
    'Su remitente no se pudo comprobar: los servidores de nombres no respondieron.',
  'It was forwarded by a host that checked its sender (ARC).':
    'Lo reenvió un servidor que comprobó su remitente (ARC).',
  'Sender check passed: {{passed}}.': 'El remitente pasó la comprobación: {{passed}}.',
  'Sender check failed: {{domain}} says that this is not its mail (DMARC).':
    'El remitente no pasó la comprobación: {{domain}} dice que este correo no es suyo (DMARC).',
  'Its sender is not proven: no signature of {{domain}}, and its way is not known.':
    'Su remitente no está probado: no hay firma de {{domain}} y su camino no se conoce.',
  '{{passed}} passed; the domain sets no rule (DMARC) for its mail.':
    '{{passed}} pasó; el dominio no pone regla (DMARC) a su correo.',
  'The domain of its sender sets no rule (DMARC): anybody can write in its name.':
    'El dominio de su remitente no pone regla (DMARC): cualquiera puede escribir en su nombre.',
  // how lines are
  'Answers cannot leave: set an outgoing server under “Sending”':
    'Las respuestas no pueden salir: pon un servidor de salida en «Envío»',
  'Works, within the demo': 'Funciona, dentro de la demostración',
  'Works, by our own door': 'Funciona, por nuestra propia entrada',
  'No way in is set up': 'No hay ninguna entrada configurada',
  Connecting: 'Conectando',
  '{{names}} no longer holds': '{{names}} ya no vale',
  '{{names}} to mend': '{{names}}: por arreglar',
  '{{names}} missing': '{{names}}: falta',
  'This line has no way in: give it a mailbox or our own door.':
    'Esta línea no tiene entrada: dale un buzón o nuestra propia entrada.',
  'The mailbox was not looked into yet.': 'Aún no se ha mirado el buzón.',
  'This line has no mailbox.': 'Esta línea no tiene buzón.',
  'Mail comes through our own door.': 'El correo llega por nuestra propia entrada.',
  'Mail comes through our own door: each is answered only once it stands here.':
    'El correo llega por nuestra propia entrada: cada uno se confirma solo cuando ya está aquí.',
  'Mail comes through our own door, which says yes only once a mail stands here: there is no mailbox to compare with.':
    'El correo llega por nuestra propia entrada, que solo dice que sí cuando el correo ya está aquí: no hay buzón con el que comparar.',
  'The host numbered its mails anew; they are being taken in again.':
    'El servidor volvió a numerar sus correos; se están tomando de nuevo.',
  'Each of the {{count}} mails there has its row here.':
    'Cada uno de los {{count}} correos de allí tiene su fila aquí.',
  'Listening to {{folder}} at {{host}}.': 'Escuchando {{folder}} en {{host}}.',
  'There is no password for {{user}} yet.': 'Aún no hay contraseña para {{user}}.',
  'Nobody has signed in at the provider yet.': 'Nadie ha iniciado sesión aún en el proveedor.',
  'Nobody signed in at the provider yet: do it below.': 'Nadie ha iniciado sesión aún en el proveedor: hazlo abajo.',
  'Sign in again. {{why}}': 'Vuelve a iniciar sesión. {{why}}',
  'Sign in again at the provider. {{why}}': 'Vuelve a iniciar sesión en el proveedor. {{why}}',
  'Signed in at the provider.': 'Sesión iniciada en el proveedor.',
  'Signed in at the provider; renewed by itself.': 'Sesión iniciada en el proveedor; se renueva sola.',
  'No outgoing server is set: answers reach the people of the story alone.':
    'No hay servidor de salida: las respuestas solo llegan a las personas de la historia.',
  'No outgoing server is set: answers cannot leave. Give one under “Sending”.':
    'No hay servidor de salida: las respuestas no pueden salir. Da uno en «Envío».',
  'No outgoing mail server is set: neither here nor for the whole installation (SMTP_HOST and SMTP_FROM).':
    'No hay servidor de correo de salida: ni aquí ni para toda la instalación (SMTP_HOST y SMTP_FROM).',
  'No outgoing mail server is set: neither here nor for the whole installation (SMTP_HOST and SMTP_FROM). Give the line one under “Sending”.':
    'No hay servidor de correo de salida: ni aquí ni para toda la instalación (SMTP_HOST y SMTP_FROM). Da uno a la línea en «Envío».',
  'No line has an outgoing mail server.': 'Ninguna línea tiene servidor de correo de salida.',
  '{{host}} took the last test.': '{{host}} aceptó la última prueba.',
  'Answers leave by {{host}}. Not tried yet: send a test.':
    'Las respuestas salen por {{host}}. Aún sin probar: envía una prueba.',
  '{{host}} took the mail. It should arrive within a minute.':
    '{{host}} aceptó el correo. Debería llegar en un minuto.',
  'Nothing is known of this mail.': 'No se sabe nada de este correo.',
  'Signed in as {{user}}; {{folder}} holds {{count}} mails. {{told}}':
    'Sesión iniciada como {{user}}; {{folder}} tiene {{count}} correos. {{told}}',
  'It tells us at once when mail comes.': 'Nos avisa en el momento en que llega correo.',
  'It does not tell us of new mail: we look once a minute.':
    'No nos avisa del correo nuevo: miramos una vez por minuto.',
  'No mailbox is set; mail comes through our own door.': 'No hay buzón; el correo llega por nuestra propia entrada.',
  'No mailbox is set, so no mail comes in.': 'No hay buzón, así que no entra correo.',
  '{{place}} let us in as {{user}}.': '{{place}} nos dejó entrar como {{user}}.',
  '{{place}} takes our mail without a password.': '{{place}} acepta nuestro correo sin contraseña.',
  // what a host answered
  "{{host}} refused the provider's token for {{user}}. Check that this is the mailbox you signed in for and that IMAP is allowed; else sign in again.":
    '{{host}} rechazó la credencial del proveedor para {{user}}. Comprueba que es el buzón para el que iniciaste sesión y que IMAP está permitido; si no, vuelve a iniciar sesión.',
  '{{host}} refused the password of {{user}}. Check the user name, and give the password again.':
    '{{host}} rechazó la contraseña de {{user}}. Comprueba el nombre de usuario y vuelve a dar la contraseña.',
  'There is no folder "{{folder}}" in this mailbox. Choose another.':
    'En este buzón no hay carpeta "{{folder}}". Elige otra.',
  '{{host}} answered: {{answer}}': '{{host}} respondió: {{answer}}',
  '{{place}} did not answer in time. Check host and port, and that no firewall stands between.':
    '{{place}} no respondió a tiempo. Comprueba el servidor y el puerto, y que no haya un cortafuegos en medio.',
  'There is no host called {{host}}. Check its name.': 'No hay ningún servidor llamado {{host}}. Comprueba su nombre.',
  'Nothing listens at {{place}}. Check the port.': 'Nada escucha en {{place}}. Comprueba el puerto.',
  '{{place}} could not agree on encryption with us. Switch TLS on or off for this port, or check the certificate of {{host}}.':
    '{{place}} no se puso de acuerdo con nosotros en el cifrado. Activa o desactiva TLS en este puerto o comprueba el certificado de {{host}}.',
  '{{place}} ended the connection. It may be busy; we try again.':
    '{{place}} cerró la conexión. Quizá esté ocupado; lo intentamos de nuevo.',
  '{{host}} had the whole mail and did not answer: it may or may not have arrived.':
    '{{host}} tenía el correo entero y no respondió: quizá haya llegado, quizá no.',
  '{{host}} lies on a private address. Whoever runs this server can name it in FETCH_PRIVATE_HOSTS.':
    '{{host}} está en una dirección privada. Quien lleva este servidor puede nombrarlo en FETCH_PRIVATE_HOSTS.',
  '{{host}} did not answer. We try again.': '{{host}} no respondió. Lo intentamos de nuevo.',
  '{{host}} answered {{status}} without a token.': '{{host}} respondió {{status}} sin credencial.',
  '{{host}} says {{error}}': '{{host}} dice {{error}}',
  'Whose mail is let through at a line, or never becomes a conversation.':
    'De quién se deja pasar el correo en una línea, o nunca se hace conversación.',
  'Nothing leaves the sample shop.': 'Nada sale de la tienda de ejemplo.',
};
