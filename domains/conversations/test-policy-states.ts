import fc from 'fast-check';
import type { Ctx } from '#platform/ctx';
import { countChange } from './count.ts';
import type { Conversation } from './load.ts';

const monday = new Date('2026-11-16T09:00:00Z');

/** Indexes into the desk's brands, teams and people; -1 is none. */
const among = (count: number) => fc.integer({ min: -1, max: count - 1 });

/** What a conversation is like. */
export const aState = fc.record({
  assignee: among(3),
  confidential: fc.boolean(),
  granted: fc.subarray([0, 1, 2]),
  grantedTeams: fc.subarray([0, 1]),
  category: fc.constantFrom('open', 'waiting', 'closed'),
  snoozed: fc.boolean(),
  merged: fc.boolean(),
  shared: fc.subarray([0, 1, 2]),
});

/** One state of a conversation. */
export type State = typeof aState extends fc.Arbitrary<infer S> ? S : never;

/** Puts every conversation into its state, with its counters. */
export async function putStates(
  ctx: Ctx,
  given: {
    before: readonly Conversation[];
    states: readonly State[];
    people: readonly string[];
    teamIds: readonly string[];
    ids: readonly string[];
  },
): Promise<void> {
  const { people, teamIds, ids } = given;
  await ctx.db.deleteFrom('conversation_team_grants').where('workspace_id', '=', ctx.workspaceId).execute();
  await ctx.db.deleteFrom('conversation_shares').where('workspace_id', '=', ctx.workspaceId).execute();
  await ctx.db.deleteFrom('conversation_grants').where('workspace_id', '=', ctx.workspaceId).execute();
  for (const before of given.before) {
    const state = given.states[ids.indexOf(before.id)];
    if (!state) continue;
    const after = { ...before, ...stateColumns(state, people, ids[0] === before.id ? ids[1] : ids[0]) };
    const { grantedTo: _, sharedWith: _____, sort_due: __, workspace_id: ___, id: ____, ...set } = after;
    await ctx.db
      .updateTable('conversations')
      .set({ ...set, custom: '{}' })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', before.id)
      .execute();
    await countChange(ctx, before, after);
    for (const index of state.granted) {
      const grant = { conversation_id: before.id, teammate_id: people[index] ?? '', given_at: monday };
      await ctx.db
        .insertInto('conversation_grants')
        .values({ workspace_id: ctx.workspaceId, ...grant })
        .execute();
    }
    for (const index of state.shared) {
      const share = { conversation_id: before.id, teammate_id: people[index] ?? '', shared_at: monday };
      await ctx.db
        .insertInto('conversation_shares')
        .values({ workspace_id: ctx.workspaceId, ...share })
        .execute();
    }
    for (const index of state.grantedTeams) {
      const grant = { conversation_id: before.id, team_id: teamIds[index] ?? '', given_at: monday };
      await ctx.db
        .insertInto('conversation_team_grants')
        .values({ workspace_id: ctx.workspaceId, ...grant })
        .execute();
    }
  }
}

function stateColumns(state: State, people: readonly string[], into: string | undefined) {
  return {
    assignee_id: people[state.assignee] ?? null,
    changed_at: monday,
    shared_at: state.shared.length > 0 ? monday : null,
    confidential_at: state.confidential ? monday : null,
    status_category: state.merged ? 'closed' : state.category,
    closed_at: state.merged || state.category === 'closed' ? monday : null,
    snoozed_until: state.snoozed && state.category === 'open' && !state.merged ? new Date('2099-01-01') : null,
    merged_into_id: state.merged ? (into ?? null) : null,
    merged_at: state.merged ? monday : null,
  };
}
