import type { Phrases } from '#platform/words';

/** Privacy and the audit log in Spanish. */
export const es: Phrases = {
  'This customer is held and may not be erased': 'Este cliente está retenido y no se puede borrar',
  'Whoever sets the keeping times can lift the hold, under Settings, Privacy.':
    'Quien fija los plazos de conservación puede levantar la retención, en Ajustes, Privacidad.',
  'Audit log': 'Registro de auditoría',
  'Read what administrators changed, exported and erased': 'Leer qué cambió, exportó y borró quien administra',
  'Set how long things are kept, and hold customers': 'Fijar cuánto se conservan las cosas y retener clientes',
  'Verified up to line {{line}} of {{lines}}.': 'Verificado hasta la línea {{line}} de {{lines}}.',
  'The audit log was tampered with at line {{line}}.': 'El registro de auditoría fue manipulado en la línea {{line}}.',
  'Open Settings > Audit log to see what is wrong; compare with a backup, and look who can write to the database.':
    'Abre Ajustes > Registro de auditoría para ver qué pasa; compáralo con una copia de seguridad y mira quién puede escribir en la base de datos.',
  'For how many days each kind of thing is kept. What is not here is kept until somebody erases it.':
    'Cuántos días se conserva cada tipo de cosa. Lo que no está aquí se conserva hasta que alguien lo borra.',
};
