import { expect, onTestFinished, test } from 'vitest';
import { openLine } from '#domains/brands';
import { newId } from '#platform/database';
import { type HttpBrowser, httpBrowser } from '../../tests/support/http-browser.ts';
import { startMailHost } from '../../tests/support/mail-host.ts';
import { useWorld } from '../../tests/support/world.ts';
import { mailReset } from './reset-password.ts';
import { roleOfDesk } from './index.ts';
import { inviteTeammate } from './invite-teammate.ts';

const world = useWorld();
const password = 'three quiet herons';

/** A workspace whose line sends through a mail host of the test's own, and its administrator at a browser. */
async function aHouse() {
  const host = await startMailHost();
  onTestFinished(() => host.stop());
  const workspace = await world().newWorkspace();
  const settings = { door: true, smtp: { host: '127.0.0.1', port: host.port, secure: false } };
  const line = { brandId: workspace.brandId, name: 'Mail', address: `m-${newId()}@desk.test`, settings };
  await workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...line, channel: 'email' }));
  const roleId = await workspace.act(null, (ctx) => roleOfDesk(ctx, 'administrator'));
  const address = `${newId()}@rapport.example`;
  const { token } = await workspace.act(workspace.owner, (ctx) =>
    inviteTeammate(ctx, { name: 'Ada', address, roleIds: [roleId as never], locale: 'en', zone: 'UTC' }),
  );
  const browser = await httpBrowser(world());
  await browser.ask('POST', '/api/invitations/acceptance', { token, password });
  return { host, workspace, browser, roleId, address };
}

const linkIn = (mail: string | undefined): string =>
  /#(\S{20,})/.exec((mail ?? '').replaceAll(/=\r\n/g, '').replaceAll('=3D', '='))?.[1] ?? '';

async function invite(browser: HttpBrowser, roleId: string, more: object = {}) {
  const address = `${newId()}@rapport.example`;
  const { body, status } = await browser.ask('POST', '/api/teammates', {
    name: 'Bo Berg',
    address,
    roleIds: [roleId],
    ...more,
  });
  return { address, status, body: body as { teammate: { id: string }; invitationUrl: string; mail: object | null } };
}

test('an invitation leaves by mail, is listed, and lets its person in once', async () => {
  const { host, browser, roleId } = await aHouse();
  const { address, body } = await invite(browser, roleId, { byMail: true });
  expect(body.mail).toMatchObject({ outcome: 'sent' });
  const token = linkIn(host.mailsTo(address)[0]);
  expect(body.invitationUrl.endsWith(token)).toBe(true);
  const listed = await browser.ask('GET', '/api/invitations');
  expect(listed.body).toMatchObject({ rows: [{ teammate: { id: body.teammate.id }, opensUntil: expect.any(String) }] });

  const guest = await httpBrowser(world());
  const read = await guest.ask('POST', '/api/invitations/reading', { token });
  expect(read.body).toMatchObject({ name: 'Bo Berg', address, hasAccount: false });
  expect((await guest.ask('POST', '/api/invitations/acceptance', { token, password })).body).toEqual({
    signedIn: true,
  });
  expect((await browser.ask('GET', '/api/invitations')).body).toMatchObject({ rows: [] });
  const again = await httpBrowser(world());
  expect((await again.ask('POST', '/api/invitations/acceptance', { token, password })).status).toBe(404);
  const renewed = await browser.ask('POST', `/api/teammates/${body.teammate.id}/invitation`, {});
  expect(renewed.body).toMatchObject({ code: 'identity/has-come-in' });
});

test('a new link ends the old one, an ended link opens nothing, and both say the same to a stranger', async () => {
  const { browser, roleId } = await aHouse();
  const { body } = await invite(browser, roleId);
  const first = body.invitationUrl.split('#')[1] ?? '';
  const renewed = await browser.ask('POST', `/api/teammates/${body.teammate.id}/invitation`, {});
  const second = String(renewed.body?.['invitationUrl']).split('#')[1] ?? '';
  const guest = await httpBrowser(world());
  const told = async (token: string) => (await guest.ask('POST', '/api/invitations/reading', { token })).body;
  expect(await told(first)).toMatchObject({ code: 'identity/no-such-invitation' });
  expect(await told(second)).toMatchObject({ name: 'Bo Berg' });
  const ended = await browser.ask('DELETE', `/api/teammates/${body.teammate.id}/invitation`);
  expect(ended.body).toMatchObject({ opensUntil: null });
  expect(await told(second)).toEqual(await told('a-token-that-nobody-ever-made'));
  expect((await guest.ask('POST', '/api/invitations/acceptance', { token: second, password })).status).toBe(404);
});

test('two who take one invitation at the same time: one comes in', async () => {
  const { browser, roleId } = await aHouse();
  const { body } = await invite(browser, roleId);
  const token = body.invitationUrl.split('#')[1] ?? '';
  const guests = await Promise.all([httpBrowser(world()), httpBrowser(world())]);
  const answers = await Promise.all(
    guests.map((guest) => guest.ask('POST', '/api/invitations/acceptance', { token, password })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
});

test('a name that would begin a header of its own is refused', async () => {
  const { browser, roleId } = await aHouse();
  for (const name of ['Bo\r\nBcc: all@cust.test', 'Bo\nBerg', 'Bo\u2028Berg', 'Bo\u0000'])
    expect((await invite(browser, roleId, { name, byMail: true })).status, JSON.stringify(name)).toBe(422);
});

test('a new password by mail: the link works once, ends every session, and leaves the second step as it is', async () => {
  const { host, browser, address } = await aHouse();
  const stranger = await httpBrowser(world());
  const asked = await stranger.ask('POST', '/api/password-resets', { address: address.toUpperCase() });
  await world().runJobs();
  const token = linkIn(host.mailsTo(address)[0]);
  const nobody = await stranger.ask('POST', '/api/password-resets', { address: 'nobody@rapport.example' });
  await world().runJobs();
  // the answer tells nothing: neither its words, nor its status, nor what comes with it
  expect({ ...nobody, headers: Object.keys(nobody.headers).toSorted() }).toEqual({
    ...asked,
    headers: Object.keys(asked.headers).toSorted(),
  });
  expect(host.mailsTo('nobody@rapport.example')).toEqual([]);

  const complete = (next: string) => stranger.ask('POST', '/api/password-resets/completion', { token, password: next });
  expect((await complete('1234567890')).status).toBe(422);
  // made of one's own address, as everywhere a password is chosen
  expect((await complete(`${address.split('@')[0]}1`)).status).toBe(422);
  expect((await complete('nine brass thimbles')).body).toEqual({ signedIn: false });
  expect((await complete('eight brass thimbles')).body).toMatchObject({ code: 'identity/no-such-reset' });
  expect((await browser.ask('GET', '/api/settings')).status).toBe(401);
  expect((await stranger.ask('POST', '/api/session', { address, password })).status).toBe(401);
  expect((await stranger.ask('POST', '/api/session', { address, password: 'nine brass thimbles' })).body).toEqual({
    signedIn: true,
  });
});

test('whoever made the account before the owner of its address came keeps no passkey in it; what the owner adds stays', async () => {
  const { host, address } = await aHouse();
  const { pool } = world().database;
  const stranger = await httpBrowser(world());
  const addPasskey = (id: string) =>
    pool.query(
      `insert into auth.passkey ("id", "userId", "name", "publicKey", "counter", "createdAt")
       select $2, id, 'Key', '\\x00', 0, now() from auth."user" where email = $1`,
      [address, `${address} ${id}`],
    );
  const reset = async (chosen: string) => {
    await stranger.ask('POST', '/api/password-resets', { address });
    await world().runJobs();
    const token = linkIn(host.mailsTo(address).at(-1));
    expect((await stranger.ask('POST', '/api/password-resets/completion', { token, password: chosen })).status).toBe(
      200,
    );
    const { rows } = await pool.query<{ id: string }>('select id from auth.passkey where id like $1', [`${address}%`]);
    return rows.map(({ id }) => id.split(' ')[1]);
  };
  await addPasskey('before');
  expect(await reset('nine brass thimbles')).toEqual([]);
  await addPasskey('own');
  expect(await reset('eight brass thimbles')).toEqual(['own']);
});

test('a second mail ends the link of the first; a link is too old after half an hour; a job that comes twice mails once', async () => {
  const { host, address } = await aHouse();
  const stranger = await httpBrowser(world());
  await stranger.ask('POST', '/api/password-resets', { address });
  const [job] = world().queued.filter(({ name }) => name === mailReset.name);
  await world().runJobs();
  if (job) world().queued.push(job);
  await world().runJobs();
  expect(host.mailsTo(address)).toHaveLength(1);
  await stranger.ask('POST', '/api/password-resets', { address });
  await world().runJobs();
  const [first, second] = host.mailsTo(address).map(linkIn);
  const complete = (token: string | undefined) =>
    stranger.ask('POST', '/api/password-resets/completion', { token, password: 'nine brass thimbles' });
  expect((await complete(first)).status).toBe(404);
  await world().database.pool.query(`update auth.verification set "expiresAt" = now() where "id" like 'reset/%'`);
  expect((await complete(second)).status).toBe(404);
});

test('nobody is flooded with mails of ours: after ten in a quarter of an hour no more leave, and the answer stays the same', async () => {
  const { host, address } = await aHouse();
  const stranger = await httpBrowser(world());
  for (let count = 0; count < 13; count += 1)
    expect((await stranger.ask('POST', '/api/password-resets', { address })).status).toBe(200);
  await world().runJobs();
  expect(host.mailsTo(address)).toHaveLength(10);
});
