import { expect, test } from 'vitest';
import type { ComparisonFound, LedgerSummary } from '#domains/channel-email/contract';
import { until } from '../support/mail-rig.ts';
import { ledgerOf } from '../support/mail-world.ts';
import { askOfLine, useMailboxLine, whileListening } from '../support/mailbox-line.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
const here = useMailboxLine(world, 'compare');

const act = (path: string, body: object = {}) =>
  askOfLine<ComparisonFound>(world(), here(), { method: 'POST', path, body });
const summary = () =>
  askOfLine<LedgerSummary>(world(), here(), {
    method: 'GET',
    path: '/api/lines/:id/ledger-summary',
    query: { since: '2000-01-01T00:00:00Z' },
  });
const write = (subject: string) => here().rig.send({ from: 'a@cust.test', to: here().user, subject, text: subject });
const comparison = '/api/lines/:id/comparison';

test('a mailbox is compared by itself and when asked; a mail that was passed by is named and taken in, once', async () => {
  const { rig, user, workspace } = here();
  await write('One');
  await write('Two');
  await rig.mails(user, 2);
  await whileListening(world(), async () => {
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
  const { rig, user, workspace } = here();
  await write('Gone soon');
  await whileListening(world(), () => until(async () => (await ledgerOf(world(), workspace)).length === 1, 'the mail'));
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
