import { loadActors } from '#domains/identity';
import { notify } from '#domains/notices';
import type { Ctx, EventOf } from '#platform/ctx';
import type { NoticeKind } from '#platform/domain';
import type { improvementSettled } from './contract.ts';
import { can } from './policy.ts';
import { improvementRows } from './queries.ts';

/** What people hear about what they suggested. */
export const noticeKinds: readonly NoticeKind[] = [
  { name: 'improvement-done', says: 'A fix you suggested is done', level: 'mention' },
  {
    name: 'improvement-declined',
    says: 'A fix you suggested was declined; its reason stands with it',
    level: 'mention',
  },
  { name: 'improvement-given', says: 'Somebody gave you a fix to see to', level: 'mention' },
];

/** Most people who are told of one. */
const tellLimit = 500;
const kinds: Readonly<Record<string, string>> = { done: 'improvement-done', declined: 'improvement-declined' };

/** Whoever suggested it or said "me too" hears what became of it; whoever it was given to hears of that. */
export async function tellSettled(ctx: Ctx, event: EventOf<typeof improvementSettled>): Promise<void> {
  const { state, ownerId } = event.body;
  const row = await improvementRows(ctx).where('id', '=', event.subjectId).executeTakeFirst();
  // it went on meanwhile: what is true now is told by the event of then
  if (!row || row.state !== state) return;
  const given = state === 'taken' && ownerId ? [ownerId] : [];
  const asked = kinds[state] === undefined ? given : await saidBy(ctx, row.id, row.suggested_by);
  const others = [...new Set(asked)].filter((id) => id !== event.actorId);
  const actors = [...(await loadActors(ctx, others))];
  const teammateIds = actors.flatMap(([id, actor]) => (can.read(actor, { brandId: row.brand_id }) ? [id] : []));
  if (teammateIds.length === 0) return;
  await notify(ctx, {
    kind: kinds[state] ?? 'improvement-given',
    causeId: event.id,
    occurredAt: event.occurredAt,
    teammateIds,
    subjectKind: 'improvement',
    subjectId: row.id,
  });
}

async function saidBy(ctx: Ctx, id: string, first: string | null): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('improvement_supports')
    .select('said_by')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('improvement_id', '=', id)
    .where('said_by', 'is not', null)
    .limit(tellLimit)
    .execute();
  return [first, ...rows.map((row) => row.said_by)].flatMap((one) => one ?? []);
}
