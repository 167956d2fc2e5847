import { expect, test } from 'vitest';
import type { PastMail } from '#domains/channel-email/contract';
import { until } from '../support/mail-rig.ts';
import { entriesOf, ledgerOf, mailLine } from '../support/mail-world.ts';
import { askOfLine, useMailboxLine, whileListening } from '../support/mailbox-line.ts';
import { runQueued } from '../support/run-queued.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
const here = useMailboxLine(world, 'past');
const dayMs = 86_400_000;
const read = ['\\Seen'];

interface Old {
  readonly subject: string;
  readonly daysAgo: number;
  readonly answers?: string;
  readonly flags?: string[];
  readonly headers?: string;
  readonly from?: string;
}

const ago = (days: number): Date => new Date(Date.now() - days * dayMs);
const idOf = (subject: string): string => `<${subject.replaceAll(' ', '-')}.${here().user}>`;

/** A mail that lay in the mailbox before the line did. */
async function lay({ subject, daysAgo, answers, flags = read, headers = '', from = 'maya@cust.test' }: Old) {
  const { rig, user } = here();
  const reply = answers ? `In-Reply-To: ${idOf(answers)}\r\nReferences: ${idOf(answers)}\r\n` : '';
  const head = `From: Maya <${from}>\r\nTo: ${user}\r\nSubject: ${subject}\r\nMessage-ID: ${idOf(subject)}\r\n${reply}${headers}`;
  const raw = `${head}Date: ${ago(daysAgo).toUTCString()}\r\n\r\n${subject} in words\r\n`;
  await rig.append(user, [Buffer.from(raw)], { flags, at: ago(daysAgo) });
}

const ask = <T>(method: string, body: object = {}, path = '/api/lines/:id/past-mail', of = here()) =>
  askOfLine<T>(world(), of, { method, path, body });

/** Runs what was asked for until it is over; what waits for the first look is run when it may. */
async function takeAll(): Promise<PastMail> {
  await until(async () => {
    const { tools, house, queued } = world();
    const ours = queued.filter(({ name }) => name === 'channel-email.take-past');
    queued.splice(0, queued.length, ...ours);
    await runQueued({ tools, house, queued, now: new Date() });
    return (await ask<PastMail>('GET')).state !== 'under-way';
  }, 'the past mail');
  return ask<PastMail>('GET');
}

const rows = (table: 'conversations' | 'clocks' | 'contacts' | 'events' | 'notices' | 'mailboxes') =>
  world()
    .database.db.selectFrom(table as 'conversations')
    .selectAll()
    .where('workspace_id', '=', here().workspace.id)
    .execute();

test('what was read before the line is history: closed, silent, in its threads, and untouched at its host', async () => {
  await lay({ subject: 'Old poles', daysAgo: 40 });
  await lay({ subject: 'Tent', daysAgo: 20 });
  await lay({ subject: 'Re: Tent', daysAgo: 19, answers: 'Tent' });
  await lay({ subject: 'Away', daysAgo: 18, headers: 'Auto-Submitted: auto-replied\r\n' });
  await lay({ subject: 'Unread', daysAgo: 17, flags: [] });
  await lay({ subject: 'Stove', daysAgo: 2, from: 'noah@cust.test' });
  expect(await ask('POST', {}, '/api/lines/:id/connection-test')).toMatchObject({
    past: { all: 5, days30: 4, days7: 1, unread: 1 },
  });
  await whileListening(world(), async () => {
    // of all that lies there the line takes what nobody has read, and marks that alone
    await until(async () => (await ledgerOf(world(), here().workspace)).length === 1, 'the unread one');
    expect((await ledgerOf(world(), here().workspace)).map(({ subject }) => subject)).toEqual(['Unread']);
    await until(
      async () => (await here().rig.mails(here().user, 6)).every((mail) => mail.flags.has('\\Seen')),
      'its mark',
    );
    await ask('POST', { days: 30 });
    expect(await takeAll()).toMatchObject({ state: 'done', found: 4, taken: 3, aside: 1, known: 0 });
  });

  const conversations = await rows('conversations');
  const seen = conversations
    .map((row) => [row.subject, row.status_category, row.entry_count, row.contact_count, row.waiting_since !== null])
    .toSorted();
  expect(seen).toEqual([
    ['Stove', 'closed', 1, 0, false],
    ['Tent', 'closed', 2, 0, false],
    ['Unread', 'open', 1, 1, true],
  ]);
  const tent = conversations.find(({ subject }) => subject === 'Tent');
  expect(Math.round((Date.now() - Number(tent?.closed_at)) / dayMs)).toBe(19);
  expect(Number(tent?.last_entry_version)).toBe(0);
  expect(await rows('clocks')).toHaveLength(1);
  expect(await rows('contacts')).toHaveLength(1);
  expect(await rows('notices')).toEqual([]);
  const told = (await rows('events')) as unknown as readonly { name: string }[];
  expect(told.filter(({ name }) => name === 'message.taken-in')).toHaveLength(3);
  expect(told.filter(({ name }) => name === 'message.received')).toHaveLength(1);
  const parked = (await ledgerOf(world(), here().workspace)).find(({ fate }) => fate === 'parked');
  expect([parked?.subject, parked?.settled_at !== null]).toEqual(['Away', true]);
});

test('an answer to what was history opens it again, and waits', async () => {
  await lay({ subject: 'Tent', daysAgo: 20 });
  await whileListening(world(), async () => {
    await ask('POST', { days: null });
    await takeAll();
    await lay({ subject: 'Re: Tent', daysAgo: 0, answers: 'Tent', flags: [] });
    await until(async () => (await ledgerOf(world(), here().workspace)).length === 2, 'the answer');
  });
  const [conversation, ...others] = await rows('conversations');
  expect(others).toEqual([]);
  expect(conversation).toMatchObject({ subject: 'Tent', status_category: 'open', entry_count: 2 });
  expect(conversation?.waiting_since).not.toBeNull();
  expect((await entriesOf(world(), here().workspace)).map(({ text }) => text)).toEqual([
    'Tent in words',
    'Re: Tent in words',
  ]);
});

test('asked again, or lost in the middle, each mail is there once; while it is under way it refuses a second wish', async () => {
  for (const day of [60, 50, 5]) await lay({ subject: `Day ${day}`, daysAgo: day });
  await whileListening(world(), async () => {
    await ask('POST', { days: 30 });
    await expect(ask('POST', { days: null })).rejects.toMatchObject({ status: 409, code: 'mail/past-under-way' });
    expect(await takeAll()).toMatchObject({ found: 1, taken: 1 });
    await ask('POST', { days: null });
    expect(await takeAll()).toMatchObject({ found: 2, taken: 2, known: 0 });
    // as after a restore of the state of before: the claims still know
    await world()
      .database.db.updateTable('past_mail')
      .set({ state: 'stopped' })
      .where('workspace_id', '=', here().workspace.id)
      .execute();
    await ask('POST', { days: null });
    expect(await takeAll()).toMatchObject({ state: 'done', found: 0, taken: 0, known: 0 });
  });
  expect(await entriesOf(world(), here().workspace)).toHaveLength(3);
});

test('stopped, it takes no more, and says so; without a mailbox there is nothing to ask for', async () => {
  await lay({ subject: 'Tent', daysAgo: 3 });
  await ask('POST', { days: 30 });
  expect(await ask('DELETE')).toMatchObject({ state: 'stopped', taken: 0 });
  await whileListening(world(), async () => {
    await until(async () => {
      const boxes = (await rows('mailboxes')) as unknown as readonly { state: string }[];
      return boxes.some(({ state }) => state === 'connected');
    }, 'the first look into the mailbox');
    const { tools, house, queued } = world();
    await runQueued({ tools, house, queued, now: new Date(Date.now() + dayMs) });
  });
  expect(await rows('conversations')).toEqual([]);
  const { workspace, user } = here();
  const lineId = await mailLine(world(), workspace, { address: `door.${user}` });
  const beyond = ask('POST', { days: 30 }, '/api/lines/:id/past-mail', { ...here(), lineId });
  await expect(beyond).rejects.toMatchObject({ status: 409, code: 'mail/no-mailbox' });
});
