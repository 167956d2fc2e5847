import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { reply } from '#domains/conversations';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { headerOf, readMail } from '#science/mail';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
let rig: MailRig;
let door: OpenDoor;
let workspace: Workspace;
let number = 0;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  rig = await startMailRig();
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
}, 60_000);
afterAll(async () => {
  await door?.close();
  await rig?.stop();
});
beforeEach(async () => {
  if (missing) return;
  workspace = await world().newWorkspace();
  number += 1;
});

test.each([
  ['', 'Support Nord'],
  ['{brand}', 'Käse & Söhne, “Nord”'],
  ['{first} at {brand}', 'Ольга at Käse & Söhne, “Nord”'],
  ['{teammate}', 'Ольга'],
  ['Support (Zürich) 😀', 'Support (Zürich) 😀'],
  ['Tea, “Coffee” & <more@bank.example>', 'Tea, “Coffee” & <more@bank.example>'],
  ['Plain, Co. (Nord)', 'Plain, Co. (Nord)'],
])('a line whose mails are from “%s” arrives as from “%s”', async (fromName, expected) => {
  await act('PATCH', '/api/brands/:id', { params: { id: workspace.brandId }, body: { name: 'Käse & Söhne, “Nord”' } });
  await act('PUT', '/api/public-names/mine', { body: { name: ' Ольга\n' } });
  const { customer, address } = await asked({ fromName });
  const raw = await answered(customer);
  const mail = await readMail(Buffer.from(raw, 'latin1'));
  expect(mail.from).toEqual({ name: expected, address });
  expect(mail.replyTo[0]?.name).toBe(expected);
  // what is not ASCII travels encoded (RFC 2047): every host on the way understands it
  expect(/^From:.*(?:\r?\n[ \t].*)*/im.exec(raw)?.[0]).toMatch(/^[\x20-\x7e\r\n\t]+$/);
});

test('a name that was not chosen is the one colleagues know, and nobody else’s', async () => {
  const { customer } = await asked({ fromName: '{first} at {brand}' });
  const brand = (await act<{ rows: { name: string }[] }>('GET', '/api/brands', {})).rows[0]?.name ?? '';
  expect((await readMail(Buffer.from(await answered(customer), 'latin1'))).from?.name).toBe(`Olive at ${brand}`);
});

test('a person’s reply bears no sign of a machine; an automatic answer says that it is one, under the line’s name', async () => {
  const first = await asked({ fromName: '{first} at {brand}' });
  const byHand = await readMail(Buffer.from(await answered(first.customer), 'latin1'));
  for (const name of ['auto-submitted', 'x-auto-response-suppress', 'list-unsubscribe', 'list-id', 'precedence'])
    expect(headerOf(byHand, name), name).toBeNull();

  const second = await asked({ fromName: '{first} at {brand}' });
  const machine = { ...workspace.owner, kind: 'service', id: null } as Actor;
  const byMachine = await readMail(Buffer.from(await answered(second.customer, machine), 'latin1'));
  expect(headerOf(byMachine, 'auto-submitted')).toBe('auto-replied');
  expect(headerOf(byMachine, 'x-auto-response-suppress')).toBe('All');
  // nobody subscribed to an answer
  expect(headerOf(byMachine, 'list-unsubscribe')).toBeNull();
  expect(byMachine.from?.name).toBe('Support Nord');
});

test.each([
  ['https://desk.example/stop', 'List-Unsubscribe=One-Click'],
  ['http://desk.example/stop', null],
  [null, null],
])('a notice to a teammate that %s stops says that it is made by a machine', async (stopUrl, oneClick) => {
  await asked({});
  const address = `mate${newId().slice(-8)}@desk.test`;
  const { sendLetter } = world().tools.house;
  const letter = { to: { name: 'Mäte', address }, subject: 'Somebody named you', text: 'Look.', stopUrl };
  const outcome = await sendLetter?.(world().tools, workspace.id, letter, AbortSignal.timeout(20_000));
  expect(outcome).toMatchObject({ outcome: 'sent' });
  const [arrived] = await rig.mails(address, 1);
  const mail = await readMail(Buffer.from(arrived?.raw ?? '', 'latin1'));
  expect(headerOf(mail, 'auto-submitted')).toBe('auto-generated');
  expect(headerOf(mail, 'list-unsubscribe')).toBe(stopUrl === null ? null : `<${stopUrl}>`);
  expect(headerOf(mail, 'list-unsubscribe-post')).toBe(oneClick);
});

test('a test mail of a line says that no person wrote it, and carries the line’s name', async () => {
  const { lineId } = await asked({ fromName: '{first} at {brand}' });
  const to = `try${newId().slice(-8)}@desk.test`;
  const said = await act('POST', '/api/lines/:id/test-mail', { params: { id: lineId }, body: { to } });
  expect(said).toMatchObject({ state: 'good' });
  const [arrived] = await rig.mails(to, 1);
  const mail = await readMail(Buffer.from(arrived?.raw ?? '', 'latin1'));
  expect([headerOf(mail, 'auto-submitted'), mail.from?.name]).toEqual(['auto-generated', 'Support Nord']);
});

/** A customer has written to a line of its own with these settings. */
async function asked(settings: Record<string, unknown>) {
  const tail = newId().slice(-8);
  const address = `names${tail}@desk.test`;
  const customer = `kunde${tail}@cust.test`;
  const lineId = await mailLine(world(), workspace, {
    address,
    settings: { door: true, smtp: { host: '127.0.0.1', port: rig.smtpPort, secure: false }, ...settings },
  });
  await act('PATCH', '/api/lines/:id', { params: { id: lineId }, body: { name: 'Support Nord' } });
  await sendTo(door.port, {
    from: `Kunde <${customer}>`,
    to: address,
    subject: `Frage ${number}`,
    text: 'Wo?',
    messageId: `<${newId()}@cust.test>`,
  });
  return { address, customer, lineId };
}

/** Somebody answers; answers the mail as it lies in the customer's mailbox. */
async function answered(customer: string, as: Actor = workspace.owner): Promise<string> {
  const conversationId = (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
  await workspace.act(as, (ctx) =>
    reply(ctx, conversationId, {
      id: newId(),
      text: 'Hier.',
      lastSeenVersion: 1,
      sendAnyway: true,
      undoWindowSeconds: 0,
      then: 'wait',
    }),
  );
  await world().runJobs(new Date(Date.now() + 1_000));
  const [arrived] = await rig.mails(customer, 1);
  return arrived?.raw ?? '';
}

function handlerOf(method: string, path: string) {
  const handler = world().house.handlers.find(({ route }) => route.path === path && route.method === method);
  if (!handler) throw new Error(`There is no ${method} ${path}.`);
  return handler;
}

/** The owner asks a route, as by the API. */
async function act<T>(method: string, path: string, given: Record<string, unknown>): Promise<T> {
  const { outside, run } = handlerOf(method, path);
  const input = { query: {}, params: {}, ...given } as never;
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  const said = outside
    ? outside(world().tools, input, asker)
    : workspace.act(workspace.owner, (ctx) => run(ctx as never, input) as Promise<unknown>);
  return (await said) as T;
}
