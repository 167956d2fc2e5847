import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { createTools } from '#platform/work';
import { type HttpBrowser, httpBrowser } from '../../../tests/support/http-browser.ts';
import { type RogueIssuer, startRogueIssuer } from '../../../tests/support/rogue-issuer.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { forgetSessions } from '../authenticate.ts';
import { roleOfDesk } from '../index.ts';
import { inviteTeammate } from '../invite-teammate.ts';
import { ownPath } from './sign-in.ts';

const world = useWorld();
const [first, second] = [newId(), newId()];
let rogue: RogueIssuer;
let honest: RogueIssuer;
let tools: Tools;
let admin: HttpBrowser;
let workspaceId: string;

beforeAll(async () => {
  [rogue, honest] = await Promise.all([startRogueIssuer(), startRogueIssuer()]);
  tools = createTools({
    ...world().machinery,
    config: { ...world().config, privateHosts: [rogue.url, honest.url].map((url) => new URL(url).host) },
  });
  admin = await browser();
  const owner = {
    workspaceName: 'Rapport',
    ownerName: 'Ada',
    address: 'ada@rapport.example',
    password: 'three quiet herons',
  };
  workspaceId = String((await admin.ask('POST', '/api/setup', owner)).body?.['workspaceId']);
  const agent = await tools.read({ workspaceId }, (ctx) => roleOfDesk(ctx, 'agent'));
  const groups = [{ group: 'support', roleIds: [agent], placeIds: [] }];
  for (const [id, issuer] of [
    [first, rogue.url],
    [second, honest.url],
  ] as const) {
    const draft = {
      id,
      name: issuer,
      issuer,
      clientId: 'desk',
      clientSecret: 's',
      domains: ['rapport.example'],
      groups,
      letsIn: true,
    };
    await admin.ask('POST', '/api/sso-connections', draft);
  }
});
afterAll(async () => {
  await rogue?.stop();
  await honest?.stop();
});
beforeEach(() => {
  for (const one of [rogue, honest]) Object.assign(one, { claims: {}, header: {}, signature: 'good', document: {} });
});

const browser = () => httpBrowser({ ...world(), tools });
const begin = async (one: HttpBrowser, connectionId = first, more: object = {}) =>
  String((await one.ask('POST', '/api/session/sso-beginning', { workspaceId, connectionId, ...more })).body?.['url']);
const end = (one: HttpBrowser, answer: URLSearchParams, connectionId = first) =>
  one.ask('POST', '/api/session/sso', { connectionId, answer: answer.toString() });

/** The whole way with the rogue provider as it is told to be. */
async function come() {
  const one = await browser();
  return end(one, rogue.answer(await begin(one)));
}

test('an honest proof comes in: the attacks below fail for their own reason', async () => {
  expect((await come()).body).toEqual({ signedIn: true, returnTo: '/' });
});

test.each([
  ['another nonce', { claims: { nonce: 'another' } }],
  ['no nonce', { claims: { nonce: undefined } }],
  ['another audience', { claims: { aud: 'somebody-else' } }],
  ['another issuer', { claims: { iss: 'https://elsewhere.example' } }],
  ['a proof of yesterday', { claims: { exp: 1_700_000_000, iat: 1_699_999_000 } }],
  ['no signature at all', { header: { alg: 'none' }, signature: 'none' }],
  ['a signature by a shared secret', { header: { alg: 'HS256' } }],
  ['a signature of something else', { signature: 'bad' }],
  ['a key that is not shown', { header: { kid: 'another' } }],
] as const)('%s opens nothing', async (_name, given) => {
  Object.assign(rogue, given);
  const { status, body } = await come();
  expect([status, body?.['code']]).toEqual([422, 'identity/sso-failed']);
});

test('an address that is not verified is nobody, however it is written', async () => {
  for (const email_verified of [false, 'false', undefined, 1, 'yes']) {
    rogue.claims = { sub: 'new', email_verified };
    expect((await come()).body).toMatchObject({ code: 'identity/sso-address-not-verified' });
  }
});

test('a wrong state, a code sent twice and another browser all end the attempt', async () => {
  const one = await browser();
  const answer = rogue.answer(await begin(one));
  const wrong = new URLSearchParams(answer);
  wrong.set('state', 'guessed');
  expect((await end(one, wrong)).body).toMatchObject({ code: 'identity/sso-failed' });
  expect((await end(one, answer)).body).toMatchObject({ code: 'identity/sso-not-asked' });

  const two = await browser();
  const good = rogue.answer(await begin(two));
  const attempt = new Map(two.cookies);
  // whoever is sent a link with another's answer has no attempt of their own
  expect((await end(await browser(), good)).body).toMatchObject({ code: 'identity/sso-not-asked' });
  expect((await end(two, good)).body).toMatchObject({ signedIn: true });
  for (const [name, value] of attempt) two.cookies.set(name, value);
  expect((await end(two, good)).body).toMatchObject({ code: 'identity/sso-not-asked' });
});

test('an answer meant for one provider does not end what began at another', async () => {
  const one = await browser();
  const answer = honest.answer(await begin(one, second));
  expect((await end(one, answer, first)).body).toMatchObject({ code: 'identity/sso-not-asked' });
  const two = await browser();
  const named = rogue.answer(await begin(two, first));
  named.set('iss', honest.url);
  expect((await end(two, named, first)).body).toMatchObject({ code: 'identity/sso-failed' });
  // the same subject at another provider is somebody else
  const links = await world().database.pool.query('select connection_id from sso_identities where subject = $1', [
    'mallory',
  ]);
  expect(links.rows).toEqual([{ connection_id: first }]);
});

test('PKCE: the code is worth nothing without the verifier of this attempt', async () => {
  const one = await browser();
  await begin(one);
  const stolen = rogue.answer(await begin(await browser()));
  expect((await end(one, stolen)).body).toMatchObject({ code: 'identity/sso-failed' });
  expect(rogue.lastBody?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
});

test('a provider cannot send a browser to a script, nor be another than it says', async () => {
  rogue.document = { authorization_endpoint: 'javascript:alert(1)' };
  const draft = { id: first, issuer: rogue.url, clientId: 'desk', clientSecret: 's' };
  const tried = await admin.ask('POST', '/api/sso-tries', draft);
  expect(tried.body).toMatchObject({ checks: [{}, { what: 'answers', state: 'bad' }, {}, {}] });
  expect(await begin(await browser())).toBe('undefined');
  rogue.document = { issuer: honest.url };
  const other = await admin.ask('POST', '/api/sso-tries', draft);
  expect(other.body).toMatchObject({ checks: [{ state: 'bad', says: expect.stringContaining('another provider') }] });
  rogue.document = {};
  await admin.ask('POST', '/api/sso-tries', draft);
});

test('after a sign-in nobody is led to another site', async () => {
  for (const path of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/%0d%0a//x',
    'javascript:1',
    '/\t/evil.example',
    '',
  ])
    expect(new URL(ownPath(path), 'http://own.example').host).toBe('own.example');
  const one = await browser();
  const ended = await end(one, rogue.answer(await begin(one, first, { returnTo: '//evil.example/x' })));
  expect(ended.body).toMatchObject({ returnTo: '/' });
  expect(ownPath('/inbox/42?box=mine#top')).toBe('/inbox/42?box=mine#top');
});

test('a session from before is not the one after: nobody waits in it', async () => {
  const one = await browser();
  await end(one, rogue.answer(await begin(one)));
  const before = new Map(one.cookies);
  await end(one, rogue.answer(await begin(one)));
  expect(one.cookies.get('rapport.session_token')).not.toBe(before.get('rapport.session_token'));
});

test('no private address is asked unless the operator named its host, by number or by name', async () => {
  const closed = await httpBrowser(world());
  for (const [name, value] of admin.cookies) closed.cookies.set(name, value);
  for (const issuer of [
    rogue.url,
    rogue.url.replace('127.0.0.1', 'localhost'),
    'https://[::1]:9',
    'https://169.254.169.254',
  ]) {
    const tried = await closed.ask('POST', '/api/sso-tries', { id: newId(), issuer, clientId: 'x' });
    expect(JSON.stringify(tried.body)).toMatch(/private address|begin its address with https/);
  }
});

test('whoever made the account of an address first does not come in behind its owner, until that owner proves the address', async () => {
  const address = 'victim@rapport.example';
  const elsewhere = await world().newWorkspace();
  const { token } = await elsewhere.act(elsewhere.owner, async (ctx) => {
    const roleIds = [(await roleOfDesk(ctx, 'agent')) as never];
    return inviteTeammate(ctx, { name: 'Vic', address, roleIds, locale: 'en', zone: 'UTC' });
  });
  const maker = await browser();
  const password = 'eleven grey pelicans';
  expect((await maker.ask('POST', '/api/invitations/acceptance', { token, password })).body).toEqual({
    signedIn: true,
  });

  rogue.claims = { sub: 'victim', email: address, email_verified: true };
  expect((await come()).body).toMatchObject({ signedIn: true });
  const inside = async (by: string) => {
    const one = await browser();
    await one.ask('POST', '/api/session', { address, password: by });
    await one.ask('PUT', '/api/session/workspace', { workspaceId });
    return (await one.ask('GET', '/api/session')).body;
  };
  expect(await inside(password)).toMatchObject({ me: null, held: { why: 'single-sign-on-required' } });
  // as a reset by mail leaves it
  await world().database.pool.query('update auth."user" set "emailVerified" = true where email = $1', [address]);
  forgetSessions();
  expect(await inside(password)).toMatchObject({ held: null, me: { teammate: { name: expect.any(String) } } });
});

test('who goes from a group of colleagues to one of clients keeps no session of a colleague, here or on another device', async () => {
  const [agent, client] = await tools.read({ workspaceId }, async (ctx) => [
    await roleOfDesk(ctx, 'agent'),
    await roleOfDesk(ctx, 'client-reader'),
  ]);
  const groups = [
    { group: 'support', roleIds: [agent], placeIds: [] },
    { group: 'clients', roleIds: [client], placeIds: [] },
  ];
  const draft = { name: 'Honest', issuer: honest.url, clientId: 'desk', domains: ['rapport.example'], letsIn: true };
  expect((await admin.ask('PATCH', `/api/sso-connections/${second}`, { ...draft, groups })).status).toBe(200);
  const person = { sub: 'cleo', email: 'cleo@rapport.example', email_verified: true, name: 'Cleo' };
  const comeAs = async (group: string) => {
    honest.claims = { ...person, groups: [group] };
    const one = await browser();
    expect((await end(one, honest.answer(await begin(one, second)), second)).status).toBe(200);
    return one;
  };
  const [laptop, phone] = [await comeAs('support'), await comeAs('support')];
  expect((await laptop.ask('GET', '/api/teams')).status).toBe(200);
  const now = await comeAs('clients');
  // at once: nothing is waited for, and nothing is forgotten by hand
  for (const one of [laptop, phone]) expect((await one.ask('GET', '/api/teams')).status).toBe(401);
  expect((await now.ask('GET', '/api/session')).body).toMatchObject({ me: { desk: { id: 'client-reader' } } });
  const { rows } = await world().database.pool.query(
    `select 1 from team_members m join teammates t on t.workspace_id = m.workspace_id and t.id = m.teammate_id
     where t.address = 'cleo@rapport.example'`,
  );
  expect(rows).toEqual([]);
});
