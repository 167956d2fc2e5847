import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDoor, type OpenDoor } from '#domains/channel-email';
import { newId } from '#platform/database';
import { createServer, type Server } from '#platform/http';
import { readMail } from '#science/mail';
import { ledgerOf, mailLine, sendTo } from '../support/mail-world.ts';
import { type OddSmtp, startOddSmtp } from '../support/odd-smtp.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld();
let door: OpenDoor;
let smtp: OddSmtp;
let http: Server;
let workspace: Workspace;
let conversationId: string;
let address: string;
let number = 0;

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const soon = () => new Date(Date.now() + 1_000);

beforeAll(async () => {
  door = await openDoor(world().tools, { host: '127.0.0.1', port: 0, protocol: 'smtp' });
  smtp = await startOddSmtp();
  http = await createServer({
    house: world().tools.house,
    tools: world().tools,
    authenticate: async (headers) => ({
      workspaceId: workspace.id,
      actor: headers.get('x-as') === 'other' ? await workspace.teammate('agent') : workspace.owner,
      via: 'api',
    }),
  });
});
afterAll(async () => {
  await http.close();
  await door.close();
  await smtp.stop();
});
beforeEach(async () => {
  Object.assign(smtp, { mood: 'takes', onWhole: async () => undefined });
  smtp.held.length = 0;
  workspace = await world().newWorkspace();
  number += 1;
  address = `compose${number}@shop.example`;
  await mailLine(world(), workspace, {
    address,
    settings: {
      smtp: { host: '127.0.0.1', port: smtp.port, secure: false },
      fromName: '{first} at Fernhill',
      signature: 'Fernhill, {teammate}',
      replyTemplate: 'Hello {customer},\n{reply}\nYours, {first}',
    },
  });
  await sendTo(door.port, {
    from: 'Dana <dana@customer.example>',
    cc: [`Sam <sam@customer.example>`, address],
    to: address,
    subject: 'Order',
    html: '<p>Where is this? <img src="cid:seam@customer"></p>',
    messageId: `<q${newId()}@customer.example>`,
    attachments: [
      { filename: 'seam.png', content: picture, contentType: 'image/png', cid: 'seam@customer' },
      { filename: 'bill.txt', content: 'Bill 42' },
    ],
  });
  conversationId = (await ledgerOf(world(), workspace)).at(-1)?.conversation_id ?? '';
});

interface Person {
  readonly address: string;
  readonly role: string;
}
/** What these tests read of the wire. */
interface Seen {
  readonly code: string;
  readonly participants: readonly Person[];
  readonly replyLines: readonly { to: readonly Person[]; cc: readonly Person[] }[];
  readonly rows: readonly { id: string; files: readonly { id: string; inline: boolean }[] }[];
  readonly drafts: readonly unknown[];
  readonly draft: { uploadIds: readonly string[] };
  readonly entry: { files: readonly { id: string }[] };
}

async function call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object | Buffer, as = 'owner') {
  const reply = await http.app.inject({
    method,
    url,
    headers: { 'x-as': as, ...(Buffer.isBuffer(body) ? { 'content-type': 'application/octet-stream' } : {}) },
    ...(body === undefined ? {} : { payload: body }),
  });
  const seen = (reply.body.startsWith('{') ? JSON.parse(reply.body) : {}) as Seen;
  return { status: reply.statusCode, body: seen, text: reply.body };
}

async function upload(name: string, mediaType: string, bytes: Buffer): Promise<string> {
  const id = newId();
  const sent = await call(
    'POST',
    `/api/uploads?id=${id}&conversationId=${conversationId}&name=${encodeURIComponent(name)}&mediaType=${mediaType}`,
    bytes,
  );
  expect(sent.status, JSON.stringify(sent.body)).toBe(200);
  return id;
}

async function write(more: object) {
  return call('POST', `/api/conversations/${conversationId}/messages`, {
    id: newId(),
    text: 'It is on its way.',
    lastSeenVersion: 0,
    sendAnyway: true,
    undoWindowSeconds: 0,
    ...more,
  });
}

test('a reply to all carries files and a picture, goes to everyone once, and brings home who was added', async () => {
  const pictureId = await upload('seam fixed.png', 'image/png', picture);
  const fileId = await upload('Label ü.pdf', 'application/pdf', Buffer.from('%PDF label'));
  const given = await write({
    html: `<p>It is <b>on its way</b>. <img src="cid:${pictureId}@rapport"></p>`,
    uploadIds: [pictureId, fileId],
    to: ['dana@customer.example'],
    cc: ['sam@customer.example', 'DANA@customer.example', 'depot@party.example'],
    bcc: ['boss@shop.example'],
    quote: true,
  });
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  await world().runJobs(soon());
  expect(smtp.held).toHaveLength(1);
  const raw = smtp.held[0]?.raw ?? '';
  const mail = await readMail(Buffer.from(raw));
  expect(mail.from).toEqual({ name: 'Olive at Fernhill', address });
  expect(mail.to.map((one) => one.address)).toEqual(['dana@customer.example']);
  expect(mail.cc.map((one) => one.address)).toEqual(['sam@customer.example', 'depot@party.example']);
  expect(raw).not.toContain('boss@shop.example');
  expect(mail.text).toMatch(/^Hello Dana,\s+It is on its way\.\s+Yours, \S+\s+-- \s+Fernhill, /);
  const inline = mail.attachments.filter((part) => part.isInline).map((part) => part.name);
  expect(inline).toEqual(['seam fixed.png', 'seam.png']);
  expect(mail.attachments.find((part) => part.name === 'Label ü.pdf')?.isInline).toBe(false);
  const view = (await call('GET', `/api/conversations/${conversationId}`)).body;
  expect(view.participants.map((one) => `${one.role} ${one.address}`).toSorted()).toEqual([
    'copied depot@party.example',
    'copied sam@customer.example',
    'follower boss@shop.example',
    'requester dana@customer.example',
  ]);
  // whoever was added answers, and is heard in the same conversation
  await sendTo(door.port, {
    from: 'depot@party.example',
    to: address,
    subject: 'Re: Order',
    text: 'Collected.',
    messageId: `<d${newId()}@party.example>`,
    inReplyTo: mail.messageId ? `<${mail.messageId}>` : '',
  });
  expect((await ledgerOf(world(), workspace)).at(-1)).toMatchObject({
    fate: 'threaded',
    conversation_id: conversationId,
  });
  // the next reply names nobody in silence: not the blind copy, not ourselves
  const [line] = (await call('GET', `/api/conversations/${conversationId}`)).body.replyLines;
  expect(line?.to.map((one) => one.address)).toEqual(['dana@customer.example']);
  expect(line?.cc.map((one) => one.address)).toEqual(['sam@customer.example', 'depot@party.example']);
});

test('a message is passed on whole, as a thread of its own, and its answer comes home', async () => {
  const entries = (await call('GET', `/api/conversations/${conversationId}/entries`)).body.rows;
  const [first] = entries;
  const carried = (first?.files ?? []).filter((file) => !file.inline).map((file) => file.id);
  const given = await write({
    text: 'Can you look?',
    to: ['maker@party.example'],
    cc: [],
    forwards: first?.id,
    carriedFileIds: carried,
  });
  expect(given.status, JSON.stringify(given.body)).toBe(200);
  await world().runJobs(soon());
  const mail = await readMail(Buffer.from(smtp.held[0]?.raw ?? ''));
  expect(mail.subject).toBe('Fwd: Order');
  expect(mail.references).toEqual([]);
  expect(mail.text).toContain('Forwarded message');
  expect(mail.text).toContain('From: Dana <dana@customer.example>');
  expect(mail.attachments.map((part) => `${part.name} ${part.isInline}`).toSorted()).toEqual([
    'bill.txt false',
    'seam.png true',
  ]);
  await sendTo(door.port, {
    from: 'maker@party.example',
    to: mail.replyTo[0]?.address ?? '',
    subject: 'Re: Fwd: Order',
    text: 'A fault in the thread.',
    messageId: `<m${newId()}@party.example>`,
    inReplyTo: `<${mail.messageId}>`,
  });
  expect((await ledgerOf(world(), workspace)).at(-1)).toMatchObject({
    fate: 'threaded',
    conversation_id: conversationId,
  });
  const [line] = (await call('GET', `/api/conversations/${conversationId}`)).body.replyLines;
  expect(line?.cc.map((one) => one.address)).toEqual(['sam@customer.example']);
});

test('files of a draft are its writer’s alone; sent twice is once; undo gives everything back', async () => {
  const id = await upload('a.txt', 'text/plain', Buffer.from('A'));
  expect((await call('GET', `/api/uploads/${id}`, undefined, 'other')).status).toBe(404);
  expect((await call('DELETE', `/api/uploads/${id}`, undefined, 'other')).status).toBe(404);
  await call('PUT', `/api/conversations/${conversationId}/drafts/reply`, {
    id: newId(),
    revision: 1,
    text: '',
    content: { uploadIds: [id], cc: ['x@y.example'] },
  });
  const [draft] = (await call('GET', `/api/conversations/${conversationId}/drafts`)).body.drafts;
  expect(draft).toMatchObject({ content: { cc: ['x@y.example'] }, uploads: [{ name: 'a.txt', sizeBytes: 1 }] });
  const message = { id: newId(), uploadIds: [id], undoWindowSeconds: 30, cc: ['x@y.example'], subject: 'Another name' };
  expect((await write(message)).status).toBe(200);
  expect((await write(message)).status).toBe(200);
  const undone = await call('DELETE', `/api/messages/${message.id}/delivery`);
  expect(undone.body.draft).toMatchObject({
    subject: 'Another name',
    cc: ['x@y.example'],
    uploadIds: [expect.any(String)],
  });
  expect((await call('GET', `/api/uploads/${undone.body.draft.uploadIds[0]}`)).text).toBe('A');
  expect((await call('DELETE', `/api/uploads/${undone.body.draft.uploadIds[0]}`)).status).toBe(204);
  const large = await call('POST', `/api/uploads?id=${newId()}&name=big.bin`, Buffer.alloc(21 * 1024 * 1024));
  expect([large.status, large.body.code]).toEqual([413, 'file-too-large']);
});

test('our own address is refused by name, a note’s file never leaves', async () => {
  const own = await write({ to: [address.replace('@', '+abc@')] });
  expect([own.status, own.body.code]).toEqual([422, 'conversations/own-address']);
  const bad = await write({ to: ['not an address'] });
  expect([bad.status, bad.body.code]).toEqual([422, 'conversations/not-reachable']);
  const fileId = await upload('internal.txt', 'text/plain', Buffer.from('secret'));
  const note = await call('POST', `/api/conversations/${conversationId}/notes`, {
    id: newId(),
    text: 'See file',
    uploadIds: [fileId],
  });
  expect(note.body.entry.files).toMatchObject([{ name: 'internal.txt' }]);
  const carried = await write({ carriedFileIds: [note.body.entry.files[0]?.id] });
  expect([carried.status, carried.body.code]).toEqual([422, 'conversations/file-not-here']);
});
