import { expect, test } from 'vitest';
import { type HttpBrowser, httpBrowser } from '../../tests/support/http-browser.ts';
import { codeOf } from '../../tests/support/totp-code.ts';
import { useWorld } from '../../tests/support/world.ts';
import { rightsTopic, roleOfDesk } from './index.ts';
import { giveRoles } from './give-roles.ts';
import { inviteTeammate } from './invite-teammate.ts';
import { forgetSessions } from './authenticate.ts';
import { newId } from '#platform/database';

const world = useWorld();
const password = 'three quiet herons';

/** Somebody with an account and a password, signed in at a browser of theirs. */
async function somebody(desk: string) {
  const workspace = await world().newWorkspace();
  const address = `${newId()}@rapport.example`;
  const { token, teammate } = await workspace.act(workspace.owner, async (ctx) =>
    inviteTeammate(ctx, {
      name: 'Priya Sharma',
      address,
      roleIds: [(await roleOfDesk(ctx, desk)) as never],
      locale: 'en',
      zone: 'UTC',
    }),
  );
  const browser = await httpBrowser(world());
  expect((await browser.ask('POST', '/api/invitations/acceptance', { token, password })).body).toEqual({
    signedIn: true,
  });
  return { workspace, address, browser, teammateId: teammate.id };
}

/** Signs in at a fresh browser. */
async function signedIn(address: string): Promise<{ browser: HttpBrowser; body: unknown }> {
  const browser = await httpBrowser(world());
  const { body } = await browser.ask('POST', '/api/session', { address, password });
  return { browser, body };
}

const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

test('a key does what it was given, never more than its owner may today, and ends at once', async () => {
  const { browser, workspace, teammateId } = await somebody('administrator');
  const made = await browser.ask('POST', '/api/keys', {
    name: 'Reporting',
    permissions: { 'settings.read': 'all', 'customers.read': 'brand' },
  });
  const { key, view } = made.body as { key: string; view: { id: string; prefix: string; permissions: object } };
  expect(view.permissions).toEqual({ 'settings.read': 'all', 'customers.read': 'brand' });
  const { rows } = await world().database.pool.query('select * from api_keys where id = $1', [view.id]);
  expect(JSON.stringify(rows)).not.toContain(key);

  const program = await httpBrowser(world());
  expect((await program.ask('GET', '/api/settings', undefined, bearer(key))).status).toBe(200);
  expect((await program.ask('GET', '/api/audit', undefined, bearer(key))).status).toBe(403);
  expect((await program.ask('GET', '/api/settings', undefined, bearer(`${key.slice(0, -1)}x`))).status).toBe(401);
  const { rows: used } = await world().database.pool.query('select last_used_at from api_keys where id = $1', [
    view.id,
  ]);
  expect(used[0]?.last_used_at).toBeInstanceOf(Date);

  // its owner becomes an agent: the key follows
  const agent = await workspace.act(null, (ctx) => roleOfDesk(ctx, 'agent'));
  await workspace.act(workspace.owner, (ctx) => giveRoles(ctx, teammateId, [agent]));
  expect((await program.ask('GET', '/api/settings', undefined, bearer(key))).status).toBe(403);
  expect((await program.ask('GET', '/api/customers?limit=1', undefined, bearer(key))).status).toBe(200);

  expect((await browser.ask('PUT', `/api/keys/${view.id}/revocation`)).body).toMatchObject({ can: [] });
  expect((await program.ask('GET', '/api/customers?limit=1', undefined, bearer(key))).status).toBe(401);
});

test('a key gives nobody more than they have, makes no keys, and reaches no account', async () => {
  const { browser } = await somebody('agent');
  const make = (permissions: object, more: object = {}) =>
    browser.ask('POST', '/api/keys', { name: 'Mine', permissions, ...more });
  expect((await make({ 'settings.read': 'all' })).body).toMatchObject({ code: 'identity/more-than-yours' });
  expect((await make({ 'conversations.read': 'all' })).body).toMatchObject({ code: 'identity/more-than-yours' });
  expect((await make({ 'conversations.fly': 'own' })).status).toBe(422);
  expect((await make({ 'conversations.read': 'own' }, { isService: true })).status).toBe(403);
  const { key } = (await make({ 'conversations.read': 'own' })).body as { key: string };
  const program = await httpBrowser(world());
  expect(
    (
      await program.ask(
        'POST',
        '/api/keys',
        { name: 'More', permissions: { 'conversations.read': 'own' } },
        bearer(key),
      )
    ).body,
  ).toMatchObject({ code: 'identity/not-by-key' });
  expect((await program.ask('GET', '/api/me/access', undefined, bearer(key))).status).toBe(401);
});

test('what lies in an account opens to nobody without its own cookie, and to no key', async () => {
  const { browser } = await somebody('agent');
  const made = await browser.ask('POST', '/api/keys', { name: 'Mine', permissions: { 'conversations.read': 'own' } });
  const { key } = made.body as { key: string };
  const doors = [
    ['GET', '/api/me/access', undefined],
    ['PUT', '/api/me/password', { current: password, next: 'nine brass thimbles' }],
    ['POST', '/api/me/two-step', { password }],
    ['PUT', '/api/me/two-step', { code: '123456' }],
    ['DELETE', '/api/me/two-step', { password }],
    ['POST', '/api/me/recovery-codes', { password }],
    ['POST', '/api/me/passkey-challenges', { password }],
    ['POST', '/api/me/passkeys', { name: 'Phone', credential: {} }],
    ['PATCH', '/api/me/passkeys/x', { name: 'Mine' }],
    ['DELETE', '/api/me/passkeys/x', { password }],
    ['DELETE', '/api/me/sessions/x', undefined],
    ['DELETE', '/api/me/sessions', undefined],
  ] as const;
  const stranger = await httpBrowser(world());
  for (const [method, url, body] of doors) {
    expect((await stranger.ask(method, url, body)).status, `${method} ${url}`).toBe(401);
    expect((await stranger.ask(method, url, body, bearer(key))).status, `${method} ${url} by a key`).toBe(401);
  }
});

test('a second step is asked for after the password; a recovery code works once', async () => {
  const { address, browser } = await somebody('agent');
  expect((await browser.ask('POST', '/api/me/two-step', { password: 'not this one' })).body).toMatchObject({
    code: 'identity/wrong-password',
  });
  const begun = (await browser.ask('POST', '/api/me/two-step', { password })).body as {
    uri: string;
    secret: string;
    recoveryCodes: string[];
  };
  expect(begun.recoveryCodes).toHaveLength(10);
  // begun is not on: nobody is shut out by an app that never learnt the secret
  const elsewhere = await signedIn(address);
  expect(elsewhere.body).toEqual({ signedIn: true });
  expect((await browser.ask('PUT', '/api/me/two-step', { code: '000 000' })).status).toBe(403);
  // each code opens once: the one of now confirms, the next one signs in
  const code = (step = 0) => codeOf(begun.uri, step);
  expect((await browser.ask('PUT', '/api/me/two-step', { code: code() })).body).toEqual({ signedIn: true });
  expect((await browser.ask('GET', '/api/me/access')).body).toMatchObject({
    twoStep: { isOn: true, recoveryLeft: 10 },
  });
  // who came in without the second step can be sent out now
  expect((await elsewhere.browser.ask('GET', '/api/teammates')).status).toBe(200);
  expect((await browser.ask('DELETE', '/api/me/sessions')).status).toBe(200);
  expect((await elsewhere.browser.ask('GET', '/api/teammates')).status).toBe(401);

  const again = await signedIn(address);
  expect(again.body).toEqual({ signedIn: false, secondStep: true });
  expect((await again.browser.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await again.browser.ask('POST', '/api/session/second-step', { code: '123456' })).status).toBe(403);
  expect((await again.browser.ask('POST', '/api/session/second-step', { code: code(1) })).body).toEqual({
    signedIn: true,
  });
  expect((await again.browser.ask('GET', '/api/teammates')).status).toBe(200);

  const [recoveryCode] = begun.recoveryCodes;
  const lost = await signedIn(address);
  expect((await lost.browser.ask('POST', '/api/session/second-step', { recoveryCode })).status).toBe(200);
  const thief = await signedIn(address);
  expect((await thief.browser.ask('POST', '/api/session/second-step', { recoveryCode })).body).toMatchObject({
    code: 'identity/wrong-recovery-code',
  });
  expect((await browser.ask('DELETE', '/api/me/two-step', { password })).status).toBe(200);
  expect((await signedIn(address)).body).toEqual({ signedIn: true });
});

test('a workspace that asks for a second step holds back who has none, until they have', async () => {
  const { workspace, browser } = await somebody('agent');
  await world().database.pool.query(
    `insert into workspace_settings (workspace_id, name, value) values ($1, 'access.two-step-required', 'true')`,
    [workspace.id],
  );
  forgetSessions();
  expect((await browser.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await browser.ask('GET', '/api/session')).body).toMatchObject({
    me: null,
    held: { why: 'two-step-required' },
  });
  const { uri } = (await browser.ask('POST', '/api/me/two-step', { password })).body as { uri: string };
  await browser.ask('PUT', '/api/me/two-step', { code: codeOf(uri) });
  expect((await browser.ask('GET', '/api/teammates')).status).toBe(200);
});

test('I see where I am signed in, end one session or all others, and the screens of each are told', async () => {
  const { address, browser, teammateId, workspace } = await somebody('agent');
  const laptop = (await signedIn(address)).browser;
  const phone = (await signedIn(address)).browser;
  const { sessions } = (await browser.ask('GET', '/api/me/access')).body as {
    sessions: { id: string; isThis: boolean }[];
  };
  expect(sessions).toHaveLength(3);
  expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);

  const mine = (await laptop.ask('GET', '/api/me/access')).body as { sessions: { id: string; isThis: boolean }[] };
  const laptopId = mine.sessions.find(({ isThis }) => isThis)?.id;
  world().published.length = 0;
  expect((await browser.ask('DELETE', `/api/me/sessions/${laptopId}`)).body).toEqual({ signedIn: true });
  expect((await laptop.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await phone.ask('GET', '/api/teammates')).status).toBe(200);
  expect(world().published).toContainEqual(
    expect.objectContaining({ workspaceId: workspace.id, topic: rightsTopic, subjectId: teammateId }),
  );
  expect((await browser.ask('DELETE', '/api/me/sessions')).status).toBe(200);
  expect((await phone.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await browser.ask('GET', '/api/teammates')).status).toBe(200);
  // somebody else's is none of mine
  const other = await somebody('agent');
  expect((await other.browser.ask('DELETE', `/api/me/sessions/${laptopId}`)).status).toBe(404);
});

test('an administrator signs a teammate out everywhere, and that is written down', async () => {
  const { workspace, browser } = await somebody('administrator');
  const agent = await workspace.teammate('agent');
  expect((await browser.ask('GET', `/api/teammates/${agent.id}/sessions`)).body).toEqual({ rows: [] });
  expect((await browser.ask('DELETE', `/api/teammates/${agent.id}/sessions`)).body).toEqual({ ended: 0 });
  const { rows } = (await browser.ask('GET', '/api/audit')).body as { rows: { action: string }[] };
  expect(rows[0]).toMatchObject({ action: 'teammate.signed-out', objectId: agent.id });
});

test('a new password is long and none of those everybody tries; the other sessions end with the old one', async () => {
  const { address, browser } = await somebody('agent');
  const other = (await signedIn(address)).browser;
  const change = (next: string, current = password) => browser.ask('PUT', '/api/me/password', { current, next });
  for (const weak of ['short', 'password123456', 'qwertyuiop', '1234567890', 'aaaaaaaaaaaa', 'rapport-rapport-1'])
    expect((await change(weak)).status, weak).toBe(422);
  expect((await change('nine brass thimbles', 'not this one')).body).toMatchObject({ code: 'identity/wrong-password' });
  // the longest counts to its last sign: neither cut nor trimmed
  const longest = ` ${'nine brass thimbles and '.repeat(6)}`.slice(0, 127).padEnd(128, ' ');
  expect((await change(`${longest}x`)).status).toBe(422);
  expect((await change(longest)).body).toEqual({ signedIn: true });
  expect((await change('never mind this', longest.trim())).body).toMatchObject({ code: 'identity/wrong-password' });
  expect((await other.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await browser.ask('GET', '/api/teammates')).status).toBe(200);
});

test('guessing at one account shuts out strangers, and never whoever works here', async () => {
  const { address, browser } = await somebody('agent');
  // signs in once by password: this device is known from then on
  const { browser: known } = await signedIn(address);
  await browser.ask('DELETE', '/api/session');
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    // from another place each time
    const guesser = await httpBrowser(world());
    const { status } = await guesser.ask(
      'POST',
      '/api/session',
      { address, password: `guess number ${attempt}` },
      { 'x-forwarded-for': `203.0.113.${attempt}` },
    );
    statuses.push(status);
  }
  expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  expect((await signedIn(address)).body).toMatchObject({ code: 'identity/account-resting' });
  expect((await known.ask('POST', '/api/session', { address, password })).body).toEqual({ signedIn: true });
});
