import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { PresenceCause, PresenceReason, PresenceState, RestState } from './contract.ts';

/** The open interval of a teammate, as the verbs compare it. */
export interface OpenInterval {
  readonly id: string;
  readonly teammateId: string;
  readonly state: PresenceState;
  readonly reason: PresenceReason | null;
  readonly cause: PresenceCause;
  readonly contactId: string | null;
  readonly startedAt: Date;
  readonly thenState: RestState | null;
  readonly thenReason: PresenceReason | null;
  readonly version: number;
}

/** What the next interval says. */
export interface NextInterval {
  readonly state: PresenceState;
  readonly reason: PresenceReason | null;
  readonly cause: PresenceCause;
  readonly contactId: string | null;
  readonly then: { readonly state: RestState; readonly reason: PresenceReason | null } | null;
}

/** Locks the one open interval of a teammate; null for somebody who never had one. */
async function lockOpen(ctx: Ctx, teammateId: string): Promise<OpenInterval | null> {
  const row = await ctx.db
    .selectFrom('presence_intervals')
    .select(openColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row ? openInterval(row) : null;
}

/**
 * Locks the present of a teammate, with a first interval (offline) made for somebody new. The row alone is no lock: who
 * waits for it wakes to a closed one and does not see the next. So all changes of one teammate wait for each other at a
 * lock of their own, and read afterwards.
 */
export async function lockOrBegin(ctx: Ctx, teammateId: string, at: Date): Promise<OpenInterval> {
  const name = `${ctx.workspaceId} presence ${teammateId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(ctx.db);
  const known = await lockOpen(ctx, teammateId);
  if (known) return known;
  await ctx.db
    .insertInto('presence_intervals')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      teammate_id: teammateId,
      state: 'offline',
      cause: 'clock',
      started_at: at,
      version: 1,
    })
    .execute();
  const begun = await lockOpen(ctx, teammateId);
  if (!begun) throw new Error('An interval that was just begun is not there.');
  return begun;
}

/** Closes one interval and opens the next at the same moment, never before the first one began. */
export async function follow(ctx: Ctx, open: OpenInterval, next: NextInterval, at: Date): Promise<OpenInterval> {
  const moment = at < open.startedAt ? open.startedAt : at;
  await ctx.db
    .updateTable('presence_intervals')
    .set({ ended_at: moment })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', open.id)
    .execute();
  const row = {
    id: newId(),
    teammate_id: open.teammateId,
    state: next.state,
    reason: next.reason,
    cause: next.cause,
    contact_id: next.contactId,
    started_at: moment,
    then_state: next.then?.state ?? null,
    then_reason: next.then?.reason ?? null,
    version: open.version + 1,
  };
  await ctx.db
    .insertInto('presence_intervals')
    .values({ workspace_id: ctx.workspaceId, ...row })
    .execute();
  return openInterval(row);
}

/** The columns of an open interval. */
export const openColumns = [
  'id',
  'teammate_id',
  'state',
  'reason',
  'cause',
  'contact_id',
  'started_at',
  'then_state',
  'then_reason',
  'version',
] as const;

interface OpenRow {
  readonly id: string;
  readonly teammate_id: string;
  readonly state: string;
  readonly reason: string | null;
  readonly cause: string;
  readonly contact_id: string | null;
  readonly started_at: Date;
  readonly then_state: string | null;
  readonly then_reason: string | null;
  readonly version: number;
}

/** Row to interval; the table's checks hold the words to the contract's lists. */
export function openInterval(row: OpenRow): OpenInterval {
  return {
    id: row.id,
    teammateId: row.teammate_id,
    state: row.state as PresenceState,
    reason: row.reason as PresenceReason | null,
    cause: row.cause as PresenceCause,
    contactId: row.contact_id,
    startedAt: row.started_at,
    thenState: row.then_state as RestState | null,
    thenReason: row.then_reason as PresenceReason | null,
    version: row.version,
  };
}
