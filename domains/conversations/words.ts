import { workspaceOf } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce, newId } from '#platform/database';
import { keptReading } from '#platform/kept';
import { languageOf } from '#platform/words';
import type { StatusCategory } from './contract.ts';

/** The statuses a workspace starts with, one standard of each category. */
const firstStatuses: readonly { name: string; category: StatusCategory }[] = [
  { name: 'Open', category: 'open' },
  { name: 'Waiting for the customer', category: 'waiting' },
  { name: 'On hold', category: 'on-hold' },
  { name: 'Closed', category: 'closed' },
];

/** Gives a new workspace its first statuses, in its language; within the transaction that opens it. */
export async function makeFirstStatuses(ctx: Ctx): Promise<void> {
  const language = languageOf((await workspaceOf(ctx)).locale);
  await ctx.db
    .insertInto('statuses')
    .values(
      firstStatuses.map((status, position) => ({
        workspace_id: ctx.workspaceId,
        id: newId(),
        name: ctx.house.say(language, status.name),
        category: status.category,
        is_standard: true,
        position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const standardOf = builtOnce((db, given: { workspaceId: string; category: StatusCategory }) =>
  db
    .selectFrom('statuses')
    .select('id')
    .where('workspace_id', '=', given.workspaceId)
    .where('category', '=', given.category)
    .where('is_standard', '=', true),
);

/** The status a conversation gets when only the category is asked for. */
export const standardStatus = keptReading(
  'conversations.standard-status',
  ['statuses'],
  async (ctx, category: StatusCategory): Promise<{ readonly id: string }> => {
    const [status] = await standardOf(ctx.db, { workspaceId: ctx.workspaceId, category });
    if (!status) throw new Error(`A workspace without its standard status of "${category}".`);
    return status;
  },
);

/** Most words of one kind a workspace may have. */
const wordLimit = 1_000;

/** Statuses, reasons and tags, as screens offer them. */
export async function listWords(ctx: ReadCtx) {
  const [statuses, reasons, tags] = [
    await ctx.db
      .selectFrom('statuses')
      .select(['id', 'name', 'category', 'is_standard as isStandard'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .limit(wordLimit)
      .execute(),
    await ctx.db
      .selectFrom('reasons')
      .select(['id', 'brand_id as brandId', 'parent_id as parentId', 'name'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .limit(wordLimit)
      .execute(),
    await ctx.db
      .selectFrom('tags')
      .select(['id', 'name'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('archived_at', 'is', null)
      .orderBy('name')
      .limit(wordLimit)
      .execute(),
  ];
  const { brandIds } = ctx.actor;
  return { statuses, reasons: reasons.filter(({ brandId }) => brandIds === 'all' || brandIds.has(brandId)), tags };
}
