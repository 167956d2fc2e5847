import * as z from 'zod';
import { brandNamed, brandsServed, nameIfNotFirst } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { addReason, addStatus } from './change-words.ts';
import { StatusCategory } from './contract.ts';
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
  says: 'Statuses, each in one of the fixed categories.',
  permission,
  item: z.strictObject({ name: z.string().trim().min(1).max(60), category: StatusCategory }),
  keyOf: ({ name }) => name,
  read: async (ctx) =>
    (await listWords(ctx)).statuses.map(({ name, category }) => ({
      name,
      category: category as z.output<typeof StatusCategory>,
    })),
  async write(ctx, status, before) {
    if (before !== undefined) throw categoryStays();
    await addStatus(ctx, { id: newId(), ...status });
  },
});

/** From the top of the tree down to the reason itself. */
const path = z.array(z.string().trim().min(1).max(120)).min(1).max(8);

export const reasonsPart = configPart({
  name: 'reasons',
  says: 'Why customers write: a tree, each reason by its path from the top.',
  permission,
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
