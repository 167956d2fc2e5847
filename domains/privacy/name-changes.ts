import * as z from 'zod';
import { teammateNames } from '#domains/identity';
import { isUuid } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { namesOfThings, type House } from '#platform/domain';
import type { AuditView } from './contract.ts';

type Named = Pick<AuditView, 'names' | 'says'>;
type Bare = Omit<AuditView, keyof Named>;

/**
 * Lines with what their ids and codes are called. A thing that is no longer there, or that the reader may not see, has no
 * name here. Things are read once for all lines, and not at all where no line means one.
 */
export async function nameChanges(ctx: ReadCtx, rows: readonly Bare[]): Promise<AuditView[]> {
  const texts = rows.map((row) => textsOf([row.change, row.objectName, row.objectId]));
  const ids = [...new Set(texts.flatMap((of) => [...of].filter(isUuid)))];
  const names = ids.length > 0 ? await namesOf(ctx, ids) : new Map<string, string>();
  const says = codesOf(ctx.house);
  return rows.map((row, at) => ({
    ...row,
    names: picked(names, texts[at] ?? new Set()),
    says: picked(says, texts[at] ?? new Set()),
  }));
}

async function namesOf(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const things = await namesOfThings(ctx, ({ of }) => of !== 'people');
  // people go by their names, those who have left too; a file of set-up has their addresses
  return new Map([...things.map(({ id: one, name }) => [one, name] as const), ...(await teammateNames(ctx, ids))]);
}

/** What the house says of its own codes: settings, permissions, channels and their lines, desks, what is imported and kept. */
function codesOf(house: House): ReadonlyMap<string, string> {
  return new Map([
    ...house.domains.flatMap(({ keeps }) => keeps ?? []).map(({ type, title }) => [type, title] as const),
    ...[...house.importables.values()].map(({ kind, title }) => [kind, title] as const),
    ...house.desks.map(({ id: desk, title }) => [desk, title] as const),
    ...[...house.channels.values()].map(({ kind, title }) => [kind, title] as const),
    ...[...house.channels.values()].flatMap(({ lineSettings }) => titlesOf(lineSettings)),
    ...[...house.settings.values()].map(({ name, says }) => [name, says] as const),
    ...house.permissions.map(({ name, says }) => [name, says] as const),
  ]);
}

/** A channel can say in its schema what a part of the settings of its lines is called. */
function titlesOf(settings: z.ZodType): readonly (readonly [string, string])[] {
  if (!(settings instanceof z.ZodObject)) return [];
  return Object.entries(settings.shape).flatMap(([name, part]) => {
    const title = (part as z.ZodType).meta()?.title;
    return title === undefined ? [] : [[name, title] as const];
  });
}

function picked(names: ReadonlyMap<string, string>, texts: ReadonlySet<string>): Record<string, string> {
  return Object.fromEntries([...texts].flatMap((text) => (names.has(text) ? [[text, names.get(text) ?? '']] : [])));
}

/** Every text in a value, also those that are keys. */
function textsOf(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') return into.add(value);
  if (typeof value !== 'object' || value === null) return into;
  for (const [key, inner] of Object.entries(value)) {
    into.add(key);
    textsOf(inner, into);
  }
  return into;
}
