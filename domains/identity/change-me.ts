import type { Ctx } from '#platform/ctx';
import type { Input } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import type { changeMe as changeMeRoute, TeammateView } from './contract.ts';
import { teammateById } from './queries.ts';
import { rolesAbove } from './roles/role-queries.ts';
import { teammateView } from './views.ts';

/** Largest sum of one teammate's preferences, in bytes of JSON. */
const preferencesLimitBytes = 8_192;
const tooManyPreferences = problem(
  'identity/preferences-too-large',
  413,
  'These preferences are too large',
  'Take some away with null.',
);

/** Changes what is one's own: name, language, zone, undo window, preferences. */
export async function changeMe(ctx: Ctx, body: Input<typeof changeMeRoute>['body']): Promise<TeammateView> {
  const { id } = ctx.actor;
  if (ctx.actor.kind !== 'teammate' || id === null) throw notFound();
  const before = await teammateById(ctx, id);
  const preferences = merged(before.preferences, body.preferences ?? {});
  if (JSON.stringify(preferences).length > preferencesLimitBytes) throw tooManyPreferences();
  await ctx.db
    .updateTable('teammates')
    .set({
      name: body.name ?? before.name,
      locale: body.locale ?? before.locale,
      zone: body.zone ?? before.zone,
      undo_window_seconds: body.undoWindowSeconds === undefined ? before.undoWindowSeconds : body.undoWindowSeconds,
      preferences: JSON.stringify(preferences),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  return teammateView(ctx.actor, await teammateById(ctx, id), await rolesAbove(ctx));
}

function merged(
  before: Readonly<Record<string, unknown>>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}
