import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { diceOf } from '../support/dice.ts';
import { type KillRig, startKillRig, type Target } from '../support/kill-rig.ts';
import { type MailLoad, startMailLoad } from '../support/mail-load.ts';
import { mailRigMissing } from '../support/mail-rig.ts';
import { until } from '../support/until.ts';

const seed = 20_261_128;
/** Twenty rounds; PostgreSQL less often, as its supervisor takes more than a few crashes in ten minutes for a defect. */
const order: readonly Target[] = [
  ...Array<Target>(6).fill('server'),
  ...Array<Target>(6).fill('worker'),
  ...Array<Target>(3).fill('postgres'),
  ...Array<Target>(3).fill('dovecot'),
  ...Array<Target>(2).fill('postfix'),
];
const boxUser = 'box@desk.test';
const doorAddress = 'door@door.example';
const recipient = 'out@cust.test';

const missing = mailRigMissing();
let killed: KillRig;
let client: pg.Pool;
let load: MailLoad | undefined;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  killed = await startKillRig();
  client = new pg.Pool({ connectionString: killed.databaseUrl, max: 2 });
  client.on('error', () => undefined);
}, 300_000);
afterAll(async () => {
  await load?.stop();
  await client?.end();
  await killed?.stop();
}, 120_000);

test('twenty times killed with -9 under load: what was acknowledged is there, once', async () => {
  const lineId = await openLines();
  load = startMailLoad({
    ...killed,
    doorAddress,
    boxUser,
    recipient,
    begin: (body) => killed.ask('POST', '/api/conversations', { lineId, ...body }),
  });
  const { door, box, out } = load;
  const dice = diceOf(seed);
  const left = [...order];
  while (left.length > 0) {
    const [target] = left.splice(dice.below(left.length), 1);
    const goal = [door, box, out].map((way) => way.size + 1 + dice.below(4));
    await until(
      'the load goes on in every way',
      () => [door, box, out].every(({ size }, index) => size >= (goal[index] ?? 0)),
      120_000,
    );
    await killed.kill(target ?? 'worker');
  }
  await load.stop();
  await killed.rig.flush();
  const boxed = await killed.rig.mails(boxUser, box.size);
  let missed: readonly string[] = ['all'];
  await until(
    'every mail has its row',
    async () => {
      const known = new Set((await ledger()).map(({ subject }) => subject));
      missed = [...door, ...boxed.map(({ raw }) => subjectOf(raw))].filter((subject) => !known.has(subject));
      return missed.length === 0;
    },
    420_000,
  ).catch(async (error: unknown) => {
    const boxes = await client.query('select state, says, last_uid, held_by, held_until, now() from mailboxes');
    throw new Error(`Without a row: ${missed.join(' ')}; ${JSON.stringify(boxes.rows)}`, { cause: error });
  });
  await until(
    'every reply is settled',
    async () => (await copies()).every(({ state }) => state !== 'waiting'),
    400_000,
  );
  expect(await compare(boxed)).toMatchObject({ rounds: 20, lost: [], doubled: [] });
}, 1_500_000);

async function openLines(): Promise<string> {
  const brands = await killed.ask<{ rows: { id: string }[] }>('GET', '/api/brands');
  const open = (address: string, settings: object, secrets: object = {}) =>
    killed.ask<{ id: string }>('POST', '/api/lines', {
      brandId: brands.rows[0]?.id,
      channel: 'email',
      name: address,
      address,
      settings,
      secrets,
    });
  const at = (port: number) => ({ host: '127.0.0.1', port, secure: false });
  const { imapPort, smtpPort } = killed.rig;
  await open(doorAddress, { door: true });
  const { id } = await open(
    boxUser,
    { imap: { ...at(imapPort), user: boxUser }, smtp: at(smtpPort) },
    { imapPassword: 'pw' },
  );
  return id;
}

async function ledger() {
  const { rows } = await client.query<{ door: string; door_key: string; subject: string; fate: string }>(
    `select door, door_key, subject, fate from mail_ledger where fate <> 'duplicate'`,
  );
  return rows;
}

async function copies() {
  const { rows } = await client.query<{ subject: string; state: string }>(
    `select coalesce(b.subject, c.subject) as subject, case when d.sent_at is not null then 'sent' when d.unconfirmed_at is not null then 'not confirmed'
       when d.failed_at is not null then 'failed' else 'waiting' end as state
     from deliveries d join entry_bodies b on b.workspace_id = d.workspace_id and b.entry_id = d.entry_id
       join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id`,
  );
  return rows;
}

async function compare(boxed: Awaited<ReturnType<KillRig['rig']['mails']>>): Promise<Record<string, unknown>> {
  const { door, box, out } = load ?? { door: new Set<string>(), box: new Set<string>(), out: new Set<string>() };
  const rows = await ledger();
  const entries = (
    await client.query<{ subject: string }>(
      `select b.subject from entries e join entry_bodies b on b.workspace_id = e.workspace_id and b.entry_id = e.id where e.kind = 'in'`,
    )
  ).rows.map(({ subject }) => subject);
  const heldIn = boxed.map(({ raw }) => subjectOf(raw));
  const sentOnes = (await copies()).filter(({ state }) => state === 'sent');
  await until('the host has given what it took', async () => (await copiesAtHost()).size >= sentOnes.length, 120_000);
  const held = await copiesAtHost();
  const states = await copies();
  const summary = {
    rounds: order.length,
    acknowledged: { door: door.size, box: box.size, out: out.size },
    lost: [
      ...[...door, ...heldIn].filter((subject) => !rows.some((row) => row.subject === subject)),
      ...[...out].filter((subject) => !states.some((copy) => copy.subject === subject)),
      ...sentOnes.filter(({ subject }) => !held.has(subject)),
      ...states.filter(({ state }) => state === 'failed'),
    ],
    doubled: [
      ...[...door, ...heldIn].filter((subject) => entries.filter((one) => one === subject).length !== 1),
      ...[...held].filter(([, times]) => times > 1),
    ],
    notConfirmed: states.filter(({ state }) => state === 'not confirmed').length,
  };
  console.log(`mail killed: ${JSON.stringify(summary)}`);
  expect(
    rows
      .filter((row) => row.door === 'imap')
      .map(({ subject }) => subject)
      .sort(),
  ).toEqual([...heldIn].sort());
  // at each kill of a worker, or of what it writes to, at most what it held at that moment
  expect(summary.notConfirmed).toBeLessThanOrEqual(order.length * 8);
  return summary;
}

/** How often the recipient's host was given each reply: copies that Postfix made of one handing-over count once. */
async function copiesAtHost(): Promise<ReadonlyMap<string, number>> {
  const queued = new Map<string, Set<string>>();
  for (const { raw } of await killed.rig.mails(recipient, 0)) {
    const queueId = /by mx\.desk\.test \(Postfix\)[^;]*?\bid ([0-9A-Za-z]+)/s.exec(raw)?.[1] ?? newId();
    const subject = subjectOf(raw);
    queued.set(subject, (queued.get(subject) ?? new Set()).add(queueId));
  }
  return new Map([...queued].map(([subject, ids]) => [subject, ids.size]));
}

function subjectOf(raw: string): string {
  return /^Subject: (.*?)\r?$/m.exec(raw)?.[1] ?? '';
}
