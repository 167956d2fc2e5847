import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notify } from '#domains/notices';
import { newId } from '#platform/database';
import { routeName } from '#platform/domain';
import { deliverAt, mailLine, replyDue } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();

/** When what was asked just now is due. */
const soon = (): Date => new Date(Date.now() + 5_000);

/** Somebody outside, whoever it is meant to be: how often they were reached is all that counts. */
let reached = 0;
const outside = createServer((socket) => {
  reached += 1;
  socket.on('error', () => undefined).destroy();
});
let host: string;
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
  ({ port } = outside.address() as AddressInfo);
  host = `127.0.0.1:${port}`;
  Object.assign(world().config, { privateHosts: [host], mailPrivateHosts: 'any' });
});
afterAll(() => new Promise((resolve) => outside.close(resolve)));

/** A workspace where everything is set up that speaks with somebody outside. */
interface Place {
  readonly workspace: Workspace;
  readonly lineId: string;
  readonly address: string;
  readonly deviceId: string;
  readonly feedId: string;
}

/** Every way from a workspace to somebody outside. */
const ways: readonly (readonly [string, (place: Place) => Promise<unknown>])[] = [
  [
    'a notice is pushed',
    async ({ workspace, lineId }) => {
      const about = { kind: 'note-mention', subjectKind: 'line', subjectId: lineId, causeId: newId() };
      await workspace.act(null, (ctx) => notify(ctx, { ...about, teammateIds: [workspace.owner.id ?? ''] }));
      await world().runJobs(soon());
    },
  ],
  [
    'a device is tried',
    (place) =>
      ask(place, 'POST /api/push-devices/:id/tests', { params: { id: place.deviceId }, body: { testId: newId() } }),
  ],
  [
    'feeds are read by the clock',
    async ({ workspace }) =>
      world().house.jobs.get('hiring.fetch-feeds')?.run(world().tools, { workspaceId: workspace.id }),
  ],
  [
    'a feed is read by hand',
    async (place) => {
      await ask(place, 'PUT /api/opening-feeds/:id/reading', { params: { id: place.feedId } });
      await world().runJobs(soon());
    },
  ],
  [
    'a sign-in provider is tried',
    (place) =>
      ask(place, 'POST /api/sso-tries', {
        body: { id: newId(), issuer: `http://${host}`, clientId: 'rapport', clientSecret: 'secret' },
      }),
  ],
  [
    'a line is tried',
    (place) => ask(place, 'POST /api/lines/:id/connection-test', { params: { id: place.lineId }, body: {} }),
  ],
  [
    'a test mail is sent',
    (place) =>
      ask(place, 'POST /api/lines/:id/test-mail', { params: { id: place.lineId }, body: { to: 'me@home.test' } }),
  ],
  [
    'a mailbox is compared',
    (place) => ask(place, 'POST /api/lines/:id/comparison', { params: { id: place.lineId }, query: {}, body: {} }),
  ],
  [
    'a reply is sent',
    async ({ workspace, lineId, address }) => {
      const { conversationId } = await replyDue(world(), workspace, { lineId, address });
      await deliverAt(world(), workspace, conversationId, soon());
    },
  ],
];

describe.each(ways)('%s', (_name, go) => {
  test('reaches somebody outside from a workspace of one’s own, and nobody from a sample', async () => {
    const own = await aPlace();
    reached = 0;
    await go(own);
    expect(reached).toBeGreaterThan(0);

    const sample = await aPlace();
    await world().database.pool.query('update workspaces set sample_of = $1 where workspace_id = $2', [
      own.workspace.id,
      sample.workspace.id,
    ]);
    reached = 0;
    const refused = await go(sample).then(
      () => null,
      (error: { code?: string }) => error.code ?? String(error),
    );
    expect([null, 'identity/nothing-leaves-a-sample']).toContain(refused);
    expect(reached).toBe(0);
  });
});

async function aPlace(): Promise<Place> {
  const workspace = await world().newWorkspace();
  const mailHost = { host: '127.0.0.1', port, secure: false };
  const address = `${newId()}@shop.test`;
  const lineId = await mailLine(world(), workspace, {
    address,
    settings: { imap: { ...mailHost, user: 'desk' }, smtp: { ...mailHost, user: '' } },
    password: 'secret',
  });
  const feedId = newId();
  const place = { workspace, lineId, address, deviceId: await aDevice(workspace), feedId };
  await ask(place, 'POST /api/opening-feeds', {
    body: { id: feedId, brandId: workspace.brandId, name: 'Harbour jobs', address: `http://${host}/jobs` },
  });
  // what was queued so far is not what is asked here
  world().queued.length = 0;
  return place;
}

/** A browser of the owner that is told of notices, in a session that holds. */
async function aDevice(workspace: Workspace): Promise<string> {
  const { pool } = world().database;
  const [id, sessionId] = [newId(), newId()];
  await pool.query(
    `insert into auth.session ("id", "expiresAt", "token", "updatedAt", "userId")
     select $1, now() + interval '7 days', $1, now(), account_id from teammates where workspace_id = $2 and id = $3`,
    [sessionId, workspace.id, workspace.owner.id],
  );
  // a key and a secret that something can be encrypted for
  const p256dh = 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4';
  await pool.query(
    `insert into push_devices (workspace_id, id, teammate_id, session_id, name, endpoint, p256dh, auth, added_at)
     values ($1, $2, $3, $4, 'Desk', $5, $6, 'BTBZMqHH6r4Tts7J_aSIgg', now())`,
    [workspace.id, id, workspace.owner.id, sessionId, `http://${host}/push`, p256dh],
  );
  return id;
}

/** Asks a route as the owner, as its door does. */
async function ask({ workspace }: Place, name: string, input: object): Promise<unknown> {
  const handler = world().house.handlers.find(({ route }) => routeName(route) === name);
  if (!handler) throw new Error(`There is no ${name}.`);
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  if (handler.outside) return handler.outside(world().tools, input as never, { ...asker, via: 'console' } as never);
  return workspace.act(workspace.owner, (ctx) => handler.run(ctx as never, input as never));
}
