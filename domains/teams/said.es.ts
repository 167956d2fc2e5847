import type { Phrases } from '#platform/words';

/** Teams and queues in Spanish. */
export const es: Phrases = {
  'The hours of a team that is there are not changed from a file':
    'El horario de un equipo que ya existe no se cambia desde un archivo',
  'Leave them as they are in the file.': 'Déjalo en el archivo como está.',
  'There is already a team of this name': 'Ya hay un equipo con este nombre',
  'This brand has no line of this address': 'Esta marca no tiene ninguna línea con esta dirección',
  'Name it under "lines" first, or mend the spelling.': 'Nómbrala antes en "lines" o corrige cómo está escrita.',
  'This line’s brand has no such queue': 'La marca de esta línea no tiene esa cola',
  'There is no team of this name': 'No hay ningún equipo con este nombre',
  'Name it under "teams" first, or mend the spelling.': 'Nómbralo antes en "teams" o corrige cómo está escrito.',
  'This brand already has a queue of this name': 'Esta marca ya tiene una cola con este nombre',
  'See teams and who works in them': 'Ver los equipos y quién trabaja en ellos',
  'Change teams, their members and their queues; see their skills':
    'Cambiar los equipos, sus miembros y sus colas; ver sus habilidades',
  'Teams by name. Who works in them is said where people are invited.':
    'Equipos por su nombre. Quién trabaja en ellos se dice donde se invita a las personas.',
  'Where conversations wait, which team works them, and the addresses of the lines that lead there.':
    'Dónde esperan las conversaciones, qué equipo las atiende y las direcciones de las líneas que llevan ahí.',
  // what a workspace starts with
  'Customer service': 'Atención al cliente',
  Questions: 'Consultas',
};
