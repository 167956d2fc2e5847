import { workspaceOf } from '#domains/identity';
import type { workspaceOpened } from '#domains/identity/contract';
import { brandOf } from '#domains/brands';
import { calendarById } from '#domains/calendars';
import { queueById } from '#domains/teams';
import type { BodyOf } from '#platform/contract';
import type { Ctx, EventOf, ReadCtx } from '#platform/ctx';
import { builtOnce, newId } from '#platform/database';
import { keptReading } from '#platform/kept';
import { servesBrand } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import { languageOf } from '#platform/words';
import { type addPolicy, type changePolicy, type PolicyView, slaPolicyChanged } from './contract.ts';
import { can } from './policy.ts';

/** Most policies of one workspace; they are tried one after the other. */
const policyLimit = 200;
const tooMany = problem(
  'sla/too-many-policies',
  409,
  `There are ${policyLimit} policies already`,
  'Archive one first.',
);
const otherBrandsQueue = problem(
  'sla/other-brands-queue',
  422,
  'That queue serves another brand',
  'Choose a queue of the brand.',
);

/** A policy as it is stored. */
export interface Policy {
  readonly id: string;
  readonly name: string;
  readonly brandId: string | null;
  readonly queueId: string | null;
  readonly calendarId: string | null;
  readonly position: number;
  readonly firstReplySeconds: number | null;
  readonly nextReplySeconds: number | null;
}

const policyRows = builtOnce((db, given: { workspaceId: string }) =>
  db
    .selectFrom('sla_policies')
    .select([
      'id',
      'name',
      'brand_id',
      'queue_id',
      'calendar_id',
      'position',
      'first_reply_seconds',
      'next_reply_seconds',
    ])
    .where('workspace_id', '=', given.workspaceId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .limit(policyLimit),
);

/** All policies in the order in which they are tried. */
export const allPolicies = keptReading('sla.policies', ['sla_policies'], async (ctx): Promise<readonly Policy[]> => {
  const rows = await policyRows(ctx.db, { workspaceId: ctx.workspaceId });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    brandId: row.brand_id,
    queueId: row.queue_id,
    calendarId: row.calendar_id,
    position: row.position,
    firstReplySeconds: row.first_reply_seconds,
    nextReplySeconds: row.next_reply_seconds,
  }));
});

/** The first policy that fits a brand and a queue; null where nothing is promised. */
export async function policyFor(
  ctx: ReadCtx,
  where: { brandId: string; queueId: string | null },
): Promise<Policy | null> {
  return firstFitting(await allPolicies(ctx), where);
}

/** Of all policies the first that fits. */
export function firstFitting(
  policies: readonly Policy[],
  where: { brandId: string; queueId: string | null },
): Policy | null {
  const fits = ({ brandId, queueId }: Policy) =>
    (brandId === null || brandId === where.brandId) && (queueId === null || queueId === where.queueId);
  return policies.find(fits) ?? null;
}

/** In the same transaction as the workspace: something is promised from the start, by a name in its language. */
export async function makeStandard(ctx: Ctx, _event: EventOf<typeof workspaceOpened>): Promise<void> {
  const name = ctx.house.say(languageOf((await workspaceOf(ctx)).locale), 'Standard');
  const standard = { name, first_reply_seconds: 4 * 3600, next_reply_seconds: 8 * 3600, position: 1_000 };
  await ctx.db
    .insertInto('sla_policies')
    .values({ workspace_id: ctx.workspaceId, id: newId(), ...standard })
    .execute();
}

/** Adds a policy; the same id again is the same policy. */
export async function add(ctx: Ctx, policy: BodyOf<typeof addPolicy>): Promise<PolicyView> {
  const there = await allPolicies(ctx);
  const known = there.find(({ id }) => id === policy.id);
  if (known && can.change(ctx.actor, known)) return viewOf(ctx, known);
  if (known) throw notFound();
  if (there.length >= policyLimit) throw tooMany();
  await check(ctx, policy);
  await ctx.db
    .insertInto('sla_policies')
    .values({ workspace_id: ctx.workspaceId, id: policy.id, ...columnsOf(policy) })
    .execute();
  ctx.emit(slaPolicyChanged, policy.id, { how: 'added' });
  auditPolicy(ctx, policy.id, null, policy);
  return viewOf(ctx, policy);
}

/** Changes a policy; clocks that run keep what was promised. */
export async function change(ctx: Ctx, id: string, policy: BodyOf<typeof changePolicy>): Promise<PolicyView> {
  const before = await changeable(ctx, id);
  await check(ctx, policy);
  await ctx.db
    .updateTable('sla_policies')
    .set({ ...columnsOf(policy), changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(slaPolicyChanged, id, { how: 'changed' });
  auditPolicy(ctx, id, before, policy);
  return viewOf(ctx, { id, ...policy });
}

/** Archives a policy. Archiving twice is archiving once. */
export async function archive(ctx: Ctx, id: string): Promise<void> {
  const before = await changeable(ctx, id);
  await ctx.db
    .updateTable('sla_policies')
    .set({ archived_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(slaPolicyChanged, id, { how: 'archived' });
  auditPolicy(ctx, id, before, null);
}

/** The policies that somebody may change. */
export async function readPolicies(ctx: ReadCtx): Promise<PolicyView[]> {
  return (await allPolicies(ctx))
    .filter((policy) => can.change(ctx.actor, policy))
    .map((policy) => viewOf(ctx, policy));
}

function viewOf(ctx: ReadCtx, policy: Policy): PolicyView {
  const { id, ...rest } = policy;
  return { ...rest, id: id as PolicyView['id'], can: can.change(ctx.actor, policy) ? ['change', 'archive'] : [] };
}

type Terms = BodyOf<typeof changePolicy>;

function auditPolicy(ctx: Ctx, id: string, before: Terms | null, after: Terms | null): void {
  const ended = after ? 'changed' : 'archived';
  const how = before ? ended : 'made';
  const object = { objectKind: 'sla-policy', objectId: id, objectName: (after ?? before)?.name };
  ctx.audit({
    action: `sla-policy.${how}`,
    ...object,
    before: before && columnsOf(before),
    after: after && columnsOf(after),
  });
}

async function changeable(ctx: Ctx, id: string): Promise<Policy> {
  const policy = (await allPolicies(ctx)).find((one) => one.id === id);
  if (!policy || !can.change(ctx.actor, policy)) throw notFound();
  return policy;
}

async function check(ctx: Ctx, policy: BodyOf<typeof changePolicy>): Promise<void> {
  if (!can.change(ctx.actor, policy)) throw notFound();
  if (policy.calendarId) await calendarById(ctx, policy.calendarId);
  if (policy.brandId) await brandOf(ctx, policy.brandId);
  if (!policy.queueId) return;
  const queue = await queueById(ctx, policy.queueId);
  if (!queue || !servesBrand(ctx.actor, queue.brandId)) throw notFound();
  if (policy.brandId && queue.brandId !== policy.brandId) throw otherBrandsQueue();
}

function columnsOf(policy: BodyOf<typeof changePolicy>) {
  return {
    name: policy.name,
    brand_id: policy.brandId,
    queue_id: policy.queueId,
    calendar_id: policy.calendarId,
    position: policy.position,
    first_reply_seconds: policy.firstReplySeconds,
    next_reply_seconds: policy.nextReplySeconds,
  };
}
