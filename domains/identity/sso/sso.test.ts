import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { createTools } from '#platform/work';
import { type HttpBrowser, httpBrowser } from '../../../tests/support/http-browser.ts';
import { type OAuthHouse, startOAuth } from '../../../tests/support/oauth-provider.ts';
import { at, useWorld } from '../../../tests/support/world.ts';
import { forgetSessions, roleOfDesk } from '../index.ts';

const world = useWorld();
const daniel = {
  workspaceName: 'Fernhill',
  ownerName: 'Daniel Osei',
  address: 'daniel@fernhill.example',
  password: 'three quiet herons',
};
const id = newId();
const redirectUri = `http://127.0.0.1:3000/sso/${id}`;
/** What the provider says of its people; a test changes it as whoever keeps the accounts would. */
const people: Record<string, Record<string, unknown>> = {
  tomas: { email: 'Tomas@Fernhill.example', email_verified: true, name: 'Tomás Oliveira', groups: ['support'] },
  nora: { email: 'nora@fernhill.example', email_verified: true, name: 'Nora\r\nBcc: x', groups: ['support', 'leads'] },
  paul: { email: 'paul@fernhill.example', email_verified: false, name: 'Paul', groups: ['support'] },
  olga: { email: 'olga@elsewhere.example', email_verified: true, name: 'Olga', groups: ['support'] },
  jill: { email: 'jill@fernhill.example', email_verified: true, name: 'Jill', groups: ['cleaners'] },
  dan2: { email: 'daniel@fernhill.example', email_verified: true, name: 'Dan', groups: [] },
};
let provider: OAuthHouse;
let tools: Tools;
let admin: HttpBrowser;
let workspaceId: string;
let teamId: string;
const roleIds: Record<string, string> = {};

beforeAll(async () => {
  provider = await startOAuth(redirectUri, 300, (user) => people[user] ?? {});
  tools = createTools({
    ...world().machinery,
    config: { ...world().config, privateHosts: [provider.url].map((url) => new URL(url).host) },
  });
  admin = await browser();
  workspaceId = String((await admin.ask('POST', '/api/setup', daniel)).body?.['workspaceId']);
  await tools.read({ workspaceId }, async (ctx) => {
    for (const desk of ['agent', 'team-leader', 'administrator']) roleIds[desk] = await roleOfDesk(ctx, desk);
  });
  teamId = String(((await admin.ask('GET', '/api/teams')).body as { rows: { id: string }[] }).rows[0]?.id);
});
afterAll(() => provider?.stop());

const browser = () => httpBrowser({ ...world(), tools });

const draft = () => ({
  name: 'Fernhill accounts',
  issuer: provider.url,
  clientId: provider.client.id,
  clientSecret: provider.client.secret,
  domains: ['Fernhill.example'],
  groups: [
    { group: 'support', roleIds: [roleIds['agent']], placeIds: [teamId] },
    { group: 'leads', roleIds: [roleIds['team-leader']], placeIds: [] },
  ],
});
const keep = (change: object = {}) => admin.ask('PATCH', `/api/sso-connections/${id}`, { ...draft(), ...change });

/** Goes the whole way as a browser does. */
async function come(user: string, given: HttpBrowser | null = null, returnTo?: string) {
  const one = given ?? (await browser());
  const begun = await one.ask('POST', '/api/session/sso-beginning', { workspaceId, connectionId: id, returnTo });
  const back = await provider.consent(String(begun.body?.['url']), user);
  const ended = await one.ask('POST', '/api/session/sso', { connectionId: id, answer: back.search.slice(1) });
  return { one, ended, me: (await one.ask('GET', '/api/session')).body?.['me'] as Record<string, never> | null };
}

const rolesOf = async (address: string) => {
  const { rows } = await world().database.pool.query<{ name: string }>(
    `select r.name from teammates t join teammate_roles g on g.teammate_id = t.id join roles r on r.id = g.role_id
     where lower(t.address) = $1 order by 1`,
    [address],
  );
  return rows.map(({ name }) => name);
};

test('a connection is tried in words before it is saved, and keeps its secret to itself', async () => {
  const tried = await admin.ask('POST', '/api/sso-tries', { id, ...draft() });
  const states = (tried.body as { checks: { what: string; state: string; says: string }[] }).checks;
  expect(states.map(({ what, state }) => `${what} ${state}`)).toEqual([
    'address good',
    'answers good',
    'keys good',
    'client good',
  ]);
  const wrong = await admin.ask('POST', '/api/sso-tries', {
    id,
    ...draft(),
    clientSecret: 'not this',
  });
  expect(wrong.body).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ what: 'client', state: 'bad' })]),
  });
  const nobody = await admin.ask('POST', '/api/sso-tries', {
    id,
    ...draft(),
    issuer: 'http://127.0.0.1:9',
  });
  expect(nobody.body).toMatchObject({
    checks: [{ what: 'address', state: 'bad', says: expect.stringContaining('private address') }],
  });
  const kept = await admin.ask('POST', '/api/sso-connections', { id, ...draft() });
  expect(kept.body).toMatchObject({ hasSecret: true, domains: ['fernhill.example'], givesAll: true, redirectUri });
  expect(JSON.stringify((await admin.ask('GET', '/api/sso-connections')).body)).not.toContain(provider.client.secret);
  // a kept secret is never tried at another address
  const elsewhere = await admin.ask('POST', '/api/sso-tries', {
    id,
    issuer: provider.url,
    clientId: 'another',
  });
  expect(elsewhere.body).toMatchObject({
    checks: expect.arrayContaining([expect.objectContaining({ what: 'client', state: 'bad' })]),
  });
});

test('the button is found by the domain of an address, whether or not anybody has it', async () => {
  const stranger = await browser();
  const found = await stranger.ask('POST', '/api/session/sso-offers', { address: 'nobody@FERNHILL.example' });
  expect(found.body).toEqual({
    rows: [{ name: 'Fernhill accounts', workspaceName: 'Fernhill', href: `/sso/start/${workspaceId}/${id}` }],
  });
  expect((await stranger.ask('POST', '/api/session/sso-offers', { address: 'a@elsewhere.example' })).body).toEqual({
    rows: [],
  });
});

test('only the invited come in, until newcomers are let in; each with the roles and teams of their groups', async () => {
  expect((await come('tomas')).ended.body).toMatchObject({ code: 'identity/sso-not-invited' });
  await admin.ask('POST', '/api/teammates', {
    name: 'Tomás',
    address: 'tomas@fernhill.example',
    roleIds: [roleIds['agent']],
  });
  const tomas = await come('tomas', null, '/inbox?box=mine');
  expect(tomas.ended.body).toEqual({ signedIn: true, returnTo: '/inbox?box=mine' });
  expect(tomas.me).toMatchObject({ teammate: { address: 'tomas@fernhill.example' }, desk: { id: 'agent' } });

  expect((await come('nora')).ended.body).toMatchObject({ code: 'identity/sso-not-invited' });
  await keep({ letsIn: true });
  const nora = await come('nora');
  expect(nora.me).toMatchObject({ teammate: { name: 'Nora Bcc: x' }, teamIds: [teamId] });
  expect(await rolesOf('nora@fernhill.example')).toEqual(['Omnichannel support representative', 'Team leader']);
  expect((await come('jill')).ended.body).toMatchObject({ code: 'identity/sso-no-role' });
  expect(await rolesOf('jill@fernhill.example')).toEqual([]);
});

test('an address that is not verified, or of another domain, lets nobody in', async () => {
  expect((await come('paul')).ended.body).toMatchObject({ code: 'identity/sso-address-not-verified' });
  expect((await come('olga')).ended.body).toMatchObject({ code: 'identity/sso-other-domain' });
});

test('groups are followed at each sign-in, with lines in the log; who has none left does not come in', async () => {
  people['nora'] = { ...people['nora'], groups: ['support'] };
  await come('nora');
  expect(await rolesOf('nora@fernhill.example')).toEqual(['Omnichannel support representative']);
  people['nora'] = { ...people['nora'], groups: [] };
  expect((await come('nora')).ended.body).toMatchObject({ code: 'identity/sso-no-role' });
  expect(await rolesOf('nora@fernhill.example')).toEqual([]);
  const { body } = await admin.ask('GET', '/api/audit');
  const lines = JSON.stringify(body);
  expect(lines).toContain('sso.connected');
  expect(lines).toContain('byGroupsOf');
  expect(lines).not.toContain(provider.client.secret);
  people['nora'] = { ...people['nora'], groups: ['support', 'leads'] };
  expect((await come('nora')).me).toMatchObject({ teamIds: [teamId] });
});

test('another account of the provider with somebody’s address is not them; the owner is found once by it', async () => {
  people['thief'] = { ...people['tomas'] };
  expect((await come('thief')).ended.body).toMatchObject({ code: 'identity/sso-linked-elsewhere' });
  const dan = await come('dan2');
  expect(dan.me).toMatchObject({ teammate: { name: 'Daniel Osei' } });
});

test('groups never give what whoever mapped them may not give any more', async () => {
  const mapper = await admin.ask('POST', '/api/teammates', {
    name: 'Mia Mapper',
    address: 'mia@fernhill.example',
    roleIds: [roleIds['administrator']],
  });
  people['mia'] = { email: 'mia@fernhill.example', email_verified: true, name: 'Mia', groups: [] };
  const mia = await come('mia');
  const mapped = {
    ...draft(),
    groups: [{ group: 'support', roleIds: [roleIds['agent']], placeIds: [] }],
    letsIn: true,
  };
  expect((await mia.one.ask('PATCH', `/api/sso-connections/${id}`, mapped)).status).toBe(200);
  const miaId = (mapper.body as { teammate: { id: string } }).teammate.id;
  await admin.ask('PUT', `/api/teammates/${miaId}/deactivation`);
  people['zoe'] = { email: 'zoe@fernhill.example', email_verified: true, name: 'Zoe', groups: ['support'] };
  expect((await come('zoe')).ended.body).toMatchObject({ code: 'identity/sso-no-role' });
  expect((await admin.ask('GET', '/api/sso-connections')).body).toMatchObject({ rows: [{ givesAll: false }] });
  expect((await come('mia')).ended.body).toMatchObject({ code: 'identity/sso-has-left' });
  await keep({ letsIn: true });
  expect((await come('zoe')).me).toMatchObject({ desk: { id: 'agent' } });
});

test('only who may do everything connects a provider, and none gives roles beyond their own', async () => {
  const small = await come('tomas');
  expect((await small.one.ask('GET', '/api/sso-connections')).status).toBe(403);
  expect((await small.one.ask('PATCH', `/api/sso-connections/${id}`, draft())).status).toBe(403);
  const copy = newId();
  await admin.ask('POST', `/api/roles/${roleIds['administrator']}/copies`, { id: copy, name: 'Half' });
  await admin.ask('PATCH', `/api/roles/${copy}`, {
    permissions: { 'roles.configure': 'all', 'settings.configure': 'all', 'teams.read': 'all' },
  });
  await admin.ask('POST', '/api/teammates', { name: 'Hal', address: 'hal@fernhill.example', roleIds: [copy] });
  people['hal'] = { email: 'hal@fernhill.example', email_verified: true, name: 'Hal', groups: [] };
  const hal = await come('hal');
  expect((await hal.one.ask('PATCH', `/api/sso-connections/${id}`, draft())).body).toMatchObject({
    code: 'identity/sso-needs-an-owner',
  });
});

test('a session of single sign-on holds in its workspace, reaches no account, and is over after a day', async () => {
  const { one } = await come('tomas');
  expect((await one.ask('PUT', '/api/me/password', { current: 'x', next: 'seven loose kettles' })).body).toMatchObject({
    code: 'identity/kept-by-single-sign-on',
  });
  const later = await httpBrowser({ ...world(), tools: at(tools, new Date(Date.now() + 25 * 3600_000)) });
  for (const [name, value] of one.cookies) later.cookies.set(name, value);
  forgetSessions();
  expect((await later.ask('GET', '/api/teammates')).status).toBe(401);
});

test('people of the domain come by single sign-on alone, but those who mend it when it fails', async () => {
  expect((await keep({ letsIn: true, required: true })).body).toMatchObject({ code: 'identity/sso-needs-a-way-back' });
  const me = (await admin.ask('GET', '/api/session')).body as { me: { teammate: { id: string } } };
  const ownerId = me.me.teammate.id;
  expect((await keep({ letsIn: true, required: true, breakGlassIds: [ownerId] })).status).toBe(200);
  forgetSessions();
  // a second step is asked of whoever comes in beside it
  const owner = await browser();
  await owner.ask('POST', '/api/session', { address: daniel.address, password: daniel.password });
  expect((await owner.ask('GET', '/api/session')).body).toMatchObject({ me: null, held: { why: 'two-step-required' } });
  const agentsRole = [roleIds['agent']];
  const viaSso = await come('dan2');
  const invited = await viaSso.one.ask('POST', '/api/teammates', {
    name: 'Ben',
    address: 'ben@fernhill.example',
    roleIds: agentsRole,
  });
  const token = String(invited.body?.['invitationUrl']).split('#')[1];
  const ben = await browser();
  await ben.ask('POST', '/api/invitations/acceptance', { token, password: 'seven loose kettles' });
  expect((await ben.ask('GET', '/api/session')).body).toMatchObject({
    me: null,
    held: { why: 'single-sign-on-required', href: `/sso/start/${workspaceId}/${id}` },
  });
  const guest = await viaSso.one.ask('POST', '/api/teammates', {
    name: 'Gus',
    address: 'gus@agency.example',
    roleIds: agentsRole,
  });
  const gus = await browser();
  await gus.ask('POST', '/api/invitations/acceptance', {
    token: String(guest.body?.['invitationUrl']).split('#')[1],
    password: 'seven loose kettles',
  });
  expect((await gus.ask('GET', '/api/session')).body).toMatchObject({ me: { teammate: { name: 'Gus' } }, held: null });
});

test('signing out ends there too where that was chosen; taking the connection away ends its sessions', async () => {
  const dan = await come('dan2');
  const ownerId = String((dan.me as never as { teammate: { id: string } }).teammate.id);
  const put = await dan.one.ask('PATCH', `/api/sso-connections/${id}`, {
    ...draft(),
    breakGlassIds: [ownerId],
    endsThere: true,
  });
  expect(put.status).toBe(200);
  const tomas = await come('tomas');
  const out = await tomas.one.ask('DELETE', '/api/session');
  expect(String(out.body?.['goTo'])).toContain(`${provider.url}/session/end?client_id=desk`);
  expect(
    (await dan.one.ask('PATCH', `/api/sso-connections/${id}`, { ...draft(), issuer: 'https://other.example' })).body,
  ).toMatchObject({
    code: 'identity/sso-issuer-stays',
  });
  const again = await come('tomas');
  expect(again.me).not.toBeNull();
  expect((await dan.one.ask('DELETE', `/api/sso-connections/${id}`)).status).toBeLessThan(300);
  forgetSessions();
  expect((await again.one.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await come('tomas').catch(() => null))?.ended.status ?? 404).toBe(404);
});
