import type { Phrases } from '#platform/words';

/** The desks, by which the roles that come with Rapport are called, in Spanish. */
export const es: Phrases = {
  'Omnichannel support representative': 'Atención omnicanal',
  'Customer service specialist': 'Especialista en atención al cliente',
  'Live chat and messaging agent': 'Atención por chat y mensajería',
  'Call centre specialist': 'Especialista de centro de llamadas',
  'Technical support specialist': 'Especialista en soporte técnico',
  'Senior customer service specialist': 'Especialista sénior en atención al cliente',
  'Team leader': 'Jefatura de equipo',
  'Customer service manager': 'Dirección de atención al cliente',
  'Support operations analyst': 'Analista de operaciones de soporte',
  'Customer experience specialist': 'Especialista en experiencia de cliente',
  'Customer success manager': 'Responsable de éxito del cliente',
  'Account manager': 'Responsable de cuentas',
  'Customer retention specialist': 'Especialista en fidelización de clientes',
  'Community and social care manager': 'Responsable de comunidad y redes sociales',
  'Knowledge and AI owner': 'Responsable de conocimiento e IA',
  'Workforce planner': 'Planificación de turnos',
  'People manager': 'Responsable de personas',
  'Quality reviewer and trainer': 'Evaluación de calidad y formación',
  Guest: 'Persona invitada',
  'Client viewer': 'Consulta de cliente',
  'Client viewer with conversations': 'Consulta de cliente con conversaciones',
  Administrator: 'Administración',
};
