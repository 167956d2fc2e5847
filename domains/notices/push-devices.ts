import { refuseInSample, sessionIdOf, sessionsThatHold } from '#domains/identity';
import { sql } from 'kysely';
import type { BodyOf, ReplyOf } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Asker, Input, Tools } from '#platform/domain';
import { notFound, problem } from '#platform/problem';
import { myId } from './policy.ts';
import type { addPushDevice as addRoute, PushDeviceView, testPushDevice as testRoute } from './contract.ts';
import { sendPush, type Subscription } from './send-push.ts';

/** Most devices of one teammate. */
export const deviceLimit = 10;

const tooMany = problem(
  'notices/too-many-devices',
  409,
  `There are ${deviceLimit} devices already`,
  'Remove one that you do not use, then add this one.',
);

const noSession = problem(
  'notices/needs-a-browser',
  403,
  'Only a browser that is signed in has notices',
  'Sign in with it, and add it there.',
);

/** A device as it is kept. */
export interface PushDevice extends Subscription {
  readonly id: string;
  readonly teammateId: string;
  readonly name: string;
  readonly addedAt: Date;
}

/** The devices of one teammate that are still signed in, the first added first. */
export async function devicesOf(ctx: ReadCtx, teammateId: string): Promise<readonly PushDevice[]> {
  return (await sortedDevices(ctx, teammateId)).told;
}

/** The devices of a teammate: those still signed in are told, those whose session ended never again. */
async function sortedDevices(
  ctx: ReadCtx,
  teammateId: string,
): Promise<{ readonly told: readonly PushDevice[]; readonly over: readonly PushDevice[] }> {
  const rows = await ctx.db
    .selectFrom('push_devices')
    .select(['id', 'teammate_id as teammateId', 'name', 'endpoint', 'p256dh', 'auth', 'added_at as addedAt'])
    .select('session_id as sessionId')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  const sessions = rows.flatMap(({ sessionId }) => sessionId ?? []);
  const hold = await sessionsThatHold(ctx, teammateId, sessions);
  const told = rows.filter(({ sessionId }) => sessionId !== null && hold.has(sessionId));
  return { told, over: rows.filter((row) => !told.includes(row)) };
}

/** Removes the devices of a teammate whose session has ended; answers those that are told. */
export async function dropSignedOut(ctx: Ctx, teammateId: string): Promise<readonly PushDevice[]> {
  const { told, over } = await sortedDevices(ctx, teammateId);
  const ids = over.map(({ id }) => id);
  if (ids.length > 0) await dropDevices(ctx, ids);
  return told;
}

/** Removes all devices of a teammate: they left, or were signed out everywhere. */
export async function dropAllDevices(ctx: Ctx, teammateId: string): Promise<void> {
  await ctx.db
    .deleteFrom('push_devices')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .execute();
}

/** Those of these teammates who have notices on some device. */
export async function withDevices(ctx: ReadCtx, teammateIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('push_devices')
    .select('teammate_id')
    .distinct()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', sql<string>`any(${[...teammateIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.teammate_id));
}

/** The devices of whoever asks. */
export async function listDevices(ctx: ReadCtx): Promise<{ rows: PushDeviceView[] }> {
  return { rows: (await devicesOf(ctx, myId(ctx.actor))).map(viewOf) };
}

/** Adds the browser that asks, for as long as its session holds. */
export async function addThisBrowser(
  tools: Tools,
  { body, headers }: Input<typeof addRoute>,
  asker: Asker,
): Promise<ReplyOf<typeof addRoute>> {
  const sessionId = await sessionIdOf(tools, headers);
  if (sessionId === null) throw noSession();
  return tools.transact({ ...asker, via: 'console' }, (ctx) => addDevice(ctx, body, sessionId));
}

/** Adds a device of a session. A browser that somebody else used before is from now on whoever's uses it. */
export async function addDevice(
  ctx: Ctx,
  given: BodyOf<typeof addRoute>,
  sessionId: string,
): Promise<ReplyOf<typeof addRoute>> {
  await refuseInSample(ctx);
  const teammateId = myId(ctx.actor);
  const mine = await dropSignedOut(ctx, teammateId);
  const isKnown = mine.some(({ endpoint }) => endpoint === given.endpoint);
  if (!isKnown && mine.length >= deviceLimit) throw tooMany();
  const { p256dh, auth, name, endpoint } = given;
  const row = { teammate_id: teammateId, session_id: sessionId, p256dh, auth, name, added_at: ctx.now };
  await ctx.db
    .insertInto('push_devices')
    .values({ workspace_id: ctx.workspaceId, id: given.id, endpoint, ...row })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'endpoint']).doUpdateSet(row))
    .execute();
  const added = (await devicesOf(ctx, teammateId)).find((one) => one.endpoint === endpoint);
  // it ended while the browser asked
  if (!added) throw noSession();
  return { ...viewOf(added), teammateId };
}

/** Takes a device away; it hears nothing more. */
export async function removeDevice(ctx: Ctx, id: string): Promise<{ rows: PushDeviceView[] }> {
  const { told, over } = await sortedDevices(ctx, myId(ctx.actor));
  if (![...told, ...over].some((device) => device.id === id)) throw notFound();
  await dropDevices(ctx, [id]);
  return listDevices(ctx);
}

/** Removes devices whose browser took the subscription back, or whose owner did. */
export async function dropDevices(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.db
    .deleteFrom('push_devices')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Sends a test to one of one's own devices, and says what the host answered. */
export async function testDevice(
  tools: Tools,
  given: { readonly id: string; readonly testId: string },
  asker: Asker,
): Promise<ReplyOf<typeof testRoute>> {
  const { told, over } = await tools.read({ ...asker }, async (ctx) => {
    await refuseInSample(ctx);
    return sortedDevices(ctx, myId(ctx.actor));
  });
  const device = [...told, ...over].find(({ id }) => id === given.id);
  if (!device) throw notFound();
  const { host } = new URL(device.endpoint);
  if (over.includes(device)) {
    await tools.transact({ ...asker }, (ctx) => dropDevices(ctx, [device.id]));
    return { outcome: 'gone', status: null, host };
  }
  const message = { title: 'A test from Rapport', place: '/notices', tag: given.testId };
  const { outcome, status } = await sendPush(tools, device, message, { isUrgent: true });
  if (outcome === 'gone') await tools.transact({ ...asker }, (ctx) => dropDevices(ctx, [device.id]));
  return { outcome, status, host };
}

function viewOf({ id, name, endpoint, addedAt }: PushDevice): PushDeviceView {
  return { id: id as PushDeviceView['id'], name, host: new URL(endpoint).host, addedAt: addedAt.toISOString() };
}
