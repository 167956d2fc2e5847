import type { Scenario } from '#science/practice';

export const citaCambiada: Scenario = {
  id: 'cita-cambiada',
  version: 1,
  lang: 'es',
  title: 'Una cita que se cambió sola',
  industry: 'healthcare',
  difficulty: 2,
  minutes: 7,
  skills: ['languages', 'empathy', 'problem-solving'],
  persona: {
    name: 'Rosa Villalba',
    about: 'Acompaña a su madre, de 81 años. Pidió un día libre para la cita del jueves y hoy vio que la movieron.',
  },
  mood: 'Educada y cansada; repite lo que ya hizo.',
  wants: 'Que su madre sea atendida el jueves, o un día que también le sirva a ella.',
  customerKnows: ['La cita era el jueves a las 10', 'Le llegó un mensaje: ahora es el martes', 'El martes trabaja'],
  systems: [
    { label: 'Cita 5512', value: 'Movida al martes a las 9 porque la doctora está en un congreso el jueves' },
    { label: 'Jueves', value: 'Hueco con el doctor Peña, mismo servicio, a las 10:30' },
    { label: 'Transporte', value: 'Se puede pedir hasta el día antes' },
  ],
  mustVerify: true,
  opening:
    'Buenos días. Me cambiaron la cita de mi madre del jueves al martes sin preguntar. Yo pedí el jueves libre y el martes trabajo. ¿Por qué nadie me llamó?',
  start: 'quien',
  phrases: {
    jueves: ['jueves', 'doctor pena', 'otro doctor', 'mismo dia', 'diez y media'],
    congreso: ['congreso', 'la doctora * esta|estara|viaja', 'no * esta la doctora'],
    soloMartes: ['solo * martes', 'tiene que ser el martes', 'queda el martes', 'venga el martes'],
    transporte: ['transporte', 'ambulancia', 'traslado', 'recogemos|recogen|recogeran'],
    confirmo: ['confirmo|confirmada|confirmado', 'queda * reservada|apartada|anotada', 'mensaje * confirmacion'],
  },
  turns: {
    quien: {
      hears: [
        {
          on: ['verify'],
          to: 'opcion',
          says: 'Es la cita 5512, a nombre de Elvira Villalba, nacida el 3 de mayo de 1945. Yo soy su hija y estoy autorizada.',
        },
        {
          on: ['ask', 'acknowledge'],
          to: 'opcion',
          says: 'La cita 5512, Elvira Villalba, nacida el 3 de mayo de 1945. Soy su hija, estoy autorizada.',
        },
      ],
      otherwise: ['¿No necesita saber de qué cita le hablo?', 'Es la cita 5512. Dígame qué pasó, por favor.'],
      helps:
        'Buenos días, señora Villalba. Entiendo que pidió el jueves libre y lo siento. ¿Me dice el número de la cita y la fecha de nacimiento de su madre?',
      hint: 'Antes de hablar de la cita, compruebe de quién es.',
    },
    opcion: {
      hears: [
        {
          on: ['jueves', 'time'],
          to: 'llegar',
          says: '¿El jueves con otro médico? Me sirve. Pero, ¿cómo llega? Yo vivo lejos.',
        },
        { on: ['congreso'], to: 'otra', says: 'Ya. Pero podían avisar. ¿Y qué hago yo con el martes?' },
        { on: ['soloMartes'], to: 'otra', says: 'El martes trabajo, ya se lo dije. ¿No hay otra cosa?' },
      ],
      otherwise: ['¿Y entonces, cuándo la ven?', 'Solo le pregunto si el jueves se puede o no.'],
      helps:
        'Veo que la doctora está en un congreso, por eso se movió. Le voy a reservar el jueves a las 10:30 con el doctor Peña, del mismo servicio.',
      hint: 'Diga por qué pasó y qué hay el jueves.',
    },
    otra: {
      hears: [
        { on: ['jueves', 'time'], to: 'llegar', says: 'El jueves sí puedo. ¿Y cómo llega ella? Yo vivo lejos.' },
        { on: ['route', 'time'], to: 'pasada' },
      ],
      otherwise: ['¿No hay nadie más que pueda verla el jueves?', 'Si no hay nada, buscaré otra clínica.'],
      helps:
        'Tiene razón, debimos llamarla. Le voy a reservar el jueves a las 10:30 con el doctor Peña, del mismo servicio.',
      hint: 'Mire quién más atiende el jueves.',
    },
    llegar: {
      hears: [
        { on: ['transporte', 'time'], to: 'resuelto' },
        { on: ['transporte'], to: 'resuelto' },
        {
          on: ['confirmo', 'nextStep'],
          to: 'casi',
          says: 'Bien, eso me deja más tranquila. Pero, ¿cómo llega ella hasta allí?',
        },
      ],
      otherwise: ['Sí, pero ¿cómo llega mi madre hasta allí?', 'Ella no puede tomar el autobús sola.'],
      helps:
        'Vamos a pedir el transporte para que la recojan en su casa el jueves, y hoy le envío un mensaje con la confirmación de la cita y de la hora.',
      hint: 'Responda cómo llega la madre.',
    },
    casi: {
      hears: [{ on: ['transporte'], to: 'resuelto' }],
      otherwise: ['Gracias. Y lo del transporte, ¿se puede?', 'Sin transporte no llega.'],
      helps: 'Vamos a pedir el transporte para el jueves, y usted recibirá la hora hoy por mensaje.',
      hint: 'Falta el transporte.',
    },
  },
  endings: {
    resuelto: {
      how: 'solved',
      says: 'Muchas gracias. Así sí. Le digo a mi madre que el jueves todo está arreglado.',
      because: 'La madre es atendida el jueves, sabe con quién y cómo llega.',
    },
    pasada: {
      how: 'routed',
      says: 'De acuerdo, espero su llamada. Pero que llamen de verdad, por favor.',
      because: 'Alguien que puede decidir la llama, y ella sabe cuándo.',
    },
    left: {
      how: 'unsolved',
      says: 'Déjelo. Voy a buscar otra clínica.',
      because: 'Se fue sin saber cuándo atienden a su madre.',
    },
  },
  reactions: {
    rude: 'Perdone, pero no le he faltado al respeto.',
    blame: 'Yo no cambié nada. El cambio lo hicieron ustedes.',
    dismiss: '¿Entonces mi madre se queda sin médico?',
    onlySorry: 'Gracias, pero ¿qué hacemos con el jueves?',
    onlyGreeting: 'Buenos días. ¿Me puede decir qué pasó con la cita?',
    question: 'No sé qué tiene que ver. Quiero saber de la cita de mi madre.',
    vague: '¿Y eso cuándo es, exactamente?',
  },
};
