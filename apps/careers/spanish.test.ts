import { expect, test } from 'vitest';
import { alike, catalogueOf, glossary, spanish } from '#domains/careers';
import { en } from './words/en.ts';
import { es } from './words/es.ts';
import { read } from './test-visit.ts';

const { roles, skills, places } = catalogueOf('es');
const pages = [
  '/',
  '/skills',
  '/places',
  '/industries',
  '/prepare',
  '/questions',
  '/explore',
  '/search',
  '/sources',
  '/practise',
  ...roles.map(({ key }) => `/${key}`),
  ...skills.map(({ key }) => `/skills/${key}`),
  ...places.map(({ key }) => `/places/${key}`),
  ...Object.keys(catalogueOf('es').guides.industries).map((key) => `/industries/${key}`),
];

/** Every text in a thing, without the keys and codes that are no texts. */
function textsIn(thing: unknown, name = ''): string[] {
  const noText = [
    'source',
    'kind',
    'key',
    'skill',
    'role',
    'learn',
    'step',
    'at',
    'icon',
    'onet',
    'esco',
    'lang',
    'more',
  ];
  if (noText.includes(name) || /Lang$|^(shown)?[nN]ame$|^industries$|^country$|^currency$/.test(name)) return [];
  if (typeof thing === 'string') return [thing];
  if (Array.isArray(thing)) return thing.flatMap((one) => textsIn(one, name));
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing).flatMap(([key, value]) => textsIn(value, key));
}

test('every text of the catalogue and the guides is there in Spanish, and none falls back', () => {
  const { guides, ...english } = catalogueOf('en');
  const steps = guides.prepare.map(({ skills: _keys, ...step }) => step);
  const said = Object.values(guides.industries).map(({ says }) => says);
  const texts = textsIn([english.roles, english.skills, english.places, english.questions, guides.field, steps]);
  texts.push(...textsIn([guides.payNotes, guides.waysToAdvance, guides.waysToSucceed, guides.levels, said]));
  const lacking = texts.filter((text) => !Object.hasOwn(spanish, text) || (spanish[text] === text && !alike.has(text)));
  expect([...new Set(lacking)]).toEqual([]);
  expect(texts.length).toBeGreaterThan(600);
  const names = [...roles, ...skills, ...places].filter(
    ({ nameLang, textLang }) => `${nameLang} ${textLang}` !== 'es es',
  );
  expect(names.map(({ key }) => key)).toEqual([]);
});

test('every word of the frame is there in Spanish', () => {
  const same = Object.entries(en).filter(([word, text]) => es[word as keyof typeof en] === text);
  expect(same.map(([word]) => word)).toEqual(['minutes']);
});

test.each(pages)('%s in Spanish holds no English but names of sources, registers and conversations', async (path) => {
  const body = await read(path, '', 'es');
  // sources, O*NET and ESCO have names; conversations in English are practised in English
  const allowed = path === '/practise' ? /./ : /^<(b|span|h2) lang="en"|\/practise\//;
  const marked = [...body.matchAll(/<\w+[^>]* lang="en"[^>]*>[^<]*/g)].map(([tag]) => tag);
  expect(marked.filter((tag) => !allowed.test(tag))).toEqual([]);
  const english = Object.entries(spanish).filter(([text, own]) => text !== own && text.length > 24);
  expect(english.filter(([text]) => body.includes(`>${text}<`)).map(([text]) => text)).toEqual([]);
});

test('one word for one thing: no translation says it otherwise', () => {
  const told = [...Object.values(spanish), ...Object.values(es)];
  const strays = glossary.flatMap(({ english, never }) =>
    told.filter((text) => never.test(text)).map((text) => `${english}: ${text}`),
  );
  expect(strays).toEqual([]);
});
