import type { Ctx } from '#platform/ctx';
import { type Job, type KeptType, type Tools } from '#platform/domain';
import { eraseFound } from './erase-customer.ts';
import { heldAmong } from './holds.ts';
import { keptTypes } from './keeping-times.ts';

/** How many of a type are looked at in one step, and how many steps one night takes: the rest is for the next night. */
const step = 200;
const steps = 50;
const dayMs = 24 * 3_600_000;

/** Each night: what is past its time goes, held customers are left and counted. A transaction for each that goes. */
export const keepToTimes: Job = {
  name: 'privacy.keep-to-times',
  cron: '41 2 * * *',
  limitSeconds: 3_600,
  async run(tools, { workspaceId }) {
    const us = { workspaceId, via: 'job' } as const;
    const times = await tools.read(us, (ctx) =>
      ctx.db
        .selectFrom('keeping_times')
        .select(['type', 'days', 'walked_to'])
        .where('workspace_id', '=', ctx.workspaceId)
        .execute(),
    );
    for (const time of times) {
      const type = keptTypes(tools).find((one) => one.type === time.type);
      if (type) await keepOne(tools, workspaceId, type, { days: time.days, from: time.walked_to });
    }
  },
};

async function keepOne(
  tools: Tools,
  workspaceId: string,
  type: KeptType,
  { days, from }: { readonly days: number; readonly from: string | null },
): Promise<void> {
  const us = { workspaceId, via: 'job' } as const;
  const before = new Date(tools.now().getTime() - days * dayMs);
  const counts = { removed: 0, held: 0 };
  let after = from;
  for (let taken = 0; taken < steps; taken += 1) {
    const due = await tools.read(us, (ctx) => type.due(ctx, { before, after, limit: step }));
    for (const row of due.rows) {
      const became = await tools.transact(us, (ctx) => letGo(ctx, type, row, before));
      if (became !== 'stays') counts[became] += 1;
    }
    after = due.next;
    if (after === null) break;
  }
  await tools.transact(us, async (ctx) => {
    await ctx.db
      .updateTable('keeping_times')
      .set({ walked_to: after })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('type', '=', type.type)
      .execute();
    await ctx.db
      .insertInto('keeping_runs')
      .values({ workspace_id: ctx.workspaceId, type: type.type, ran_at: ctx.now, days, ...counts })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    if (counts.removed > 0)
      ctx.audit({
        action: 'keeping-time.kept',
        objectKind: 'keeping-time',
        objectId: null,
        objectName: type.type,
        after: { days, ...counts },
      });
  });
}

/** Takes one away, unless something happened since it was found or its customer is held. */
async function letGo(
  ctx: Ctx,
  type: KeptType,
  { id, customerId }: { readonly id: string; readonly customerId: string },
  before: Date,
): Promise<'removed' | 'held' | 'stays'> {
  if (type.stillDue && !(await type.stillDue(ctx, id, before))) return 'stays';
  const recordIds = await recordsOf(ctx, customerId);
  if ((await heldAmong(ctx, recordIds)).size > 0) return 'held';
  if (type.remove) await type.remove(ctx, id);
  else await eraseFound(ctx, { id: customerId, recordIds }, 'no-longer-needed');
  return 'removed';
}

/** All records of one customer, as the domain that keeps customers knows them. */
async function recordsOf(ctx: Parameters<KeptType['due']>[0], customerId: string): Promise<readonly string[]> {
  for (const { personalData } of ctx.house.domains) {
    const found = (await personalData?.find?.(ctx, customerId)) ?? [];
    if (found.length > 0) return found;
  }
  return [customerId];
}
