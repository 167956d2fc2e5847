import type { TextBody, TextKind } from './contract.ts';
import { es } from './data/es.ts';
import { type IndustryKey, industries } from './data/industries.ts';
import { places } from './data/places.ts';
import type { RoleData } from './data/role-data.ts';
import { type RoleKey, roles } from './data/roles.ts';
import { skills } from './data/skills.ts';
import { seedName, seeds } from './seeds.ts';

type BodyOf<K extends TextKind> = Extract<TextBody, { kind: K }>;

/** A text of the catalogue as it is shown: in the language asked for where it is translated, else in English. */
export type Shown<K extends TextKind> = BodyOf<K> & {
  readonly key: string;
  /** The language of its texts; the name alone may be in the one asked for. */
  readonly textLang: string;
  readonly shownName: string;
  /** The language of the name. */
  readonly nameLang: string;
};

export type ShownRole = Shown<'role'> &
  Pick<RoleData, 'step' | 'icon' | 'onet'> & { readonly industries: readonly IndustryKey[] };
export type ShownSkill = Shown<'skill'> & { readonly isSpoken: boolean };
export type ShownPlace = Shown<'place'> & { readonly country: string; readonly currency: string };

/** The catalogue in one language. */
export interface Catalogue {
  readonly lang: string;
  readonly roles: readonly ShownRole[];
  readonly skills: readonly ShownSkill[];
  readonly places: readonly ShownPlace[];
  readonly questions: readonly Shown<'question'>[];
  role(key: string): ShownRole | null;
  skill(key: string): ShownSkill | null;
  place(key: string): ShownPlace | null;
  industryName(key: string): string;
}

/** The catalogue as it came with the program, with the names of the language asked for where there are some. */
export function catalogueOf(lang: string): Catalogue {
  const all = [...seeds].map(([address, seed]) => shownText(address, seed, lang));
  const of = <K extends TextKind>(kind: K) => all.filter((one): one is Shown<K> => one.kind === kind);
  const shownRoles = of('role').map((one) => withRole(one));
  const shownSkills = of('skill').map((one) => ({ ...one, isSpoken: skills[one.key as keyof typeof skills].isSpoken }));
  const shownPlaces = of('place').map((one) => {
    const { country, currency } = places[one.key as keyof typeof places];
    return { ...one, country, currency };
  });
  return {
    lang,
    roles: shownRoles,
    skills: shownSkills,
    places: shownPlaces,
    questions: of('question'),
    role: finder(shownRoles),
    skill: finder(shownSkills),
    place: finder(shownPlaces),
    industryName: (key) => industryName(key, lang),
  };
}

function withRole(one: Shown<'role'>): ShownRole {
  const { step, icon, onet, industries: keys } = roles[one.key as RoleKey];
  return { ...one, step, icon, onet, industries: keys };
}

function finder<T extends { readonly key: string }>(all: readonly T[]): (key: string) => T | null {
  const byKey = new Map(all.map((one) => [one.key, one]));
  return (key) => byKey.get(key) ?? null;
}

/** A text in English; its name in the language asked for where there is one. */
function shownText(address: string, seed: TextBody, lang: string): Shown<TextKind> {
  const [kind, key] = address.split('/') as [TextKind, string];
  const named = seedName(kind, key, lang);
  return {
    ...seed,
    key,
    textLang: 'en',
    shownName: named ?? nameOf(seed),
    nameLang: named === null ? 'en' : lang,
  } as Shown<TextKind>;
}

/** What a text is called. */
function nameOf(body: TextBody): string {
  return body.kind === 'question' ? body.question : body.name;
}

function industryName(key: string, lang: string): string {
  const translated: Readonly<Record<string, string>> = lang === 'es' ? es.industries : {};
  return translated[key] ?? industries[key as IndustryKey]?.name ?? key;
}
