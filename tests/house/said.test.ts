import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import { ownWords, ownWordsOf } from '#platform/contract';
import { gather } from '#platform/domain';
import '#platform/http';
import { declaredProblems } from '#platform/problem';
import { createSay, languageOf, sayAnswer, servedLanguages, spanishOfPlatform } from '#platform/words';

const root = join(import.meta.dirname, '../..');
const house = gather(domains, desks);
const languages = servedLanguages.filter((one) => one !== 'en');
/** The same in both languages. */
const alike: ReadonlySet<string> = new Set(['Chat']);

/** What a language has no words for: none of the same form, but these. */
function unsaid(english: readonly string[]): readonly string[] {
  return languages.flatMap((language) =>
    english
      .filter((text) => text !== '' && !alike.has(text) && house.say(language, text, {}) === text)
      .map((text) => `${language}: ${text}`),
  );
}

test('every refusal has its words in every language', () => {
  const refusals = declaredProblems().flatMap(({ title, help = '' }) => [title, help]);
  expect(refusals.length).toBeGreaterThan(400);
  expect(unsaid(refusals)).toEqual([]);
});

test('so has what a permission allows, a setting does, a figure counts and a notice tells', () => {
  const told = (all: Iterable<{ readonly title?: string; readonly says?: string }>): readonly string[] =>
    [...all].flatMap(({ title = '', says = '' }) => [title, says]);
  const all = [
    ...told(house.permissions),
    ...told(house.settings.values()),
    ...told(house.metrics.values()),
    ...told(house.noticeKinds.values()),
    ...told(house.importables.values()),
    ...told(house.configParts.values()),
    ...told(house.channels.values()),
    ...told(house.health),
    ...told(house.domains.flatMap(({ keeps = [] }) => keeps)),
    ...told(house.desks),
  ];
  expect(all.length).toBeGreaterThan(100);
  expect(unsaid(all)).toEqual([]);
});

/** Sentences that stand where they are told: the state of a line, what is wrong with a field. */
const sentence =
  /\b(?:detail|says|mend|message|why|words):\s*(?:'((?:[^'\\\n]|\\.)+)'|`((?:[^`\\$]|\$\{[^}`?{]+\})+)`)(?!\s*\+)/gu;
const notOurs =
  /\.test\.|\/test-|\.es\.ts$|\/console\/|\/demo|specimens|\/site\/|\/data\/|\/bank\/|seeds|letter-words|^platform\/(config|ui|testing|database)/u;

test('so has every sentence that a domain tells where it happens', () => {
  const files = globSync('{domains,platform}/**/*.ts', { cwd: root }).filter((file) => !notOurs.test(file));
  const told = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(sentence)]
      .map(
        ([, plain, filled = '']) =>
          plain?.replaceAll(/\\(.)/gu, '$1') ?? filled.replaceAll(/\$\{[^}]+\}/gu, '7').replace(/\.7$/u, '.'),
      )
      .filter((text) => /[a-z] [a-z]/u.test(text)),
  );
  expect(told.length).toBeGreaterThan(150);
  expect(told.filter((text) => languages.some((language) => house.say(language, text) === text))).toEqual([]);
});

test('what is filled in stays, and each thing has its one word (docs/reference/spanish.md)', () => {
  const gaps = (text: string): readonly string[] => [...text.matchAll(/\{\{\w+\}\}/gu)].map(String);
  // what a check of a field says of types is left out: people are told what is missing
  const isFilled = (en: string, es: string): boolean =>
    gaps(es).every((gap) => en.includes(gap)) &&
    (en.startsWith('Invalid ') || gaps(en).every((gap) => es.includes(gap)));
  const never = /\btickets?\b|\bzonas? horarias?\b|\bfeedback\b|\bdashboards?\b|\bservicio al cliente\b|\busted\b/iu;
  const all = [spanishOfPlatform, ...domains.map(({ said }) => said?.es ?? {})].flatMap((es) => Object.entries(es));
  expect(all.filter(([en, es]) => !isFilled(en, es) || es.trim() === '' || never.test(es))).toEqual([]);
});

test('the most wished language that we speak is answered in; a made-up one where it is asked for', () => {
  expect(languageOf('es-MX,es;q=0.9,en;q=0.8')).toBe('es');
  expect(languageOf('de, en;q=0.5, es;q=0.7')).toBe('es');
  expect(languageOf('de')).toBe('en');
  expect(languageOf('es;q=0')).toBe('en');
  expect(languageOf(undefined)).toBe('en');
  expect(languageOf('en-XA')).toBe('en-XA');
});

test('a sentence that was kept with its values is known by its form, with the sentence in it', () => {
  const say = createSay([
    {
      es: {
        'Sign in again. {{why}}': 'Vuelve a entrar. {{why}}',
        'No answer from {{host}}.': 'Sin respuesta de {{host}}.',
      },
    },
    { es: { 'It is gone': 'Ya no está', 'Choose another.': 'Elige otro.' } },
  ]);
  expect(say('es', 'Sign in again. No answer from mail.alba.example.')).toBe(
    'Vuelve a entrar. Sin respuesta de mail.alba.example.',
  );
  expect(say('es', 'It is gone. Choose another.')).toBe('Ya no está. Elige otro.');
  expect(say('es', 'No answer from {{host}}.', { host: 'b' })).toBe('Sin respuesta de b.');
  expect(say('es', 'What a customer wrote')).toBe('What a customer wrote');
  expect(say('en', 'No answer from {{host}}.', { host: 'b' })).toBe('No answer from b.');
});

test('of an answer only our own words are said: names stay as people gave them', () => {
  const reply = z.object({
    rows: z.array(z.object({ name: ownWords(z.string(), 'isOurs'), isOurs: z.boolean(), note: z.string() })),
    state: z.object({ says: ownWords(z.string()) }).nullable(),
  });
  const answer = {
    rows: [
      { name: 'Guest', isOurs: true, note: 'Guest' },
      { name: 'Guest', isOurs: false, note: '' },
    ],
    state: { says: 'Works' },
  };
  expect(sayAnswer(reply, answer, (english) => house.say('es', english))).toEqual({
    rows: [
      { name: 'Persona invitada', isOurs: true, note: 'Guest' },
      { name: 'Guest', isOurs: false, note: '' },
    ],
    state: { says: 'Funciona' },
  });
});

/** Texts of people under the same name: what the catalogue of careers says is written there. */
const peoplesWords = /careers|titles|texts/u;

test('an answer that says something of ours marks it, so that it can be said in another language', () => {
  const bare = house.handlers
    .filter(({ route }) => !peoplesWords.test(route.path))
    .flatMap(({ route }) => bareIn(route.reply).map((name) => `${route.method} ${route.path}: ${name}`));
  expect(bare).toEqual([]);
});

function bareIn(schema: z.core.$ZodType, name = ''): readonly string[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  if (def.type === 'object') return Object.entries(def.shape).flatMap(([inner, part]) => bareIn(part, inner));
  if (def.type === 'array') return bareIn(def.element, name);
  if (def.type === 'nullable' || def.type === 'optional' || def.type === 'default') return bareIn(def.innerType, name);
  return def.type === 'string' && /^(says|mend)$/u.test(name) && !ownWordsOf(schema) ? [name] : [];
}
