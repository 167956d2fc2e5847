/** What the server says by itself, in the reader's language: refusals, names of permissions, states of lines, letters. */
export { languageOf, servedLanguages, type ServedLanguage } from './language-of.ts';
export { createSay, type Phrases, type Said, type Say } from './say.ts';
export { sayAnswer } from './say-answer.ts';
export { es as spanishOfPlatform } from './said.es.ts';
