import type { ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import { notFound } from '#platform/problem';
import type { QueueView, TeamView } from './contract.ts';
import { can, visibleTeams } from './policy.ts';
import { membersOf, type Queue } from './queries.ts';

/** Most teams of one workspace. */
const teamLimit = 500;

/** A queue with what the actor may do with it. */
export function queueView(actor: Actor, queue: Queue): QueueView {
  return { ...queue, can: can.configureQueue(actor, queue) ? ['configure'] : [] } as QueueView;
}

/** The teams the actor may see, by name. */
export async function teamViews(ctx: ReadCtx): Promise<TeamView[]> {
  const rows = await teamRows(ctx).where(visibleTeams(ctx.actor)).orderBy('name').limit(teamLimit).execute();
  return withMembers(ctx, rows);
}

/** The teams the actor may see, by their names alone. */
export async function teamNames(ctx: ReadCtx): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return teamRows(ctx).where(visibleTeams(ctx.actor)).orderBy('name').limit(teamLimit).execute();
}

/** One team; 404 where the actor may not see it. */
export async function teamView(ctx: ReadCtx, id: string): Promise<TeamView> {
  const row = can.readTeam(ctx.actor, id) ? await teamRows(ctx).where('id', '=', id).executeTakeFirst() : undefined;
  const [view] = row ? await withMembers(ctx, [row]) : [];
  if (!view) throw notFound();
  return view;
}

function teamRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('teams')
    .select(['id', 'name', 'calendar_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('archived_at', 'is', null);
}

async function withMembers(
  ctx: ReadCtx,
  rows: readonly { id: string; name: string; calendar_id: string | null }[],
): Promise<TeamView[]> {
  const members = await membersOf(
    ctx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    calendarId: row.calendar_id,
    members: members
      .filter(({ teamId }) => teamId === row.id)
      .map(({ teammateId, leads }) => ({ id: teammateId, leads })),
    can: can.configureTeam(ctx.actor, row.id) ? ['configure'] : [],
  })) as TeamView[];
}
