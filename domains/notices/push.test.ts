import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import type { AnyRoute } from '#platform/contract';
import { newId } from '#platform/database';
import { type Input, routeName } from '#platform/domain';
import { type PushService, startPushService } from '../../tests/support/push-service.ts';
import { useWorld } from '../../tests/support/world.ts';
import type { PushDeviceId } from './contract.ts';
import { notify } from './notify.ts';
import { addDevice, listDevices, removeDevice, testDevice } from './push-devices.ts';
import { pushNotices } from './push-notices.ts';
import { seeNotice } from './see-notices.ts';
import { pushKeys } from './send-push.ts';

const world = useWorld();
let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.stop());

/** The tools of a server whose operator lets it ask the push service of the test. */
const tools = (hosts: readonly string[] = [service.host]) => ({
  ...world().tools,
  config: { ...world().config, privateHosts: hosts },
});

test('a notice reaches each device once, encrypted for it and signed by us, with no name or words in it', async () => {
  const { workspace, agent, add, tell, push } = await aHouse();
  const [desk, phone] = [await add('Desk'), await add('Phone')];
  const subjectId = await tell();
  await push();
  // at least once: the same job comes again
  await push();
  const [first, second, ...more] = service.taken.splice(0);
  expect(more).toEqual([]);
  expect([first?.endpoint, second?.endpoint].sort()).toEqual([desk, phone].sort());
  expect(first?.message).toEqual({
    title: 'A colleague named you or your team in a note (#1001)',
    place: expect.stringContaining(subjectId),
    tag: expect.any(String),
  });
  expect(first).toMatchObject({ key: pushKeys(world().config).publicKey, audience: `http://${service.host}` });

  // a conversation that is not theirs to see (any more) is not pushed
  await tell('conversation');
  await push();
  expect(service.taken).toEqual([]);

  // what was seen meanwhile is not pushed, nor is a device taken away told more
  const seen = await tell();
  await workspace.act(agent, async (ctx) => seeNotice(ctx, await noticeOf(ctx, seen)));
  const [row] = (await workspace.read(agent, listDevices)).rows;
  await workspace.act(agent, (ctx) => removeDevice(ctx, row?.id ?? ''));
  await tell();
  await push();
  expect(service.taken.splice(0).map(({ endpoint }) => endpoint)).toEqual([phone]);
});

test('a test says what the host answered; a device that is gone is removed, another’s is not there, an inner host is not asked', async () => {
  const { workspace, agent, add } = await aHouse();
  await add('Desk');
  const [device] = (await workspace.read(agent, listDevices)).rows;
  const id = device?.id ?? '';
  const asker = { workspaceId: workspace.id, actor: agent };
  const ask = (hosts?: readonly string[]) => testDevice(tools(hosts), { id, testId: newId() }, asker);
  expect(await ask()).toEqual({ outcome: 'taken', status: 201, host: service.host });
  expect(service.taken.splice(0)[0]?.message).toMatchObject({ place: '/notices' });
  expect(await ask([])).toMatchObject({ outcome: 'unreachable', status: null });
  const other = await workspace.teammate('agent');
  await expect(testDevice(tools(), { id, testId: newId() }, { ...asker, actor: other })).rejects.toMatchObject({
    status: 404,
  });
  service.answer = 410;
  expect(await ask()).toMatchObject({ outcome: 'gone', status: 410 });
  service.answer = 201;
  expect((await workspace.read(agent, listDevices)).rows).toEqual([]);
});

test('a device hears nothing more once its session has ended, however it ended; its owner signs in anew and it does again', async () => {
  const { workspace, agent, signIn, add, tell, push } = await aHouse();
  const [lost, kept] = [await signIn(), await signIn()];
  const heard = async (): Promise<string[]> => {
    await tell();
    await push();
    return service.taken.splice(0).map(({ endpoint }) => endpoint);
  };
  /** As an administrator's page does. */
  const administer = async (route: string): Promise<unknown> => {
    const handler = world().house.handlers.find((one) => routeName(one.route) === route);
    const input = { params: { id: agent.id }, query: {}, body: {} } as unknown as Input<AnyRoute>;
    return workspace.act(workspace.owner, async (ctx) => handler?.run(ctx, input));
  };
  const names = async () => (await workspace.read(agent, listDevices)).rows.map(({ name }) => name);
  const [laptop, phone] = [service.subscribe(), await add('Phone', kept)];
  await add('Laptop', lost, laptop);
  expect((await heard()).length).toBe(2);

  // ended from another device
  await world().database.pool.query('delete from auth.session where id = $1', [lost]);
  expect(await names()).toEqual(['Phone']);
  expect(await heard()).toEqual([phone]);
  const rows = await world().database.pool.query('select name from push_devices where workspace_id = $1', [
    workspace.id,
  ]);
  expect(rows.rows).toEqual([{ name: 'Phone' }]);

  // its owner is back
  await add('Laptop', undefined, laptop);
  expect((await heard()).length).toBe(2);

  // somebody else's session tells nobody of this one, nor does one of a single sign-on that is over
  const stranger = await aHouse();
  await expect(add('Odd', await stranger.signIn())).rejects.toMatchObject({ status: 403 });
  const bound = await signIn(workspace.id);
  const bySso = await add('By single sign-on', bound);
  expect(await names()).not.toContain('Odd');
  expect(await heard()).toContain(bySso);
  await world().database.pool.query(
    `update auth.session set "createdAt" = now() - interval '25 hours' where "id" = $1`,
    [bound],
  );
  expect(await heard()).not.toContain(bySso);

  // signed out everywhere, and taken off
  await administer('DELETE /api/teammates/:id/sessions');
  expect(await heard()).toEqual([]);
  const last = await add('Last');
  expect(await heard()).toEqual([last]);
  await administer('PUT /api/teammates/:id/deactivation');
  expect(await names()).toEqual([]);
});

type House = Awaited<ReturnType<typeof aHouse>>;
type Ctx = Parameters<Parameters<House['workspace']['act']>[1]>[0];

async function noticeOf(ctx: Ctx, subjectId: string): Promise<string> {
  const row = await ctx.db
    .selectFrom('notices')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function aHouse() {
  const workspace = await world().newWorkspace();
  const agent = await workspace.teammate('administrator');
  const { pool } = world().database;
  const accountId = newId();
  await pool.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, 'Agent', $1 || '@rapport.example', true)`,
    [accountId],
  );
  await pool.query('update teammates set account_id = $1 where workspace_id = $2 and id = $3', [
    accountId,
    workspace.id,
    agent.id,
  ]);
  /** Signs in; answers the session. */
  const signIn = async (boundTo: string | null = null): Promise<string> => {
    const id = newId();
    await pool.query(
      `insert into auth.session ("id", "expiresAt", "token", "updatedAt", "userId", "boundTo")
       values ($1, now() + interval '7 days', $1, now(), $2, $3)`,
      [id, accountId, boundTo],
    );
    return id;
  };
  const add = async (name: string, session?: string, subscription = service.subscribe()): Promise<string> => {
    const sessionId = session ?? (await signIn());
    await workspace.act(agent, (ctx) =>
      addDevice(ctx, { ...subscription, name, id: newId() as PushDeviceId }, sessionId),
    );
    return subscription.endpoint;
  };
  /** Somebody is told; answers what it is about. */
  const tell = async (subjectKind = 'line'): Promise<string> => {
    const name = `Mail ${newId()}`;
    const line = { brandId: workspace.brandId, channel: 'email', name, address: `${newId()}@desk.test` };
    const subjectId = subjectKind === 'line' ? (await workspace.act(null, (ctx) => openLine(ctx, line))).id : newId();
    const about = { subjectKind, subjectId, causeId: newId(), body: { number: 1001 } };
    await workspace.act(null, (ctx) => notify(ctx, { teammateIds: [agent.id], kind: 'note-mention', ...about }));
    return subjectId;
  };
  const push = () => pushNotices.run(tools(), { workspaceId: workspace.id, teammateId: agent.id });
  return { workspace, agent, signIn, add, tell, push };
}
