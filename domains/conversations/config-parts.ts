import * as z from 'zod';
import { brandNamed, brandsServed, nameIfNotFirst, nameWithin } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type ConfigNames, configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { addReason, addStatus, changeStatus, changeTag } from './change-words.ts';
import { StatusCategory } from './contract.ts';
import { tagsByName } from './label.ts';
import { listWords } from './words.ts';

const permission = 'conversations.configure';
const categoryStays = problem(
  'conversations/category-of-a-status-stays',
  422,
  'A status keeps its category',
  'Give the file a status of another name in that category.',
);
const nothingAbove = problem(
  'conversations/no-reason-above',
  422,
  'There is no reason above this one',
  'Name the reason above it first: each word of the path is a reason of its own.',
);

export const statusesPart = configPart({
  name: 'statuses',
  says: 'Statuses, each in one of the fixed categories; the standard one of a category is itself under any name.',
  permission,
  tables: ['statuses'],
  item: z.strictObject({
    name: z.string().trim().min(1).max(60),
    category: StatusCategory,
    isStandard: z.boolean().optional(),
  }),
  keyOf: ({ name }) => name,
  standardOf: ({ category }) => category,
  read: async (ctx) =>
    (await listWords(ctx)).statuses.map((status) => ({
      name: status.name,
      category: status.category as z.output<typeof StatusCategory>,
      ...(status.isStandard ? { isStandard: true } : {}),
    })),
  async write(ctx, { name, category }, before) {
    if (before && before.category !== category) throw categoryStays();
    const there = before && (await listWords(ctx)).statuses.find((one) => one.name === before.name);
    if (there) await changeStatus(ctx, there.id, { name, archived: false });
    else await addStatus(ctx, { id: newId(), name, category });
  },
});

/** From the top of the tree down to the reason itself. */
const path = z.array(z.string().trim().min(1).max(120)).min(1).max(8);

export const reasonsPart = configPart({
  name: 'reasons',
  says: 'Why customers write: a tree, each reason by its path from the top.',
  permission,
  tables: ['reasons'],
  item: z.strictObject({ brand: z.string().optional(), path }),
  keyOf: (reason) => JSON.stringify([reason.brand ?? '', ...reason.path]),
  read: async (ctx) => (await reasonPaths(ctx)).map(({ brand, path: words }) => ({ ...brand, path: words })),
  async write(ctx, reason) {
    const { id: brandId } = await brandNamed(ctx, reason.brand);
    const above = reason.path.slice(0, -1);
    const parent =
      above.length === 0
        ? null
        : (await reasonPaths(ctx)).find(
            (one) => one.brandId === brandId && JSON.stringify(one.path) === JSON.stringify(above),
          );
    if (parent === undefined) throw nothingAbove({ detail: above.join(' › ') });
    await addReason(ctx, { id: newId(), brandId, parentId: parent?.id ?? null, name: reason.path.at(-1) ?? '' });
  },
});

export const tagsPart = configPart({
  name: 'tags',
  says: 'Tags by name.',
  permission,
  tables: ['tags'],
  item: z.strictObject({ name: z.string().trim().min(1).max(60) }),
  keyOf: ({ name }) => name.toLowerCase(),
  read: async (ctx) => (await listWords(ctx)).tags.map(({ name }) => ({ name })),
  async write(ctx, { name }, before) {
    const there = before && (await listWords(ctx)).tags.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (there) await changeTag(ctx, there.id, { name, archived: false });
    else await tagsByName(ctx, [name]);
  },
});

/** Statuses, reasons and tags, where filters and acts name them. */
export const configNames: readonly ConfigNames[] = [
  { of: 'statuses', read: async (ctx) => (await listWords(ctx)).statuses },
  { of: 'tags', read: async (ctx) => (await listWords(ctx)).tags },
  {
    of: 'reasons',
    async read(ctx) {
      const brands = await brandsServed(ctx);
      return (await reasonPaths(ctx)).map(({ id, brandId, path: words }) => ({
        id,
        name: nameWithin(brands, brandId, words.join('/')),
      }));
    },
  },
];

/** Every reason by its path, those above before those below. */
async function reasonPaths(ctx: ReadCtx) {
  const [brands, { reasons }] = [await brandsServed(ctx), await listWords(ctx)];
  const byId = new Map(reasons.map((reason) => [reason.id, reason]));
  const pathOf = (id: string | null): string[] => {
    const reason = id === null ? undefined : byId.get(id);
    return reason ? [...pathOf(reason.parentId), reason.name] : [];
  };
  return reasons
    .map(({ id, brandId }) => ({ id, brandId, brand: nameIfNotFirst(brands, brandId), path: pathOf(id) }))
    .sort((one, other) => one.path.length - other.path.length);
}
