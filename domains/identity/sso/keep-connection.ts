import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { BodyOf } from '#platform/contract';
import type { Tools } from '#platform/domain';
import { invalidInput, mayNot, notFound, problem, sameIdOtherBody } from '#platform/problem';
import { sealSecret } from '#platform/secrets';
import { rightsChanged } from '../authenticate.ts';
import type { changeSsoConnection, SsoConnectionView } from '../contract.ts';
import { loadActor } from '../load-actor.ts';
import { ownerDesk } from '../open-workspace.ts';
import { can } from '../policy.ts';
import { teammateById } from '../queries.ts';
import { refuseRolesBeyondOwn } from '../roles/keep-role.ts';
import { rolesNamed } from '../roles/role-queries.ts';
import { type Connection, connectionById, connectionLimit, openConnections, secretPlace } from './connections.ts';
import { viewOf } from './views.ts';

type Draft = BodyOf<typeof changeSsoConnection>;
type Keeper = Pick<Tools, 'config'>;

const mayNotConnect = problem(
  'identity/sso-needs-an-owner',
  403,
  'Only somebody who may do everything connects a single sign-on',
  'It can say of anybody that it is them. Ask an administrator.',
);
const issuerStays = problem(
  'identity/sso-issuer-stays',
  409,
  'The provider of a connection stays',
  'Whoever came by it is known by the old provider alone. Take this one away and connect the new one.',
);
const tooMany = problem('identity/too-many-sso', 409, 'There are too many single sign-ons', 'Take one away first.');
const noWayBack = problem(
  'identity/sso-needs-a-way-back',
  422,
  'Say who comes in when the provider fails',
  'Choose somebody who may give roles and can sign in here with a password or passkey.',
);

/** Whether the actor may connect providers, in words where not. */
export function mayConnect({ actor, house }: Pick<ReadCtx, 'actor' | 'house'>): boolean {
  const owner = house.desks.find(({ id }) => id === ownerDesk)?.permissions ?? {};
  return can.connectSso(actor, owner);
}

/** Connects a provider (`knownId` null; the same again is the same), or changes how it is connected. */
export async function keepConnection(
  ctx: Ctx,
  tools: Keeper,
  knownId: string | null,
  draft: Draft & { readonly id?: string },
): Promise<SsoConnectionView> {
  return viewOf(ctx, tools, await keepConnectionOf(ctx, knownId, draft, tools));
}

/** The same without its view; without `tools` there is nothing to seal a secret with, so the draft brings none. */
export async function keepConnectionOf(
  ctx: Ctx,
  knownId: string | null,
  draft: Draft & { readonly id?: string },
  tools: Keeper | null,
): Promise<Connection> {
  const id = knownId ?? draft.id ?? '';
  const before = await connectionById(ctx, id);
  if (knownId !== null && !before) throw notFound();
  if (!can.configureRoles(ctx.actor)) throw mayNot();
  if (!mayConnect(ctx)) throw mayNotConnect();
  await sql`select 1 from workspaces where workspace_id = ${ctx.workspaceId} for update`.execute(ctx.db);
  if (before && before.issuer !== draft.issuer) throw issuerStays();
  if (!before && (await openConnections(ctx)).length >= connectionLimit) throw tooMany();
  await refuseUnknown(ctx, draft);
  if (draft.required) await refuseWithoutWayBack(ctx, draft.breakGlassIds);
  await write(ctx, tools, id, draft, before);
  await writeDomains(ctx, id, draft.domains);
  const after = await connectionById(ctx, id);
  // an id that was taken away before is not used again
  if (!after) throw sameIdOtherBody();
  auditConnection(ctx, before ? 'sso.changed' : 'sso.connected', before, after);
  return after;
}

async function write(
  ctx: Ctx,
  tools: Keeper | null,
  id: string,
  draft: Draft,
  before: Connection | null,
): Promise<void> {
  const sealed = sealedSecret(ctx, tools, id, draft, before);
  const isMapped = draft.groups.length > 0;
  const row = {
    name: draft.name,
    client_id: draft.clientId,
    client_secret: sealed,
    domains: [...new Set(draft.domains)],
    groups_claim: draft.groupsClaim,
    group_roles: JSON.stringify(draft.groups),
    mapped_by: isMapped ? ctx.actor.id : null,
    lets_in_at: draft.letsIn ? ctx.now : null,
    required_at: draft.required ? ctx.now : null,
    break_glass_ids: draft.breakGlassIds,
    ends_there_at: draft.endsThere ? ctx.now : null,
  };
  await ctx.db
    .insertInto('sso_connections')
    .values({ workspace_id: ctx.workspaceId, id, issuer: draft.issuer, created_at: ctx.now, ...row })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'id']).doUpdateSet(row).where('sso_connections.closed_at', 'is', null),
    )
    .execute();
}

function sealedSecret(ctx: Ctx, tools: Keeper | null, id: string, draft: Draft, before: Connection | null) {
  if (draft.clientSecret === undefined || !tools) return before?.sealedSecret ?? null;
  return draft.clientSecret === null
    ? null
    : sealSecret(tools.config, secretPlace(ctx.workspaceId, id), draft.clientSecret);
}

/** Which domains lead here, where people sign in before anybody knows their workspace. */
async function writeDomains(ctx: Ctx, id: string, domains: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('auth.ssoDomain')
    .where('workspaceId', '=', ctx.workspaceId)
    .where('connectionId', '=', id)
    .execute();
  const rows = [...new Set(domains)].map((domain) => ({ domain, workspaceId: ctx.workspaceId, connectionId: id }));
  if (rows.length > 0) await ctx.db.insertInto('auth.ssoDomain').values(rows).execute();
}

/** Refuses roles beyond one's own, and roles, teams and people that are not there. */
async function refuseUnknown(ctx: Ctx, draft: Draft): Promise<void> {
  const roleIds = [...new Set(draft.groups.flatMap(({ roleIds: ids }) => ids))];
  await refuseRolesBeyondOwn(ctx, roleIds);
  const places = new Set((await placesOf(ctx)).map(({ id }) => id));
  const isKnown =
    (await rolesNamed(ctx, roleIds)).length === roleIds.length &&
    draft.groups.flatMap(({ placeIds }) => placeIds).every((id) => places.has(id));
  if (!isKnown)
    throw invalidInput({ fields: [{ path: 'body.groups', message: 'names a role or team that is not there' }] });
  for (const id of draft.breakGlassIds) await teammateById(ctx, id);
}

/** The places that groups can put people in. */
export async function placesOf(ctx: ReadCtx): Promise<readonly { id: string; name: string }[]> {
  return (await ctx.house.groupPlaces?.list(ctx)) ?? [];
}

/** One of those who come in anyway must be able to mend it: here, may give roles, and no guest of the provider alone. */
async function refuseWithoutWayBack(ctx: ReadCtx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const teammate = await teammateById(ctx, id);
    if (teammate.deactivatedAt || !teammate.accountId) continue;
    if (!can.configureRoles(await loadActor(ctx, id))) continue;
    if (await hasOwnKey(ctx, teammate.accountId)) return;
  }
  throw noWayBack();
}

/** Whether an account has a password or passkey. */
export async function hasOwnKey(ctx: ReadCtx, accountId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select 1 from auth.account where "userId" = ${accountId} and password is not null)
      or exists (select 1 from auth.passkey where "userId" = ${accountId}) as has`.execute(ctx.db);
  return rows[0]?.has ?? false;
}

/** Takes a provider away: the sessions it opened end, and nobody is asked to come by it any more. */
export async function closeConnection(ctx: Ctx, id: string): Promise<void> {
  if (!can.configureRoles(ctx.actor)) throw mayNot();
  const before = await connectionById(ctx, id);
  if (!before) throw notFound();
  if (!mayConnect(ctx)) throw mayNotConnect();
  await ctx.db
    .updateTable('sso_connections')
    .set({ closed_at: ctx.now, client_secret: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await writeDomains(ctx, id, []);
  const { rows } = await sql<{ id: string }>`
    select t.id from sso_identities one
    join teammates t on t.workspace_id = one.workspace_id and t.id = one.teammate_id
    where one.workspace_id = ${ctx.workspaceId} and one.connection_id = ${id}`.execute(ctx.db);
  await sql`
    delete from auth.session using sso_identities one
    join teammates t on t.workspace_id = one.workspace_id and t.id = one.teammate_id
    where one.workspace_id = ${ctx.workspaceId} and one.connection_id = ${id}
      and auth.session."userId" = t.account_id and auth.session."boundTo" = ${ctx.workspaceId}`.execute(ctx.db);
  auditConnection(ctx, 'sso.closed', before, null);
  for (const teammate of rows) rightsChanged(ctx, teammate.id);
}

function auditConnection(ctx: Ctx, action: string, before: Connection | null, after: Connection | null): void {
  const one = after ?? before;
  if (!one) return;
  ctx.audit({
    action,
    objectKind: 'sso',
    objectId: one.id,
    objectName: one.name,
    before: before && facts(before),
    after: after && facts(after),
  });
}

/** What the log keeps of a connection; of its secret only whether there is one. */
function facts({ sealedSecret: secret, ...rest }: Connection) {
  return { ...rest, hasSecret: secret !== null };
}
