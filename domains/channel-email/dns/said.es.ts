import type { Phrases } from '#platform/words';

/** DNS records and the health of mail, in Spanish. */
export const es: Phrases = {
  'By which key your host signs is not known. Send a test: the mail that comes back shows it. Or name the selector in the form.':
    'No se sabe con qué clave firma tu servidor. Envía una prueba: el correo que vuelve lo muestra. O nombra el selector en el formulario.',
  'The signature of your mails cannot be checked. Your mail host shows the key for this name: copy it from there.':
    'La firma de tus correos no se puede comprobar. Tu servidor de correo muestra la clave para este nombre: cópiala de allí.',
  'This key was withdrawn (“p=” is empty): let your mail host make a new one.':
    'Esta clave se retiró (“p=” está vacío): haz que tu servidor de correo cree una nueva.',
  'The key that signs your mails is published.': 'La clave que firma tus correos está publicada.',
  'This key cannot be read: copy it anew, whole, from your mail host.':
    'Esta clave no se puede leer: cópiala de nuevo, entera, de tu servidor de correo.',
  'The key has {{bits}} bits, too short to count. Let your mail host make one of {{good}}.':
    'La clave tiene {{bits}} bits, demasiado corta para contar. Haz que tu servidor de correo cree una de {{good}}.',
  'The key is published; with {{bits}} bits it is short. One of {{good}} is better.':
    'La clave está publicada; con {{bits}} bits es corta. Es mejor una de {{good}}.',
  'Anybody can write in your name, and large hosts distrust mail without a rule. Set this record.':
    'Cualquiera puede escribir en tu nombre, y los grandes servidores desconfían del correo sin regla. Pon este registro.',
  'There are several DMARC records, and then none counts: keep one.':
    'Hay varios registros DMARC y entonces no cuenta ninguno: deja uno.',
  'It only watches (p=none). Once its reports show nobody else sending for you, set quarantine or reject.':
    'Solo observa (p=none). Cuando sus informes muestren que nadie más envía por ti, pon quarantine o reject.',
  'It only watches (p=none). Once its reports show nobody else sending for you, set quarantine or reject. It is the rule of {{domain}}.':
    'Solo observa (p=none). Cuando sus informes muestren que nadie más envía por ti, pon quarantine o reject. Es la regla de {{domain}}.',
  'Mail that only pretends to be yours is refused.': 'El correo que finge ser tuyo se rechaza.',
  'Mail that only pretends to be yours is refused. It is the rule of {{domain}}.':
    'El correo que finge ser tuyo se rechaza. Es la regla de {{domain}}.',
  'Mail that only pretends to be yours is put into spam.': 'El correo que finge ser tuyo va a correo no deseado.',
  'Mail that only pretends to be yours is put into spam. It is the rule of {{domain}}.':
    'El correo que finge ser tuyo va a correo no deseado. Es la regla de {{domain}}.',
  'It names no policy that is known (p=none, quarantine or reject): then it counts for nothing.':
    'No nombra una política conocida (p=none, quarantine o reject): entonces no sirve de nada.',
  'Nobody takes mail of {{domain}}: set this record.': 'Nadie recibe el correo de {{domain}}: pon este registro.',
  'Nobody takes mail of {{domain}}: your mail host names the record to set.':
    'Nadie recibe el correo de {{domain}}: tu servidor de correo dice qué registro poner.',
  'Mail comes to our own door.': 'El correo llega a nuestra propia entrada.',
  'Mail arrives at {{host}}; the mailbox is read from there.':
    'El correo llega a {{host}}; el buzón se lee desde allí.',
  'Mail arrives at {{host}}, not at our door: let that host pass it on, or set this record.':
    'El correo llega a {{host}}, no a nuestra entrada: haz que ese servidor lo pase o pon este registro.',
  'Mail arrives at {{host}}, but this line has no mailbox there and no door here.':
    'El correo llega a {{host}}, pero esta línea no tiene buzón allí ni entrada aquí.',
  'Your outgoing host writes its own return path ({{path}}): SPF then speaks for that host, so the DKIM signature must be that of {{domain}}.':
    'Tu servidor de salida pone su propia dirección de retorno ({{path}}): SPF habla entonces de ese servidor, así que la firma DKIM debe ser la de {{domain}}.',
  'What comes back goes to {{address}}, where nothing can arrive without an MX record.':
    'Lo que vuelve va a {{address}}, donde nada puede llegar sin un registro MX.',
  'What comes back goes to {{address}}, the domain that customers see.':
    'Lo que vuelve va a {{address}}, el dominio que ven los clientes.',
  'What comes back goes to {{address}}, the domain that customers see. A test showed it.':
    'Lo que vuelve va a {{address}}, el dominio que ven los clientes. Lo mostró una prueba.',
  'No outgoing server is set yet, so there is nobody to allow.':
    'Aún no hay servidor de salida, así que no hay a quién permitir.',
  'Nothing says who may send in the name of {{domain}}: answers may land in spam. Set this record.':
    'Nada dice quién puede enviar en nombre de {{domain}}: las respuestas pueden acabar en correo no deseado. Pon este registro.',
  'There are several SPF records, and then none counts: join them into one.':
    'Hay varios registros SPF y entonces no cuenta ninguno: júntalos en uno.',
  'It allows everybody (“+all”): end it with “~all” or “-all”.':
    'Permite a cualquiera (“+all”): termínalo con “~all” o “-all”.',
  '{{host}} may send in the name of {{domain}}.': '{{host}} puede enviar en nombre de {{domain}}.',
  '{{host}} has no public address that could be checked. Whoever runs it knows the address it sends from: that one must be allowed.':
    '{{host}} no tiene una dirección pública que se pueda comprobar. Quien lo lleva sabe desde cuál envía: esa debe estar permitida.',
  'The record cannot be read to its end (too many look-ups, or a mistake in it): then it counts for nothing.':
    'El registro no se puede leer hasta el final (demasiadas consultas o un error en él): entonces no sirve de nada.',
  'A name server on its way did not answer. Check again in a minute.':
    'Un servidor de nombres del camino no respondió. Vuelve a comprobarlo en un minuto.',
  'It does not allow {{host}}, which carries your answers: they may land in spam. Set it like this.':
    'No permite {{host}}, que lleva tus respuestas: pueden acabar en correo no deseado. Ponlo así.',
  // health
  'Every mail at its host has its row in the ledger.': 'Cada correo del servidor tiene su fila en el registro.',
  '{{count}} mails lie at their host without a row in the ledger.':
    'Hay {{count}} correos en su servidor sin fila en el registro.',
  'Open the mail ledger of {{name}} in Settings > Channels, press “Look now”, and take them in.':
    'Abre el registro del correo de {{name}} en Ajustes > Canales, pulsa «Mirar ahora» y acéptalos.',
  'No mailbox is set up.': 'No hay ningún buzón configurado.',
  '{{count}} mailboxes are listened to.': 'Se escuchan {{count}} buzones.',
  '{{failing}} of {{count}} mailboxes are not listened to; mails wait at their host.':
    '{{failing}} de {{count}} buzones no se escuchan; los correos esperan en su servidor.',
  'It was never listened to. Is a worker running?': 'Nunca se ha escuchado. ¿Hay un proceso de trabajo en marcha?',
  'No mail came within an hour.': 'No llegó correo en la última hora.',
  '{{mails}} mails within an hour, each taken in within {{seconds}} seconds.':
    '{{mails}} correos en una hora, cada uno aceptado en {{seconds}} segundos.',
  'Within an hour a mail waited {{seconds}} seconds at its host before we took it in.':
    'En la última hora un correo esperó {{seconds}} segundos en su servidor antes de que lo aceptáramos.',
  'A mailbox was away, or mail came faster than this machine takes it in: look at the mailboxes, and add a worker if it stays so.':
    'Un buzón no estuvo disponible o el correo llegó más deprisa de lo que esta máquina lo acepta: mira los buzones y añade un proceso de trabajo si sigue así.',
};
