import type { ReadCtx } from '#platform/ctx';
import type { Input, Tools } from '#platform/domain';
import { notFound } from '#platform/problem';
import { nowhere } from './auth.ts';
import { chooseWorkspaceCookie } from './cookies.ts';
import type { signInAsDemo as signInAsDemoRoute, SessionView } from './contract.ts';
import { type SessionAnswer, sessionCookies } from './sign-in.ts';

/** The demo workspace of this server; a server that was started without demo data has none. */
export async function demoWorkspace(tools: Tools): Promise<{ workspaceId: string; name: string } | null> {
  return tools.read({ workspaceId: nowhere }, async ({ db }) => {
    const row = await db
      .selectFrom('workspaces')
      .select(['workspace_id', 'name'])
      .where('demo_filled_at', 'is not', null)
      .where('sample_of', 'is', null)
      .orderBy('workspace_id')
      .executeTakeFirst();
    return row ? { workspaceId: row.workspace_id, name: row.name } : null;
  });
}

/** The roles that can be tried, each with the person of the story who has it, in the order of the desks. */
export async function demoRoles(tools: Tools): Promise<SessionView['demo']> {
  const demo = await demoWorkspace(tools);
  if (!demo) return null;
  const people = await tools.read({ workspaceId: demo.workspaceId }, peopleOfRoles);
  const roles = tools.house.desks.flatMap(({ id, title }) => {
    const person = people.find(({ deskId }) => deskId === id);
    return person ? [{ role: id, title, name: person.name }] : [];
  });
  return { workspaceName: demo.name, roles };
}

/** One click: signed in as the person of the story who has this role. Only in the demo workspace. */
export async function signInAsDemo(
  tools: Tools,
  { body, headers }: Input<typeof signInAsDemoRoute>,
): Promise<SessionAnswer> {
  const demo = await demoWorkspace(tools);
  const people = demo ? await tools.read({ workspaceId: demo.workspaceId }, peopleOfRoles) : [];
  const person = people.find(({ deskId }) => deskId === body.role);
  if (!demo || !person) throw notFound();
  return {
    signedIn: true,
    setCookies: [
      ...(await sessionCookies(tools, person.accountId, headers)),
      chooseWorkspaceCookie(tools.config, demo.workspaceId),
    ],
  };
}

/** Who has which role in the first place, the first to get it first. */
async function peopleOfRoles(ctx: ReadCtx): Promise<readonly { deskId: string; name: string; accountId: string }[]> {
  const rows = await ctx.db
    .selectFrom('teammate_roles as given')
    .innerJoin('roles', (join) =>
      join.onRef('roles.workspace_id', '=', 'given.workspace_id').onRef('roles.id', '=', 'given.role_id'),
    )
    .innerJoin('teammates as t', (join) =>
      join.onRef('t.workspace_id', '=', 'given.workspace_id').onRef('t.id', '=', 'given.teammate_id'),
    )
    .select(['roles.desk_id', 't.name', 't.account_id'])
    .where('given.workspace_id', '=', ctx.workspaceId)
    .where('roles.built_in', '=', true)
    .where('t.deactivated_at', 'is', null)
    .orderBy('given.given_at')
    .orderBy('t.id')
    .limit(500)
    .execute();
  return rows.flatMap((row) =>
    row.account_id ? [{ deskId: row.desk_id, name: row.name, accountId: row.account_id }] : [],
  );
}
