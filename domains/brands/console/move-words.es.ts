import type { Spanish } from '#platform/ui';
import type { moveWords } from './move-words.ts';

export const es: Spanish<typeof moveWords> = {
  area: 'move-line',
  words: {
    move: 'Mover a otra marca',
    sure: 'Mover {{name}} a otra marca',
    where: 'A',
    stays:
      'Lo que se dijo por ella, y el registro de lo que llegó, se queda con {{from}} y quienes la atienden; las conversaciones abiertas también.',
    comes: 'Lo que llegue desde ahora es de {{to}}, y solo lo ven quienes atienden {{to}}.',
    answers:
      'Las respuestas a lo que ahora está abierto llegan a {{to}} como conversaciones nuevas. {{from}} responde las suyas por sus otros canales. Lo que no haya salido para entonces se queda en su conversación, marcado como no enviado.',
    carried:
      'El nombre, la firma, los ajustes y las contraseñas van con ella; el horario, las promesas y las colas son los de {{to}}.',
    anew: 'Su cola, un inicio de sesión por consentimiento, sus reglas y sus comprobaciones empiezan de nuevo.',
    keep: 'Dejarla donde está',
    moveTo: 'Mover a {{to}}',
  },
};
