import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ComparisonFound, LedgerSummary } from '#domains/channel-email/contract';
import type { Process } from '#platform/domain';
import { type MailRig, mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let listening: Awaited<ReturnType<Process['start']>>;
let workspace: Workspace;
let lineId: string;
let user: string;
let number = 0;

beforeAll(async () => {
  if (!missing) rig = await startMailRig();
});
afterAll(() => rig?.stop());
beforeEach(async (context) => {
  if (missing) context.skip(missing);
  workspace = await world().newWorkspace();
  number += 1;
  user = `compare${number}@desk.test`;
  lineId = await mailLine(world(), workspace, {
    address: user,
    password: 'pw',
    settings: { door: false, imap: { host: '127.0.0.1', port: rig.imapPort, secure: false, user } },
  });
});

/** Listens until the work is done. */
async function whileListening(work: () => Promise<void>): Promise<void> {
  const process = world().house.processes.find(({ name }) => name === 'channel-email.mailboxes');
  if (!process) throw new Error('Nobody listens to mailboxes.');
  listening = await process.start({ ...world().tools, signal: new AbortController().signal });
  try {
    await work();
  } finally {
    await listening.stop();
  }
}

function handlerOf(method: string, path: string) {
  const handler = world().house.handlers.find(({ route }) => route.method === method && route.path === path);
  if (!handler) throw new Error(`There is no ${method} ${path}.`);
  return handler;
}

const act = (path: string, body: object = {}) =>
  handlerOf('POST', path).outside?.(world().tools, { params: { id: lineId }, body } as never, {
    workspaceId: workspace.id,
    actor: workspace.owner,
  }) as Promise<ComparisonFound>;
const summary = () =>
  workspace.read(workspace.owner, (ctx) =>
    handlerOf('GET', '/api/lines/:id/ledger-summary').run(
      ctx as never,
      {
        params: { id: lineId },
        query: { since: '2000-01-01T00:00:00Z' },
      } as never,
    ),
  ) as Promise<LedgerSummary>;
const write = (subject: string) => rig.send({ from: 'a@cust.test', to: user, subject, text: subject });
const comparison = '/api/lines/:id/comparison';

test('a mailbox is compared by itself and when asked; a mail that was passed by is named and taken in, once', async () => {
  await write('One');
  await write('Two');
  await rig.mails(user, 2);
  await whileListening(async () => {
    await until(async () => (await ledgerOf(world(), workspace)).length === 2, 'both mails');
    await until(async () => (await summary()).way.compared !== null, 'the comparison by itself');
  });
  expect((await summary()).way).toMatchObject({
    is: 'mailbox',
    state: 'good',
    compared: { atHost: 2, missing: 0, onTheWay: 0, gone: 0 },
  });

  // on its way: it came, and nobody listens
  await write('Three');
  await rig.mails(user, 3);
  expect(await act(comparison)).toMatchObject({ state: 'compared', missing: [], figures: { atHost: 3, onTheWay: 1 } });

  // passed by: our place in the mailbox says that it was taken
  await world()
    .database.db.updateTable('mailboxes')
    .set({ last_uid: 99 })
    .where('workspace_id', '=', workspace.id)
    .execute();
  const found = await act(comparison);
  expect(found).toMatchObject({
    missing: [{ from: 'a@cust.test', subject: 'Three' }],
    figures: { missing: 1, onTheWay: 0 },
  });
  expect((await summary()).way.compared).toMatchObject({ missing: 1 });
  const health = world().house.health.find(({ name }) => name === 'channel-email.comparison');
  expect(await health?.check(world().tools, workspace.id)).toMatchObject({
    state: 'bad',
    says: expect.stringContaining('1 mails lie at their host'),
    mend: expect.stringContaining('Look now'),
  });

  const taken = await act(`${comparison}/taking`, { uids: found.missing.map((mail) => mail.uid) });
  expect(taken).toMatchObject({ state: 'compared', missing: [], figures: { atHost: 3, missing: 0 } });
  await act(`${comparison}/taking`, { uids: found.missing.map((mail) => mail.uid) });
  expect((await ledgerOf(world(), workspace)).map((row) => row.subject).sort()).toEqual(['One', 'Three', 'Two']);
  const mails = await rig.mails(user, 3);
  expect(mails.every((mail) => mail.flags.has('\\Seen'))).toBe(true);
});

test('what was deleted at the host is said, and a host that is away is said in words', async () => {
  await write('Gone soon');
  await whileListening(() => until(async () => (await ledgerOf(world(), workspace)).length === 1, 'the mail'));
  await rig.remove(user, 'Gone soon');
  expect(await act(comparison)).toMatchObject({ figures: { atHost: 0, missing: 0, gone: 1 } });
  await rig.stopImap();
  try {
    expect(await act(comparison)).toMatchObject({
      state: 'not-compared',
      says: expect.stringContaining('Nothing listens'),
    });
  } finally {
    rig.startImap();
  }
});
