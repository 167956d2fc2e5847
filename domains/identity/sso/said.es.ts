import type { Phrases } from '#platform/words';

/** Single sign-on in Spanish. */
export const es: Phrases = {
  'This single sign-on is not there any more': 'Este inicio de sesión único ya no existe',
  'Sign in in another way, or ask an administrator.': 'Inicia sesión de otra forma o pregunta a quien administra.',
  'The provider does not say that your address is yours': 'El proveedor no confirma que tu dirección sea tuya',
  'Confirm your mail address there, or ask whoever keeps the accounts, then begin again.':
    'Confirma allí tu dirección de correo o pregunta a quien lleva las cuentas; después empieza de nuevo.',
  'The single sign-on did not work': 'El inicio de sesión único no funcionó',
  'Begin again. If it happens again, tell an administrator what is said here.':
    'Empieza de nuevo. Si se repite, di a quien administra lo que pone aquí.',
  'You were taken off this workspace': 'Te quitaron de este espacio de trabajo',
  'Ask an administrator if that was not meant.': 'Pregunta a quien administra si no era la intención.',
  'The provider of a connection stays': 'El proveedor de una conexión no cambia',
  'Whoever came by it is known by the old provider alone. Take this one away and connect the new one.':
    'A quien entró por ella solo lo conoce el proveedor antiguo. Quita esta y conecta la nueva.',
  'This address belongs to another account of the provider here': 'Esta dirección es aquí de otra cuenta del proveedor',
  'An address can change hands. Ask an administrator to look at it.':
    'Una dirección puede cambiar de manos. Pide a quien administra que lo mire.',
  'Say who comes in when the provider fails': 'Di quién entra cuando falla el proveedor',
  'Choose somebody who may give roles and can sign in here with a password or passkey.':
    'Elige a alguien que pueda dar roles e iniciar sesión aquí con contraseña o llave de acceso.',
  'Only somebody who may do everything connects a single sign-on':
    'Solo quien puede hacerlo todo conecta un inicio de sesión único',
  'It can say of anybody that it is them. Ask an administrator.':
    'Puede hacer pasar a cualquiera por otra persona. Pregunta a quien administra.',
  'None of your groups gives you a role here': 'Ninguno de tus grupos te da un rol aquí',
  'Ask an administrator which group you need.': 'Pregunta a quien administra qué grupo necesitas.',
  'Nobody in this browser asked for this sign-in, or it took too long':
    'En este navegador nadie pidió este inicio de sesión, o tardó demasiado',
  'Begin again at the sign-in page.': 'Empieza de nuevo en la página de inicio de sesión.',
  'Nobody has invited you here yet': 'Aún no te ha invitado nadie',
  'Ask an administrator for an invitation to this very address.':
    'Pide a quien administra una invitación a esta misma dirección.',
  'This single sign-on is not for addresses of your domain':
    'Este inicio de sesión único no es para direcciones de tu dominio',
  'Sign in with another account of the provider, or ask an administrator to add the domain.':
    'Inicia sesión con otra cuenta del proveedor o pide a quien administra que añada el dominio.',
  'They would have no way in any more': 'No le quedaría ninguna forma de entrar',
  'Release it all the same, then send them a link for a password.':
    'Desvincúlalo de todos modos y envíale después un enlace para una contraseña.',
  'There are too many single sign-ons': 'Hay demasiados inicios de sesión únicos',
  'Take one away first.': 'Quita antes uno.',
  'names a role or team that is not there': 'nombra un rol o un equipo que no existe',
  // trying a connection
  '{{host}} answers, and calls itself so.': '{{host}} responde y se llama así.',
  '{{host}} names no page to sign in at, or one without TLS.':
    '{{host}} no da una página donde iniciar sesión, o da una sin TLS.',
  '{{host}} gives no codes, and nothing else is safe enough.':
    '{{host}} no da códigos, y nada más es lo bastante seguro.',
  '{{host}} does not know PKCE with S256, which is asked for here.':
    '{{host}} no conoce PKCE con S256, que aquí se exige.',
  'Gives codes, with PKCE.': 'Da códigos, con PKCE.',
  '{{host}} shows no keys: its proofs could not be checked.':
    '{{host}} no muestra claves: sus pruebas no se podrían comprobar.',
  'Shows one key.': 'Muestra una clave.',
  'Shows {{count}} keys.': 'Muestra {{count}} claves.',
  '{{host}} knows the client.': '{{host}} conoce el cliente.',
  '{{host}} knows the client and its secret.': '{{host}} conoce el cliente y su secreto.',
  '{{host}} does not know this client id, or the secret is another one.':
    '{{host}} no conoce este identificador de cliente, o el secreto es otro.',
  '{{host}} does not say whether it knows the client: try a sign-in.':
    '{{host}} no dice si conoce el cliente: prueba a iniciar sesión.',
  '{{host}} lies on a private address, and this server asks none. Whoever runs it can name the host in FETCH_PRIVATE_HOSTS.':
    '{{host}} está en una dirección privada, y este servidor no consulta ninguna. Quien lo lleva puede nombrar el servidor en FETCH_PRIVATE_HOSTS.',
  '{{host}} is not asked without TLS: begin its address with https://.':
    '{{host}} no se consulta sin TLS: empieza su dirección con https://.',
  '{{host}} refused the client: look at the client id and the secret.':
    '{{host}} rechazó el cliente: mira su identificador y su secreto.',
  '{{host}} took too long to answer.': '{{host}} tardó demasiado en responder.',
  '{{host}} could not be used: {{why}}': '{{host}} no se pudo usar: {{why}}',
  '{{host}} is no host that can be found: look for a slip in the address.':
    '{{host}} no se encuentra: busca un error en la dirección.',
  '{{host}} could not be looked up just now: try again in a minute.':
    '{{host}} no se pudo buscar ahora: vuelve a intentarlo en un minuto.',
  '{{host}} does not answer at this port.': '{{host}} no responde en este puerto.',
  '{{host}} broke off the connection.': '{{host}} cortó la conexión.',
  '{{host}} has a certificate that has run out.': '{{host}} tiene un certificado caducado.',
  '{{host}} has a certificate that nobody vouches for.': '{{host}} tiene un certificado que nadie avala.',
  '{{host}} has a certificate whose chain is not whole.': '{{host}} tiene un certificado con la cadena incompleta.',
  '{{host}} has a certificate of another name.': '{{host}} tiene un certificado con otro nombre.',
  '{{host}} answered, but not as a provider of OpenID Connect does: look at the address.':
    '{{host}} respondió, pero no como un proveedor de OpenID Connect: mira la dirección.',
};
