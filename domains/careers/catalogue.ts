import type { TextBody, TextKind } from './contract.ts';
import { es } from './data/es.ts';
import { escoOf } from './data/esco.ts';
import { everywhere, type IndustryKey, industries } from './data/industries.ts';
import { places } from './data/places.ts';
import type { RoleData } from './data/role-data.ts';
import { type RoleKey, roles } from './data/roles.ts';
import { skills } from './data/skills.ts';
import { seedIn, seedName, seeds } from './seeds.ts';
import { type Guides, guidesOf } from './translate.ts';

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

export type ShownRole = Omit<Shown<'role'>, 'step' | 'industries' | 'onet' | 'esco'> &
  Pick<RoleData, 'icon'> & {
    readonly onet: NonNullable<BodyOf<'role'>['onet']> | null;
    readonly esco: NonNullable<BodyOf<'role'>['esco']> | null;
    readonly step: RoleData['step'];
    readonly industries: readonly IndustryKey[];
  };
export type ShownSkill = Shown<'skill'> & { readonly isSpoken: boolean };
export type ShownPlace = Omit<Shown<'place'>, 'country' | 'currency'> & {
  readonly country: string;
  readonly currency: string;
};

/** The catalogue in one language. */
export interface Catalogue {
  readonly lang: string;
  readonly roles: readonly ShownRole[];
  readonly skills: readonly ShownSkill[];
  readonly places: readonly ShownPlace[];
  readonly questions: readonly Shown<'question'>[];
  /** Guides, industries and levels, which nobody edits. */
  readonly guides: Guides;
  role(key: string): ShownRole | null;
  skill(key: string): ShownSkill | null;
  place(key: string): ShownPlace | null;
  industryName(key: string): string;
}

/** What a workspace wrote itself: by `kind/key`, then by language. */
type OwnTexts = ReadonlyMap<string, ReadonlyMap<string, TextBody>>;

/**
 * The catalogue in a language: what a workspace wrote in it, else what it wrote in English, else what came with the
 * program, in that language where it came in it.
 */
export function catalogueOf(lang: string, own: OwnTexts = new Map()): Catalogue {
  const addresses = new Set([...seeds.keys(), ...own.keys()]);
  const all = [...addresses].flatMap((address) => shownText(address, own.get(address), lang) ?? []);
  const of = <K extends TextKind>(kind: K) => all.filter((one): one is Shown<K> => one.kind === kind);
  const shownRoles = of('role').map((one) => withRole(one));
  const shownSkills = of('skill').map((one) => ({ ...one, isSpoken: isSkill(one.key) && skills[one.key].isSpoken }));
  const shownPlaces = of('place').map((one) => {
    const came = Object.hasOwn(places, one.key) ? places[one.key as keyof typeof places] : null;
    return { ...one, country: one.country ?? came?.country ?? '', currency: one.currency ?? came?.currency ?? '' };
  });
  return {
    lang,
    roles: shownRoles,
    skills: shownSkills,
    places: shownPlaces,
    questions: of('question'),
    guides: guidesOf(lang),
    role: finder(shownRoles),
    skill: finder(shownSkills),
    place: finder(shownPlaces),
    industryName: (key) => industryName(key, lang),
  };
}

function isSkill(key: string): key is keyof typeof skills {
  return Object.hasOwn(skills, key);
}

/** A role of their own begins in the middle of the ladder, at home everywhere, unless they say otherwise. */
function withRole(one: Shown<'role'>): ShownRole {
  const came = Object.hasOwn(roles, one.key) ? roles[one.key as RoleKey] : null;
  return {
    ...one,
    step: one.step ?? came?.step ?? 'next',
    icon: came?.icon ?? 'briefcase',
    ...registersOf(one, one.key),
    industries: (one.industries as readonly IndustryKey[] | undefined) ?? came?.industries ?? everywhere,
  };
}

/** What registers call a role: as its writers say, which may be that none fits, else as it came. */
export function registersOf(
  said: Pick<BodyOf<'role'>, 'onet' | 'esco'>,
  key: string,
): Pick<ShownRole, 'onet' | 'esco'> {
  const came = Object.hasOwn(roles, key) ? (key as RoleKey) : null;
  return {
    onet: said.onet === undefined ? ((came && roles[came].onet) ?? null) : said.onet,
    esco: said.esco === undefined ? came && escoOf[came] : said.esco,
  };
}

function finder<T extends { readonly key: string }>(all: readonly T[]): (key: string) => T | null {
  const byKey = new Map(all.map((one) => [one.key, one]));
  return (key) => byKey.get(key) ?? null;
}

/** A text as it is read in a language; null where there is nothing to read. */
function shownText(
  address: string,
  own: ReadonlyMap<string, TextBody> | undefined,
  lang: string,
): Shown<TextKind> | null {
  const [kind, key] = address.split('/') as [TextKind, string];
  const written =
    ownIn(own, lang) ?? ownIn(own, 'en') ?? seedIn(address, lang) ?? ownIn(own, [...(own?.keys() ?? [])][0]);
  if (!written) return null;
  // a name may be there in the language where the rest is only in English
  const named = written.lang === lang ? null : seedName(kind, key, lang);
  return {
    ...written.body,
    key,
    textLang: written.lang,
    shownName: named ?? nameOf(written.body),
    nameLang: named === null ? written.lang : lang,
  } as Shown<TextKind>;
}

function ownIn(
  own: ReadonlyMap<string, TextBody> | undefined,
  lang: string | undefined,
): { readonly body: TextBody; readonly lang: string } | null {
  const body = lang === undefined ? undefined : own?.get(lang);
  return body && lang !== undefined ? { body, lang } : null;
}

/** What a text is called. */
function nameOf(body: TextBody): string {
  return body.kind === 'question' ? body.question : body.name;
}

function industryName(key: string, lang: string): string {
  const translated: Readonly<Record<string, string>> = lang === 'es' ? es.industries : {};
  return translated[key] ?? industries[key as IndustryKey]?.name ?? key;
}
