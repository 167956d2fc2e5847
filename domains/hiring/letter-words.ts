import type { LetterKind } from './contract.ts';

/** What a letter is filled in with. */
export interface LetterFacts {
  readonly name: string;
  readonly title: string;
  readonly brand: string;
}

type Template = Readonly<{ subject: string; text: string }>;
type Kinds = Exclude<LetterKind, 'own' | 'answer'>;

const en: Readonly<Record<Kinds, Template>> = {
  received: {
    subject: 'Your application: {{title}}',
    text: 'Hello {{name}},\n\nyour application for “{{title}}” is with us. On your page you see how far it is, can write to us, and can erase it at any time.\n\n{{brand}}',
  },
  again: {
    subject: 'Another application with your address: {{title}}',
    text: 'Hello,\n\nsomebody applied for “{{title}}” with this e-mail address, and there was an application with it before. If it was you, nothing is to be done: each has a page of its own. If it was not you, erase it on its page below.\n\n{{brand}}',
  },
  invited: {
    subject: 'We would like to talk with you: {{title}}',
    text: 'Hello {{name}},\n\nthank you for your application for “{{title}}”. We would like to talk with you for half an hour. Tell us on your page which days and hours suit you, and in which time zone.\n\n{{brand}}',
  },
  declined: {
    subject: 'Your application: {{title}}',
    text: 'Hello {{name}},\n\nthank you for applying for “{{title}}”. We chose somebody else this time. What you sent is kept for 180 days and then erased by itself; on your page you can erase it now.\n\n{{brand}}',
  },
};

const es: Readonly<Record<Kinds, Template>> = {
  received: {
    subject: 'Tu postulación: {{title}}',
    text: 'Hola, {{name}}:\n\nTu postulación para «{{title}}» nos llegó. En tu página ves en qué punto está, puedes escribirnos y puedes borrarla cuando quieras.\n\n{{brand}}',
  },
  again: {
    subject: 'Otra postulación con tu correo: {{title}}',
    text: 'Hola:\n\nAlguien se postuló para «{{title}}» con este correo, y ya había una postulación con él. Si fuiste tú, no hay nada que hacer: cada una tiene su página. Si no fuiste tú, bórrala en su página, abajo.\n\n{{brand}}',
  },
  invited: {
    subject: 'Queremos hablar contigo: {{title}}',
    text: 'Hola, {{name}}:\n\nGracias por postularte para «{{title}}». Queremos hablar contigo media hora. Dinos en tu página qué días y horas te van bien, y en qué zona horaria.\n\n{{brand}}',
  },
  declined: {
    subject: 'Tu postulación: {{title}}',
    text: 'Hola, {{name}}:\n\nGracias por postularte para «{{title}}». Esta vez elegimos a otra persona. Lo que enviaste se guarda 180 días y después se borra solo; en tu página puedes borrarlo ya.\n\n{{brand}}',
  },
};

/** What stands below every letter that leaves: the way back, which is the page and not the mail. */
const foot: Readonly<Record<string, string>> = {
  en: 'Your page: {{link}}\nPlease answer there: only who hires reads it.',
  es: 'Tu página: {{link}}\nResponde allí, por favor: solo la lee quien contrata.',
};

/** A letter in the applicant's language; English where there is none. */
export function letterOf(kind: Kinds, lang: string, facts: LetterFacts): Template {
  const { subject, text } = (lang === 'es' ? es : en)[kind];
  return { subject: fill(subject, facts).slice(0, 200), text: fill(text, facts) };
}

/** The foot of a letter with the applicant's own link. */
export function footOf(lang: string, link: string): string {
  return fill(foot[lang] ?? foot['en'] ?? '', { link });
}

function fill(text: string, values: Readonly<Record<string, string>> | LetterFacts): string {
  const known = values as Readonly<Record<string, string>>;
  return text.replace(/\{\{(\w+)\}\}/g, (_all, name: string) => known[name] ?? '');
}
