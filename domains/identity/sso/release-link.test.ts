import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { createTools } from '#platform/work';
import { type HttpBrowser, httpBrowser } from '../../../tests/support/http-browser.ts';
import { type OAuthHouse, startOAuth } from '../../../tests/support/oauth-provider.ts';
import { useWorld } from '../../../tests/support/world.ts';
import { roleOfDesk } from '../index.ts';

const world = useWorld();
const owner = {
  workspaceName: 'Fernhill',
  ownerName: 'Daniel Osei',
  address: 'daniel@fernhill.example',
  password: 'three quiet herons',
};
const id = newId();
const tomas = { email: 'tomas@fernhill.example', email_verified: true, name: 'Tomás Oliveira', groups: [] };
/** What the provider says of its people. The second has the address of the first: it changed hands there. */
const people: Record<string, Record<string, unknown>> = {
  tomas,
  heir: tomas,
  dan: { ...tomas, email: owner.address },
  hal: { ...tomas, email: 'hal@fernhill.example' },
};
let provider: OAuthHouse;
let tools: Tools;
let admin: HttpBrowser;
let workspaceId: string;
let agentRole: string;
let adminRole: string;

beforeAll(async () => {
  provider = await startOAuth(`http://127.0.0.1:3000/sso/${id}`, 300, (user) => people[user] ?? {});
  tools = createTools({
    ...world().machinery,
    config: { ...world().config, privateHosts: [new URL(provider.url).host] },
  });
  admin = await browser();
  workspaceId = String((await admin.ask('POST', '/api/setup', owner)).body?.['workspaceId']);
  await tools.read({ workspaceId }, async (ctx) => {
    agentRole = await roleOfDesk(ctx, 'agent');
    adminRole = await roleOfDesk(ctx, 'administrator');
  });
  await admin.ask('POST', '/api/sso-connections', { id, ...draft() });
  await invite('Tomás', 'tomas@fernhill.example', agentRole);
});
afterAll(() => provider?.stop());

const browser = () => httpBrowser({ ...world(), tools });
const draft = () => ({
  name: 'Fernhill accounts',
  issuer: provider.url,
  clientId: provider.client.id,
  clientSecret: provider.client.secret,
  domains: ['fernhill.example'],
});
const invite = (name: string, address: string, roleId: string) =>
  admin.ask('POST', '/api/teammates', { name, address, roleIds: [roleId] });
const keep = (change: object) => admin.ask('PATCH', `/api/sso-connections/${id}`, { ...draft(), ...change });

/** Goes the whole way as a browser does. */
async function come(user: string) {
  const one = await browser();
  const begun = await one.ask('POST', '/api/session/sso-beginning', { workspaceId, connectionId: id });
  const back = await provider.consent(String(begun.body?.['url']), user);
  const ended = await one.ask('POST', '/api/session/sso', { connectionId: id, answer: back.search.slice(1) });
  const me = (await one.ask('GET', '/api/session')).body?.['me'] as { teammate: { id: string } } | null;
  return { one, ended, teammateId: me?.teammate.id };
}

test('a link is released by an administrator: its sessions end, and whoever proves the address is linked anew', async () => {
  const { one: tomasOne, teammateId: tomasId } = await come('tomas');
  const links = (who: HttpBrowser) => who.ask('GET', `/api/teammates/${tomasId}/sso-links`);
  const release = (who: HttpBrowser, more: object = {}) =>
    who.ask('PUT', `/api/teammates/${tomasId}/sso-release`, { connectionId: id, ...more });
  expect((await links(tomasOne)).status).toBe(403);
  expect((await release(tomasOne)).status).toBe(403);
  expect((await links(admin)).body).toMatchObject({
    rows: [{ connectionId: id, name: 'Fernhill accounts' }],
    linkedAnewBy: ['Fernhill accounts'],
    hasOwnWay: false,
  });
  expect((await come('heir')).ended.body).toMatchObject({ code: 'identity/sso-linked-elsewhere' });
  expect((await release(admin)).body).toMatchObject({ rows: [], ended: expect.any(Number) });
  expect((await tomasOne.ask('GET', '/api/teammates')).status).toBe(401);
  expect((await release(admin)).body).toMatchObject({ rows: [], ended: 0 });
  expect((await come('heir')).teammateId).toBe(tomasId);
  expect((await come('tomas')).ended.body).toMatchObject({ code: 'identity/sso-linked-elsewhere' });
  expect(JSON.stringify((await admin.ask('GET', '/api/audit')).body)).toContain('sso.released');

  // where no single sign-on speaks for the address any more, that is said first
  await keep({ domains: ['elsewhere.example'] });
  expect((await links(admin)).body).toMatchObject({ linkedAnewBy: [], hasOwnWay: false });
  expect((await release(admin)).body).toMatchObject({ code: 'identity/no-way-in-left' });
  expect((await release(admin, { evenIfLast: true })).body).toMatchObject({ rows: [] });
  await keep({});
  expect((await come('tomas')).teammateId).toBe(tomasId);
});

test('nobody releases their own link, nor that of somebody who may more', async () => {
  const dan = await come('dan');
  const release = (who: HttpBrowser) =>
    who.ask('PUT', `/api/teammates/${dan.teammateId}/sso-release`, { connectionId: id, evenIfLast: true });
  expect((await release(dan.one)).status).toBe(403);
  const half = newId();
  await admin.ask('POST', `/api/roles/${adminRole}/copies`, { id: half, name: 'Half' });
  await admin.ask('PATCH', `/api/roles/${half}`, { permissions: { 'roles.configure': 'all', 'teams.read': 'all' } });
  await invite('Hal', 'hal@fernhill.example', half);
  const hal = await come('hal');
  expect((await release(hal.one)).body).toMatchObject({ code: 'identity/takes-more-than-yours' });
});
