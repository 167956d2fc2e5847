import type { TextBody, TextKind } from './contract.ts';
import { es } from './data/es.ts';
import { questions } from './data/guides.ts';
import { places } from './data/places.ts';
import type { RoleData } from './data/role-data.ts';
import { roleKeys, roles } from './data/roles.ts';
import { skills } from './data/skills.ts';
import { comesIn, inTheirWords } from './translate.ts';

/** Names that came with the program, by language: where a text is not translated, its name may be. */
const names: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  es: { role: es.roles, skill: es.skills, place: es.places },
};

/** Every text that came with the program, in English, by `kind/key`; in the order the pages have them. */
export const seeds: ReadonlyMap<string, TextBody> = new Map([
  ...roleKeys.map((key): [string, TextBody] => [`role/${key}`, roleBody(roles[key])]),
  ...Object.entries(skills).map(([key, { name, lead, shows, grow }]): [string, TextBody] => [
    `skill/${key}`,
    { kind: 'skill', name, lead, shows: [...shows], grow: [...grow] },
  ]),
  ...Object.entries(places).map(([key, { name, says }]): [string, TextBody] => [
    `place/${key}`,
    { kind: 'place', name, says: [...says] },
  ]),
  ...questions.map(({ key, question, answer }): [string, TextBody] => [
    `question/${key}`,
    { kind: 'question', question, answer: [...answer] },
  ]),
]);

/** The name of a text in a language, where it came with the program; null where it did not. */
export function seedName(kind: TextKind, key: string, lang: string): string | null {
  return names[lang]?.[kind]?.[key] ?? null;
}

/** A text as it came with the program, in a language; in English where it did not come in that one. */
export function seedIn(address: string, lang: string): { readonly body: TextBody; readonly lang: string } | null {
  const seed = seeds.get(address);
  if (!seed) return null;
  if (!comesIn(lang)) return { body: seed, lang: 'en' };
  const body = inTheirWords(seed, lang);
  const [kind, key = ''] = address.split('/') as [TextKind, string];
  const name = seedName(kind, key, lang);
  return { body: name === null ? body : ({ ...body, name } as TextBody), lang };
}

function roleBody(role: RoleData): TextBody {
  return {
    kind: 'role',
    name: role.name,
    lead: role.lead,
    does: [...role.does],
    day: [...role.day],
    with: [...role.with],
    skills: role.skills.map(([skill, level, learn]) => ({ skill, level, learn })),
    tools: [...role.tools],
    metrics: [...role.metrics],
    wayIn: role.wayIn,
    steps: role.steps.map(([says, takes]) => ({ says, takes })),
    next: role.next.map(([next, says]) => ({ role: next, says })),
    where: role.where,
    demand: role.demand,
    step: role.step,
    industries: [...role.industries],
  };
}
