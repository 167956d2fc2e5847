import { teammateNames } from '#domains/identity';
import type { Config } from '#platform/config';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Asker, Input, Job, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import { hashOf, isSame, type Link, noHash, sealOf } from './audit-chain.ts';
import type { AuditCheckView, verifyAudit as route } from './contract.ts';
import { can } from './policy.ts';

const pageRows = 2_000;
/** Most pages of one verification: twenty million lines. */
const pageLimit = 10_000;
/** Most troubles that are told; the first one says where to look. */
const troubleLimit = 20;

type Trouble = AuditCheckView['troubles'][number];
interface Anchor {
  readonly position: number;
  readonly hash: Uint8Array;
  readonly kind: Trouble['kind'];
}
interface Found {
  readonly position: number;
  readonly hash: Uint8Array;
  readonly unchained: number;
  readonly troubles: readonly Trouble[];
}

/** Verifies the log of a workspace now, for who may read it, and keeps what was found. */
export async function verifyAudit(tools: Tools, { body }: Input<typeof route>, asker: Asker): Promise<AuditCheckView> {
  if (!can.readAudit(asker.actor)) throw mayNot();
  const known = body.known && { position: body.known.position, hash: Buffer.from(body.known.hash, 'hex') };
  await verifyAndKeep(tools, asker, known ? [{ ...known, kind: 'unlike-known' }] : []);
  return tools.read(asker, readAuditCheck);
}

/** By the clock, each night: what is wrong stands on the health page in the morning. */
export const verifyNightly: Job = {
  name: 'privacy.verify-audit',
  cron: '41 2 * * *',
  limitSeconds: 900,
  run: (tools, { workspaceId }) => verifyAndKeep(tools, { workspaceId }, []),
};

async function verifyAndKeep(
  tools: Tools,
  who: { readonly workspaceId: string; readonly actor?: Asker['actor'] },
  anchors: readonly Anchor[],
): Promise<void> {
  const found = await tools.read(who, (ctx) => verify(ctx, tools.config, anchors));
  await tools.transact({ ...who, via: 'job' }, (ctx) => keep(ctx, tools.now(), found));
}

/**
 * Walks the chain from its first line to where it ended when the walk began. The end of the verification before is an
 * anchor too: a log that was shortened since, or written anew by who has the key, no longer holds it.
 */
async function verify(ctx: ReadCtx, config: Config, anchors: readonly Anchor[]): Promise<Found> {
  const head = await headOf(ctx);
  const before = await checkRow(ctx);
  const held: Anchor[] = [...anchors];
  if (before && before.position > 0) held.push({ position: before.position, hash: before.hash, kind: 'shortened' });
  const troubles: Trouble[] = [];
  let place: { position: number; hash: Uint8Array } = { position: 0, hash: noHash };
  for (let page = 0; page < pageLimit && place.position < head.position; page += 1) {
    const links = await linksAfter(ctx, place.position, head.position);
    for (const row of links) {
      troubles.push(...troublesOf(config, place, row, held));
      place = { position: row.link.position, hash: row.hash ?? noHash };
    }
    if (links.length < pageRows) break;
  }
  if (place.position < head.position) troubles.push(nobodysTrouble('missing', place.position + 1));
  else if (!isSame(place.hash, head.hash)) troubles.push(nobodysTrouble('changed', head.position));
  for (const { position, kind } of held)
    if (position > place.position) troubles.push(nobodysTrouble(kind, place.position + 1));
  return { ...place, unchained: await countUnchained(ctx), troubles: troubles.slice(0, troubleLimit) };
}

function troublesOf(
  config: Config,
  before: { readonly position: number; readonly hash: Uint8Array },
  row: Stored,
  anchors: readonly Anchor[],
): readonly Trouble[] {
  const { link, hash, seal } = row;
  const kinds: Trouble['kind'][] = [];
  if (link.position !== before.position + 1) return [nobodysTrouble('missing', before.position + 1)];
  if (!isSame(hash, hashOf(before.hash, link))) kinds.push('changed');
  else if (!isSame(seal, sealOf(config, hash ?? noHash))) kinds.push('not-ours');
  for (const anchor of anchors)
    if (anchor.position === link.position && !isSame(anchor.hash, hash)) kinds.push(anchor.kind);
  const { position, id, action } = link;
  return kinds.map((kind) => ({ kind, position, id, at: link.at.toISOString(), action }));
}

function nobodysTrouble(kind: Trouble['kind'], position: number): Trouble {
  return { kind, position, id: null, at: null, action: null };
}

interface Stored {
  readonly link: Link;
  readonly hash: Uint8Array | null;
  readonly seal: Uint8Array | null;
}

async function linksAfter(ctx: ReadCtx, position: number, until: number): Promise<readonly Stored[]> {
  const rows = await ctx.db
    .selectFrom('audit_log')
    .select(['position', 'id', 'occurred_at', 'actor_kind', 'actor_id', 'action', 'object_kind', 'object_id'])
    .select(['object_name', 'change', 'via', 'from_address', 'why', 'hash', 'seal'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('position', '>', position)
    .where('position', '<=', until)
    .orderBy('position')
    .limit(pageRows)
    .execute();
  return rows.map((row) => ({
    hash: row.hash,
    seal: row.seal,
    link: {
      workspaceId: ctx.workspaceId,
      position: row.position ?? 0,
      id: row.id,
      at: row.occurred_at,
      actorKind: row.actor_kind,
      actorId: row.actor_id,
      action: row.action,
      objectKind: row.object_kind,
      objectId: row.object_id,
      objectName: row.object_name,
      change: row.change,
      via: row.via ?? '',
      address: row.from_address,
      why: row.why,
    },
  }));
}

async function headOf(ctx: ReadCtx): Promise<{ readonly position: number; readonly hash: Uint8Array }> {
  const row = await ctx.db
    .selectFrom('audit_heads')
    .select(['position', 'hash'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
  return row ?? { position: 0, hash: noHash };
}

async function countUnchained(ctx: ReadCtx): Promise<number> {
  const { count } = await ctx.db
    .selectFrom('audit_log')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('position', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

function checkRow(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('audit_checks')
    .select(['checked_at', 'checked_by', 'position', 'hash', 'unchained', 'trouble'])
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirst();
}

/** What is wrong is not forgotten by looking again: the anchor moves on only over a log that is well. */
async function keep(ctx: Ctx, now: Date, found: Found): Promise<void> {
  const isWell = found.troubles.length === 0;
  const row = {
    checked_at: now,
    checked_by: ctx.actor.id,
    unchained: found.unchained,
    trouble: isWell ? null : JSON.stringify(found.troubles),
  };
  const end = { position: found.position, hash: Buffer.from(found.hash) };
  await ctx.db
    .insertInto('audit_checks')
    .values({ workspace_id: ctx.workspaceId, ...row, ...(isWell ? end : { position: 0, hash: noHash }) })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ ...row, ...(isWell ? end : {}) }))
    .execute();
}

/** How far the log was verified last, and how long it is today. */
export async function readAuditCheck(ctx: ReadCtx): Promise<AuditCheckView> {
  if (!can.readAudit(ctx.actor)) throw mayNot();
  const check = await checkRow(ctx);
  const names = check?.checked_by ? await teammateNames(ctx, [check.checked_by]) : null;
  return {
    checkedAt: check?.checked_at.toISOString() ?? null,
    checkedByName: names?.get(check?.checked_by ?? '') ?? null,
    position: check?.position ?? 0,
    hash: Buffer.from(check?.hash ?? noHash).toString('hex'),
    lines: (await headOf(ctx)).position,
    unchained: check?.unchained ?? 0,
    troubles: (check?.trouble as AuditCheckView['troubles'] | null) ?? [],
  };
}

/** For the health page: what the last verification found. */
export async function auditHealth(tools: Tools, workspaceId: string) {
  const view = await tools.read({ workspaceId }, readAuditCheck);
  const first = view.troubles[0];
  const facts = { line: view.position, lines: view.lines };
  if (!first) return { state: 'good' as const, says: `Verified up to line ${view.position} of ${view.lines}.`, facts };
  return {
    state: 'bad' as const,
    says: `The audit log was tampered with at line ${first.position}.`,
    mend: 'Open Settings > Audit log to see what is wrong; compare with a backup, and look who can write to the database.',
    facts,
  };
}
