import { load } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import type { ClockKind, ClockView } from './contract.ts';

/** Most clocks one conversation shows. */
const clockLimit = 200;

/** The promises of a conversation that the reader may see, oldest first. */
export async function readClocks(ctx: ReadCtx, conversationId: string): Promise<ClockView[]> {
  await load(ctx, conversationId);
  const rows = await ctx.db
    .selectFrom('clocks')
    .innerJoin('sla_policies', (join) =>
      join
        .onRef('sla_policies.workspace_id', '=', 'clocks.workspace_id')
        .onRef('sla_policies.id', '=', 'clocks.policy_id'),
    )
    .select([
      'clocks.id',
      'clocks.kind',
      'clocks.target_seconds',
      'clocks.started_at',
      'clocks.warn_at',
      'clocks.due_at',
      'clocks.met_at',
      'clocks.missed_at',
      'clocks.withdrawn_at',
      'sla_policies.name',
    ])
    .where('clocks.workspace_id', '=', ctx.workspaceId)
    .where('clocks.conversation_id', '=', conversationId)
    .orderBy('clocks.started_at')
    .orderBy('clocks.id')
    .limit(clockLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as ClockKind,
    policyName: row.name,
    state: stateOf(row),
    targetSeconds: row.target_seconds,
    startedAt: row.started_at.toISOString(),
    warnAt: row.warn_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    metAt: row.met_at?.toISOString() ?? null,
    missedAt: row.missed_at?.toISOString() ?? null,
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  }));
}

/** Missed stays missed, also when an answer came afterwards. */
function stateOf(row: { met_at: Date | null; missed_at: Date | null; withdrawn_at: Date | null }): ClockView['state'] {
  if (row.missed_at) return 'missed';
  if (row.met_at) return 'met';
  return row.withdrawn_at ? 'withdrawn' : 'running';
}
