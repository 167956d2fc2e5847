import type { Phrases } from '#platform/words';
import { es as access } from './sso/said.es.ts';
import { es as desks } from './roles/said.es.ts';

/** Accounts, roles, signing in and the first set-up, in Spanish. */
export const es: Phrases = {
  ...access,
  ...desks,
  'This address already has an account here, with another password':
    'Esta dirección ya tiene aquí una cuenta, con otra contraseña',
  'Use the password you sign in with.': 'Usa la contraseña con la que inicias sesión.',
  'Too many wrong passwords for this address': 'Demasiadas contraseñas incorrectas para esta dirección',
  'Wait a quarter of an hour, or sign in from a device you signed in from before.':
    'Espera un cuarto de hora o inicia sesión desde un dispositivo que ya hayas usado.',
  'Too many wrong passwords for this account': 'Demasiadas contraseñas incorrectas para esta cuenta',
  'Wait a quarter of an hour.': 'Espera un cuarto de hora.',
  'Somebody with this address is already here': 'Ya hay alguien con esta dirección',
  'Look among the deactivated teammates too.': 'Mira también entre los miembros desactivados.',
  'This server is already set up': 'Este servidor ya está configurado',
  'Sign in, or ask who set it up for an invitation.': 'Inicia sesión o pide una invitación a quien lo configuró.',
  'This code was used already': 'Este código ya se usó',
  'Wait for the next one: your app shows it within half a minute.':
    'Espera al siguiente: tu aplicación lo muestra en menos de medio minuto.',
  'This address has an account here already': 'Esta dirección ya tiene aquí una cuenta',
  'Come in with its password; passkeys are added in Settings.':
    'Entra con su contraseña; las llaves de acceso se añaden en Ajustes.',
  'They have come in already': 'Esa persona ya entró',
  'Load the list again.': 'Vuelve a cargar la lista.',
  'You came by single sign-on: your password and second step are kept there':
    'Entraste por inicio de sesión único: tu contraseña y tu segundo paso se guardan allí',
  'Change them with whoever keeps your organisation’s accounts.':
    'Cámbialos con quien lleva las cuentas de tu organización.',
  'Nobody else may give roles': 'Nadie más puede dar roles',
  'Give somebody else a role that may, then change this one.':
    'Da a otra persona un rol que pueda y después cambia este.',
  'This allows more than you may yourself': 'Esto permite más de lo que tú puedes',
  'Give less, or ask somebody who may do it all.': 'Da menos o pídelo a alguien que pueda todo eso.',
  'This account has no password': 'Esta cuenta no tiene contraseña',
  'This invitation is used up, or too old': 'Esta invitación ya se usó o es demasiado antigua',
  'Ask whoever sent it for a new one.': 'Pide una nueva a quien la envió.',
  'This link is used up, or too old': 'Este enlace ya se usó o es demasiado antiguo',
  'Ask for another one; it opens for half an hour.': 'Pide otro; sirve durante media hora.',
  'One of these roles does not exist': 'Uno de estos roles no existe',
  'Load the roles again.': 'Vuelve a cargar los roles.',
  'This account belongs to no workspace any more': 'Esta cuenta ya no pertenece a ningún espacio de trabajo',
  'Ask an administrator for an invitation.': 'Pide una invitación a quien administra.',
  'A key cannot make or end keys': 'Una clave no puede crear ni revocar claves',
  'Sign in to the console and do it there.': 'Inicia sesión en la consola y hazlo allí.',
  'This passkey is your only way in': 'Esta llave de acceso es tu única forma de entrar',
  'Add another one first, then remove this one.': 'Añade otra primero y luego quita esta.',
  'This passkey opens nothing here': 'Esta llave de acceso no abre nada aquí',
  'Choose another one, or sign in with your password.': 'Elige otra o inicia sesión con tu contraseña.',
  'The passkey could not be added': 'No se pudo añadir la llave de acceso',
  'Begin again; the browser has to answer within ten minutes and at this very address.':
    'Empieza de nuevo; el navegador tiene que responder en diez minutos y en esta misma dirección.',
  'These preferences are too large': 'Estas preferencias son demasiado grandes',
  'Take some away with null.': 'Quita algunas con null.',
  'This role comes with Rapport and follows its desk': 'Este rol viene con Rapport y sigue a su escritorio',
  'Make a copy, and change that.': 'Haz una copia y cambia la copia.',
  'Somebody still has this role': 'Alguien tiene aún este rol',
  'Give them another one first, then remove it.': 'Dale antes otro y después quítalo.',
  'There is already a role of this name': 'Ya hay un rol con este nombre',
  'Too many wrong codes for this account': 'Demasiados códigos incorrectos para esta cuenta',
  'Wait a quarter of an hour, or sign in with a passkey.':
    'Espera un cuarto de hora o inicia sesión con una llave de acceso.',
  'This sign-in took too long': 'Este inicio de sesión tardó demasiado',
  'Begin again with your password.': 'Empieza de nuevo con tu contraseña.',
  'They may do something here that you may not': 'Esa persona puede hacer aquí algo que tú no',
  'Ask somebody who may do it all.': 'Pídelo a alguien que pueda todo eso.',
  'Too many attempts from here': 'Demasiados intentos desde aquí',
  'Wait a minute and try again.': 'Espera un minuto y vuelve a intentarlo.',
  'Too many wrong codes': 'Demasiados códigos incorrectos',
  'There are too many keys': 'Hay demasiadas claves',
  'Revoke those that nobody uses any more.': 'Revoca las que ya no usa nadie.',
  'There are too many passkeys': 'Hay demasiadas llaves de acceso',
  'Remove one first.': 'Quita antes una.',
  'There are too many roles': 'Hay demasiados roles',
  'Remove some that nobody has.': 'Quita algunos que nadie tenga.',
  'The second step is not on': 'El segundo paso no está activado',
  'Begin with it first.': 'Actívalo antes.',
  'The second step is on already': 'El segundo paso ya está activado',
  'End it first.': 'Desactívalo antes.',
  'Address and password do not belong together': 'La dirección y la contraseña no corresponden',
  'Check both for typing mistakes.': 'Comprueba si hay errores al escribirlas.',
  'This code is not right': 'Este código no es correcto',
  'Take the one your app shows now; see that the clock of your phone is right.':
    'Toma el que tu aplicación muestra ahora; mira que la hora de tu teléfono sea la correcta.',
  'This is not your password': 'Esta no es tu contraseña',
  'Type it again.': 'Vuelve a escribirla.',
  'This recovery code is not right, or was used before': 'Este código de recuperación no es correcto o ya se usó',
  'Take another one of the list.': 'Toma otro de la lista.',
  'is one of the first that are tried. Take three or four words that do not belong together':
    'Es de las primeras que se prueban. Toma tres o cuatro palabras que no vayan juntas',
  'is the same few signs over and over. Take three or four words':
    'Son los mismos pocos signos una y otra vez. Toma tres o cuatro palabras',
  'is made of your own name or address. Take words nobody would guess of you':
    'Está hecha con tu nombre o tu dirección. Toma palabras que nadie adivinaría de ti',
  'is no setting': 'no es un ajuste',
  'is no permission': 'no es un permiso',
  'is no desk': 'no es un escritorio',
  'must allow something': 'debe permitir algo',
  'must be a time zone such as Europe/Lisbon': 'debe ser un huso horario como Europe/Lisbon',
  'See the settings': 'Ver los ajustes',
  'Change the settings': 'Cambiar los ajustes',
  'Invite and deactivate teammates, and say what each may':
    'Invitar y desactivar miembros, y decidir qué puede cada cual',
  'Everybody who comes in by password sets up a second step first':
    'Quien entra con contraseña configura antes un segundo paso',
  // the first set-up
  'PostgreSQL {{version}}, brought along, kept in the data folder, empty':
    'PostgreSQL {{version}}, incluida, guardada en la carpeta de datos, vacía',
  'PostgreSQL {{version}}, yours, empty': 'PostgreSQL {{version}}, la tuya, vacía',
  Address: 'Dirección',
  '{{url}}, this machine alone. PUBLIC_URL and HOST open it to others':
    '{{url}}, solo esta máquina. PUBLIC_URL y HOST la abren a otros',
  '{{size}} GB free: make room before mail comes': '{{size}} GB libres: haz sitio antes de que llegue correo',
  '{{size}} GB free': '{{size}} GB libres',
  'Receiving mail': 'Recibir correo',
  'With your first address': 'Con tu primera dirección',
  'With your first address. Our own door for mail is open at port {{port}}':
    'Con tu primera dirección. Nuestra propia entrada de correo está abierta en el puerto {{port}}',
  'Sending mail': 'Enviar correo',
  'Through {{host}}; each address can have its own host': 'Por {{host}}; cada dirección puede tener el suyo',
  'With your first address. Until then replies wait, none is lost':
    'Con tu primera dirección. Hasta entonces las respuestas esperan, no se pierde ninguna',
  'AI model: none': 'Modelo de IA: ninguno',
  'Everything works without': 'Todo funciona sin él',
  'Transcription: off': 'Transcripción: no',
  'Calls are kept as notes': 'Las llamadas se guardan como notas',
  'Nothing leaves this server': 'Nada sale de este servidor',
  'No account, no key, no usage report': 'Sin cuenta, sin clave, sin informes de uso',
  // letters
  'Hello {{name}},': 'Hola, {{name}}:',
  'Your password for Rapport was changed': 'Tu contraseña de Rapport se cambió',
  'the password you come in to Rapport with was changed. Everywhere else you were signed out.':
    'La contraseña con la que entras en Rapport se cambió. En todos los demás sitios se cerró tu sesión.',
  'A passkey was removed from your account in Rapport': 'Se quitó una llave de acceso de tu cuenta de Rapport',
  'a passkey was removed from your account in Rapport: it opens nothing any more.':
    'se quitó una llave de acceso de tu cuenta de Rapport: ya no abre nada.',
  'A passkey was added to your account in Rapport': 'Se añadió una llave de acceso a tu cuenta de Rapport',
  'a passkey was added to your account in Rapport: whoever has its device comes in without a password.':
    'Se añadió una llave de acceso a tu cuenta de Rapport: quien tenga su dispositivo entra sin contraseña.',
  'The second step of your sign-in to Rapport was ended':
    'Se desactivó el segundo paso de tu inicio de sesión en Rapport',
  'you come in to Rapport by your password alone again: the second step was ended.':
    'Vuelves a entrar en Rapport solo con tu contraseña: se desactivó el segundo paso.',
  'If it was not you, choose another password now: {{url}}': 'Si no fuiste tú, elige ahora otra contraseña: {{url}}',
  'You are invited to {{workspace}}': 'Te invitan a {{workspace}}',
  'A colleague invites you to answer customers with {{workspace}} in Rapport. Come in here:':
    'Un colega te invita a atender a clientes con {{workspace}} en Rapport. Entra aquí:',
  '{{from}} invites you to answer customers with {{workspace}} in Rapport. Come in here:':
    '{{from}} te invita a atender a clientes con {{workspace}} en Rapport. Entra aquí:',
  'The link works once, for seven days. If you expected no invitation, do nothing.':
    'El enlace sirve una vez, durante siete días. Si no esperabas una invitación, no hagas nada.',
  'A new password for Rapport': 'Una contraseña nueva para Rapport',
  'somebody, most likely you, asked for a new password. Choose it here:':
    'Alguien, seguramente tú, pidió una contraseña nueva. Elígela aquí:',
  'The link works once, for half an hour. If it was not you, do nothing: your password stays as it is.':
    'El enlace sirve una vez, durante media hora. Si no fuiste tú, no hagas nada: tu contraseña sigue como está.',
  'The mail host broke off.': 'El servidor de correo cortó la conexión.',
  'Roles of your own: the desk they begin at, and what they allow. Those that come with Rapport are not in it.':
    'Roles propios: el escritorio donde empiezan y lo que permiten. No incluye los que vienen con Rapport.',
  'Settings of the workspace that are not as they come.': 'Ajustes del espacio de trabajo que no están como vienen.',
  'Single sign-ons (OpenID Connect), without their secrets: the client secret is typed in under Settings.':
    'Inicios de sesión únicos (OpenID Connect), sin sus secretos: el secreto de cliente se escribe en Ajustes.',
  'Its client secret, where it has one, is typed in under Settings, Single sign-on; the provider is told the address there.':
    'Su secreto de cliente, si lo tiene, se escribe en Ajustes, Inicio de sesión único; la dirección de allí se da al proveedor.',
  'Nothing leaves the sample shop': 'Nada sale de la tienda de ejemplo',
  'Do it in your own workspace: here nobody outside is asked or told anything.':
    'Hazlo en tu propio espacio de trabajo: aquí no se pregunta ni se cuenta nada a nadie de fuera.',
};
