import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { MailTest } from '#domains/channel-email/contract';
import type { Process } from '#platform/domain';
import { type MailRig, mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { entriesOf, ledgerOf, mailLine } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let workspace: Workspace;
let lineId: string;

beforeAll(async () => {
  if (!missing) rig = await startMailRig();
});
afterAll(() => rig?.stop());
beforeEach(async (context) => {
  if (missing) context.skip(missing);
  workspace = await world().newWorkspace();
});

async function openLine(user: string, smtpPort: number): Promise<void> {
  const server = { host: '127.0.0.1', secure: false };
  lineId = await mailLine(world(), workspace, {
    address: user,
    password: 'pw',
    settings: { door: false, imap: { ...server, port: rig.imapPort, user }, smtp: { ...server, port: smtpPort } },
  });
}

function handlerOf(method: string, path: string) {
  const handler = world().house.handlers.find(({ route }) => route.method === method && route.path === path);
  if (!handler) throw new Error(`There is no ${method} ${path}.`);
  return handler;
}

const begin = () =>
  handlerOf('POST', '/api/lines/:id/mail-tests').outside?.(
    world().tools,
    { params: { id: lineId }, body: {} } as never,
    {
      workspaceId: workspace.id,
      actor: workspace.owner,
    },
  ) as Promise<MailTest>;
const read = (id: string) =>
  workspace.read(workspace.owner, (ctx) =>
    handlerOf('GET', '/api/mail-tests/:id').run(ctx as never, { params: { id } } as never),
  ) as Promise<MailTest>;

test('a line writes to itself through real hosts: each step is seen, and no conversation opens', async () => {
  await openLine('round@desk.test', rig.smtpPort);
  const process = world().house.processes.find(({ name }) => name === 'channel-email.mailboxes') as Process;
  const listening = await process.start({ ...world().tools, signal: new AbortController().signal });
  try {
    const begun = await begin();
    expect(begun.steps.find((one) => one.step === 'accepted')).toMatchObject({
      at: expect.any(String),
      says: '127.0.0.1',
    });
    await until(async () => (await read(begun.id)).state === 'arrived', 'the test to come back');
    const came = await read(begun.id);
    expect(came.steps.map((one) => [one.step, one.at !== null])).toEqual([
      ['sent', true],
      ['accepted', true],
      ['arrived', true],
      ['fetched', true],
      ['settled', true],
    ]);
    const [row, ...others] = await ledgerOf(world(), workspace);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ id: came.ledgerId, fate: 'parked', reason: 'test', settled_at: expect.any(Date) });
    expect(await entriesOf(world(), workspace)).toEqual([]);
    const kept = await world()
      .database.db.selectFrom('mail_tests')
      .select('return_path')
      .where('workspace_id', '=', workspace.id)
      .executeTakeFirstOrThrow();
    expect(kept).toEqual({ return_path: 'desk.test' });
  } finally {
    await listening.stop();
  }
});

test('a server that is away is named with what to do, and the test has failed', async () => {
  await openLine('away@desk.test', 1);
  const begun = await begin();
  expect(begun).toMatchObject({ state: 'failed', failure: expect.stringContaining('127.0.0.1') });
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  const state = await handlerOf('GET', '/api/lines/:id/mail-state').outside?.(
    world().tools,
    { params: { id: lineId } } as never,
    asker,
  );
  expect(state).toMatchObject({ in: { state: 'warning' }, out: { state: 'bad', says: begun.failure }, consent: null });
});

test('a mail of ours that names a test of another line is only a mail that came back', async () => {
  await openLine('first@desk.test', rig.smtpPort);
  const begun = await begin();
  const foreign = await world().newWorkspace();
  const [raw = ''] = (await rig.mails('first@desk.test', 1)).map((mail) => mail.raw);
  const mine = workspace;
  workspace = foreign;
  await openLine('second@desk.test', rig.smtpPort);
  const { takeIn } = await import('#domains/channel-email');
  await takeIn(world().tools, {
    workspaceId: foreign.id,
    lineId,
    door: { door: 'imap', key: '1:1' },
    arrivedAt: new Date(),
    raw: Buffer.from(raw, 'latin1'),
  });
  expect(await ledgerOf(world(), foreign)).toMatchObject([{ reason: expect.not.stringMatching('^test$') }]);
  workspace = mine;
  expect((await read(begun.id)).state).toBe('under-way');
});
