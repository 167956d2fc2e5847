import { sql } from 'kysely';
import type { Scope } from '#platform/contract';
import { type Input, isOutside, type Tools } from '#platform/domain';
import type { Session } from '#platform/http';
import { authOf, nowhere } from './auth.ts';
import { findSignedIn, type SignedIn } from './authenticate.ts';
import type { Me, readSession as readSessionRoute, SessionView } from './contract.ts';
import { demoRoles } from './demo-session.ts';
import { isEmpty } from './open-workspace.ts';
import { membershipsOf, rolesOf, teammateById } from './queries.ts';
import { offeredConnections } from './sso/offered.ts';

/** Who is signed in, where they start and what they may; coming back prolongs the session. */
export async function readSession(
  tools: Tools,
  { headers }: Input<typeof readSessionRoute>,
): Promise<SessionView & { setCookies?: readonly string[] }> {
  const signedIn = await findSignedIn(tools, headers);
  if (!signedIn?.session) {
    const needsSetup = await tools.read({ workspaceId: nowhere }, isEmpty);
    const singleSignOn = await offeredConnections(tools);
    return { needsSetup, me: null, held: signedIn?.held ?? null, singleSignOn, demo: await demoRoles(tools) };
  }
  const auth = await authOf(tools);
  const { headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
  const setCookies = answer.getSetCookie();
  return {
    needsSetup: false,
    me: await readMe(tools, { ...signedIn, session: signedIn.session }),
    held: null,
    singleSignOn: [],
    demo: null,
    ...(setCookies.length > 0 ? { setCookies } : {}),
  };
}

async function readMe(
  tools: Tools,
  { accountId, boundTo, session }: SignedIn & { readonly session: Session },
): Promise<Me> {
  const { actor, workspaceId } = session;
  const id = actor.id;
  if (id === null) throw new Error('A session without a teammate.');
  const { teammate, roles, workspaces } = await tools.read({ workspaceId, actor }, async (ctx) => ({
    teammate: await teammateById(ctx, id),
    roles: await rolesOf(ctx, id),
    workspaces: await workspacesOf(
      ctx.db,
      (await membershipsOf(ctx, accountId)).filter((one) => boundTo === null || one.workspaceId === boundTo),
    ),
  }));
  const here = workspaces.find((workspace) => workspace.id === workspaceId);
  return {
    workspace: {
      id: workspaceId,
      name: here?.name ?? '',
      isDemo: here?.isDemo ?? false,
      sampleOf: here?.sampleOf ?? null,
    },
    teammate: { id, name: teammate.name, address: teammate.address, locale: teammate.locale, zone: teammate.zone },
    desk: deskOf(
      tools,
      roles.map(({ deskId }) => deskId),
      teammate.preferences['desk'],
    ),
    isOutside: isOutside(tools.house, actor),
    permissions: Object.fromEntries(actor.permissions) as Record<string, Scope>,
    teamIds: [...actor.teamIds],
    brands: actor.brandIds === 'all' ? 'all' : [...actor.brandIds],
    undoWindowSeconds: teammate.undoWindowSeconds,
    preferences: { ...teammate.preferences },
    workspaces: workspaces.map(({ id: one, name }) => ({ id: one, name })),
  } as Me;
}

/** The desk somebody chose among those of their roles, else that of the role given first. */
function deskOf(tools: Tools, deskIds: readonly string[], chosen: unknown): Me['desk'] {
  const id = deskIds.find((one) => one === chosen) ?? deskIds[0];
  const desk = tools.house.desks.find((one) => one.id === id) ?? tools.house.desks[0];
  if (!desk) throw new Error('The house has no desk.');
  const { title, home, areas, density } = desk;
  return { id: desk.id, title, home, areas: [...areas], density };
}

async function workspacesOf(db: Parameters<typeof isEmpty>[0]['db'], memberships: readonly { workspaceId: string }[]) {
  if (memberships.length === 0) return [];
  const rows = await db
    .selectFrom('workspaces')
    .select(['workspace_id', 'name', 'demo_filled_at', 'sample_of'])
    .where('workspace_id', '=', sql<string>`any(${memberships.map(({ workspaceId }) => workspaceId)})`)
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    id: row.workspace_id,
    name: row.name,
    isDemo: row.demo_filled_at !== null,
    sampleOf: row.sample_of,
  }));
}
