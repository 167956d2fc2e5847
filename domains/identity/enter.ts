import type { ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { nowhere } from './auth.ts';
import type { SignedIn } from './authenticate.ts';
import type { Held } from './contract.ts';
import { loadActor } from './load-actor.ts';
import { membershipsOf, workspaceOf } from './queries.ts';
import { readSetting } from './settings.ts';
import { letInBy, requiredConnection } from './sso/offered.ts';

/** How long a session of a single sign-on holds, in milliseconds: then its provider is asked again. */
export const boundMs = 24 * 3600_000;

/** A good cookie: whose account it is and how it came to be. */
interface Door {
  readonly accountId: string;
  readonly sessionId: string;
  readonly signedInAt: Date;
  readonly boundTo: string | null;
  readonly hasTwoStep: boolean;
}

/** The teammate of an account in the chosen workspace, else in the first joined; held back while its rules ask for more. */
export async function enter(tools: Tools, door: Door, chosen: string | null): Promise<SignedIn> {
  const { accountId, sessionId, signedInAt, boundTo } = door;
  const who = { accountId, sessionId, signedInAt, boundTo };
  const memberships = (await tools.read({ workspaceId: nowhere }, (ctx) => membershipsOf(ctx, accountId))).filter(
    ({ workspaceId }) => boundTo === null || workspaceId === boundTo,
  );
  const membership = memberships.find(({ workspaceId }) => workspaceId === chosen) ?? memberships[0];
  const isOver = boundTo !== null && signedInAt.getTime() + boundMs <= tools.now().getTime();
  if (!membership || isOver) return { ...who, session: null, held: null };
  const { workspaceId, teammateId } = membership;
  return tools.read({ workspaceId }, async (ctx) => {
    const held = boundTo === null ? await heldBack(ctx, door, teammateId) : null;
    if (held) return { ...who, session: null, held };
    const actor = await loadActor(ctx, teammateId);
    return { ...who, session: { workspaceId, actor, via: 'console' }, held: null };
  });
}

/** Rules of the workspace for who came by password or passkey; a session of its single sign-on has met them there. */
async function heldBack(ctx: ReadCtx, door: Door, teammateId: string): Promise<Held | null> {
  const connection = await requiredConnection(ctx, teammateId);
  const isRescue = connection?.breakGlassIds.includes(teammateId) ?? false;
  if (connection && !isRescue) {
    const { name } = await workspaceOf(ctx);
    return { why: 'single-sign-on-required', workspaceName: name, href: connection.href };
  }
  const letIn = isRescue ? undefined : await letInBy(ctx, teammateId);
  if (letIn) {
    const { name } = await workspaceOf(ctx);
    return { why: 'single-sign-on-required', workspaceName: name, href: letIn.href };
  }
  // whoever may come in without the single sign-on is the way in that is attacked: the second step is not left to them
  const isAsked = isRescue || (await readSetting<boolean>(ctx, 'access.two-step-required'));
  if (!isAsked || door.hasTwoStep || (await hasPasskey(ctx, door.accountId))) return null;
  const { name } = await workspaceOf(ctx);
  return { why: 'two-step-required', workspaceName: name, href: null };
}

/** A passkey asks for the person at the device: it counts as both steps. */
async function hasPasskey(ctx: ReadCtx, accountId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('auth.passkey')
    .select('id')
    .where('userId', '=', accountId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
