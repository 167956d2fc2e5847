import { guideTexts } from './guide-texts.ts';
import { roleDays } from './role-days.ts';
import { roleTexts } from './role-texts.ts';
import { roleWords } from './role-words.ts';
import { skillTexts } from './skill-texts.ts';

/** Every text that came with the program, in English, with what it is in Spanish: one sentence is translated once. */
export const spanish: Readonly<Record<string, string>> = {
  ...guideTexts,
  ...roleDays,
  ...roleTexts,
  ...roleWords,
  ...skillTexts,
  'National starting salaries': 'Salarios iniciales nacionales',
};

/** Words that are the same in Spanish. */
export const alike: ReadonlySet<string> = new Set([
  'CRM',
  'NPS',
  'SQL',
  'Macros',
  '1 h',
  '2 h',
  '3 h',
  '4 h',
  '8 min',
  '20 min',
  '30 min',
  '40 min',
  '45 min',
]);

/** One word for one thing: the Spanish of a term, and what it is never called here. */
export const glossary: readonly { readonly english: string; readonly spanish: string; readonly never: RegExp }[] = [
  { english: 'role', spanish: 'puesto', never: /\brol(es)?\b/i },
  { english: 'opening', spanish: 'vacante', never: /\bofertas? de (empleo|trabajo)\b|\bapertura/i },
  { english: 'to apply', spanish: 'postularse', never: /\baplicar (a|para)\b|\bsolicitar el puesto\b/i },
  {
    english: 'customer service',
    spanish: 'atención al cliente',
    never: /\bservicio al cliente\b|\batención a clientes\b/i,
  },
  { english: 'escalation', spanish: 'caso escalado', never: /\bescalamiento|\bescalaci[oó]n/i },
  { english: 'coaching', spanish: 'acompañamiento', never: /\bcoach/i },
  { english: 'team leader', spanish: 'líder de equipo', never: /\bjefe de equipo\b|\bteam leader\b/i },
  { english: 'front line', spanish: 'primera línea', never: /\blínea del frente\b|\bfront ?line\b/i },
  { english: 'feedback', spanish: 'opiniones', never: /\bfeedback\b|\bretroalimentación\b/i },
  { english: 'skill', spanish: 'habilidad', never: /\bcompetencias\b|\bdestrezas?\b/i },
  { english: 'ticket, case', spanish: 'caso', never: /\btickets?\b/i },
  { english: 'dashboard', spanish: 'tablero de datos', never: /\bdashboards?\b/i },
  { english: 'knowledge base', spanish: 'base de conocimiento', never: /\bbase de conocimientos\b/i },
  { english: 'time zone', spanish: 'huso horario', never: /\bzonas? horarias?\b/i },
];
