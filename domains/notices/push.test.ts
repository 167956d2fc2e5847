import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database';
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
  const agent = await workspace.teammate('agent');
  const add = async (name: string): Promise<string> => {
    const subscription = service.subscribe();
    await workspace.act(agent, (ctx) => addDevice(ctx, { ...subscription, name, id: newId() as PushDeviceId }));
    return subscription.endpoint;
  };
  /** Somebody is told; answers what it is about. */
  const tell = async (subjectKind = 'line'): Promise<string> => {
    const subjectId = newId();
    const about = { subjectKind, subjectId, causeId: newId(), body: { number: 1001 } };
    await workspace.act(null, (ctx) => notify(ctx, { teammateIds: [agent.id], kind: 'note-mention', ...about }));
    return subjectId;
  };
  const push = () => pushNotices.run(tools(), { workspaceId: workspace.id, teammateId: agent.id });
  return { workspace, agent, add, tell, push };
}
