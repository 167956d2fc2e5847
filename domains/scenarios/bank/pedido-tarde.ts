import type { Scenario } from '#science/practice';

export const pedidoTarde: Scenario = {
  id: 'pedido-tarde',
  version: 1,
  lang: 'es',
  title: 'Un pedido que no llega',
  industry: 'retail',
  difficulty: 1,
  minutes: 6,
  skills: ['languages', 'cultural-awareness', 'empathy'],
  persona: { name: 'Mateo Rojas', about: 'Compró una cafetera para la cafetería que abre el lunes en Medellín.' },
  mood: 'Cordial, pero cuenta los días.',
  wants: 'La cafetera antes del lunes, o saber hoy que no llega.',
  customerKnows: ['Pedido CO-771', 'Debía llegar el miércoles', 'Abre el lunes'],
  systems: [
    { label: 'Pedido CO-771', value: 'En la aduana de Bogotá desde el martes' },
    { label: 'Existencias', value: 'Hay dos iguales en Medellín; entrega en un día' },
    { label: 'Si llega la primera', value: 'La recogemos sin costo' },
  ],
  mustVerify: true,
  opening:
    'Buenas tardes. Mi pedido debía llegar el miércoles y no está. Abro mi cafetería el lunes y sin la cafetera no puedo. ¿Qué pasa con mi pedido?',
  start: 'buscar',
  phrases: {
    otra: ['otra|otro', 'nueva', 'desde medellin', 'existencias', 'reenviar|reenvio', 'cambiar'],
    aduana: ['aduana', 'bogota'],
    esperar: ['esperar|espere', 'paciencia'],
    primera: ['recoger|recogemos|recogeremos', 'sin costo', 'no paga', 'la primera', 'devolver'],
  },
  turns: {
    buscar: {
      hears: [
        { on: ['verify'], to: 'opcion', says: 'CO-771, Mateo Rojas. Es la cafetera de dos grupos. El lunes abro.' },
        {
          on: ['ask', 'acknowledge'],
          to: 'opcion',
          says: 'El pedido es CO-771, a nombre de Mateo Rojas. El lunes abro.',
        },
      ],
      otherwise: ['¿Y mi pedido? Es el CO-771.', 'Solo quiero saber dónde está la cafetera.'],
      helps:
        'Buenas tardes, señor Rojas. Entiendo que sin la cafetera no puede abrir el lunes, y lo siento. ¿Me da su número de pedido, por favor?',
      hint: 'Salude con calma y pregunte qué pedido es.',
    },
    opcion: {
      hears: [
        { on: ['otra', 'time'], to: 'segura', says: '¡{time}! Eso me sirve. ¿Y si después llega la primera?' },
        { on: ['otra'], to: 'cuando', says: 'Otra me sirve. ¿Cuándo llegaría?' },
        { on: ['aduana'], to: 'tarde', says: 'En la aduana puede estar semanas. ¿No hay otra manera?' },
        { on: ['esperar'], to: 'tarde', says: 'No puedo esperar, el lunes abro.' },
      ],
      otherwise: ['¿Y entonces, llega o no llega?', 'El lunes abro. Necesito una respuesta.'],
      helps:
        'Veo que está en la aduana de Bogotá desde el martes, por eso no avanza. Le voy a enviar otra desde Medellín hoy, y la recibe mañana.',
      hint: 'Diga qué pasa, qué hará usted y cuándo llega.',
    },
    tarde: {
      hears: [
        { on: ['otra', 'time'], to: 'segura', says: 'Perfecto, {time}. ¿Y si llega la primera?' },
        { on: ['otra'], to: 'cuando', says: 'Sí, por favor. ¿Cuándo?' },
      ],
      otherwise: ['¿No tienen otra igual?', 'Entonces la compro en otro sitio.'],
      helps: 'Tiene razón, no se puede esperar. Le voy a enviar otra igual desde Medellín, y la recibe mañana.',
      hint: 'Mire las existencias.',
    },
    cuando: {
      hears: [{ on: ['time'], to: 'segura', says: 'Muy bien. ¿Y si llega la primera también?' }],
      otherwise: ['¿Qué día?', 'Necesito un día, no un «pronto».'],
      helps: 'La recibe mañana, dos días antes de abrir.',
      hint: 'Diga el día.',
    },
    segura: {
      hears: [
        { on: ['primera'], to: 'resuelto' },
        { on: ['nextStep', 'time'], to: 'resuelto' },
      ],
      otherwise: ['¿Y la primera? No quiero pagar dos.', '¿Qué hago con dos cafeteras?'],
      helps:
        'Si llega la primera, la recogemos sin costo y usted no paga dos veces. Mañana le escribo con la hora de entrega.',
      hint: 'Responda qué pasa con la primera.',
    },
  },
  endings: {
    resuelto: {
      how: 'solved',
      says: '¡Qué alivio! El lunes está invitado a un café. Muchas gracias.',
      because: 'La cafetera llega a tiempo y sabe qué pasa con la primera.',
    },
    left: {
      how: 'unsolved',
      says: 'Voy a comprarla en otro sitio. Gracias igual.',
      because: 'Se fue sin saber si podía abrir el lunes.',
    },
  },
  reactions: {
    rude: 'Disculpe, yo le hablé con respeto.',
    blame: 'La dirección está bien, la revisé.',
    dismiss: '¿Entonces me quedo sin cafetera?',
    onlySorry: 'Gracias, pero ¿qué pasa con la cafetera?',
    onlyGreeting: 'Buenas tardes. ¿Dónde está mi pedido?',
    question: 'No entiendo qué tiene que ver. Quiero saber de la cafetera.',
    vague: '¿Pronto es antes del lunes?',
  },
};
