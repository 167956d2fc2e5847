import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, type Server } from '#platform/http';
import { allMighty } from '../stranger/place.ts';
import { useWorld } from '../support/world.ts';
import { addressOf, bodyOf, changing, everyRoute, house, openPlaces, withMore } from './every-route.ts';

/** Attacks that every route has to stand, as the server is reached by a browser whose teammate may do everything. */
const world = useWorld();
let server: Server;
const mistakes: string[] = [];

beforeAll(async () => {
  const workspace = await world().newWorkspace();
  const actor = allMighty(house, workspace.owner.id ?? '', workspace, 'all');
  const log = {
    ...world().tools.log,
    error: (facts: Readonly<Record<string, unknown>>) => void mistakes.push(String(facts['error'])),
  };
  const session = { workspaceId: workspace.id, actor, via: 'console' } as const;
  const config = { ...world().config, publicUrl: 'https://service.example.com' };
  server = await createServer({ house, tools: { ...world().tools, log, config }, authenticate: async () => session });
});
afterAll(() => server?.close());

const own = 'https://service.example.com';

/** What became of it, in a word that stands beside the name of its route where it was wrong. */
async function send(
  name: string,
  options: { method: string; url: string; headers?: Record<string, string>; payload?: string | object },
) {
  const reply = await server.app.inject({ ...options, method: options.method as 'POST' });
  const isProblem = String(reply.headers['content-type'] ?? '').includes('problem');
  const code = isProblem ? (JSON.parse(reply.body) as { code: string }).code : '';
  return { name, status: reply.statusCode, code, headers: reply.headers };
}

test('no route that changes something hears a page of another site', async () => {
  const from = [
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
    { origin: 'http://service.example.com.elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  const heard: unknown[] = [];
  for (const { name, route } of changing) {
    for (const headers of from) {
      const { status, code } = await send(name, { method: route.method, url: addressOf(route), headers });
      if (code !== 'foreign-origin') heard.push({ name, headers, status, code });
    }
  }
  expect(changing.length).toBeGreaterThan(100);
  expect(heard).toEqual([]);
});

test('no body of a form is taken for JSON, also where it holds some', async () => {
  const taken: unknown[] = [];
  for (const each of changing.filter(({ route }) => route.body)) {
    const payload = JSON.stringify(await bodyOf(each));
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const headers = { origin: own, 'content-type': type };
      const seen = await send(each.name, {
        method: each.route.method,
        url: addressOf(each.route),
        headers,
        payload,
      });
      if (!['unreadable', 'invalid-input'].includes(seen.code)) taken.push({ type, ...seen, headers: undefined });
    }
  }
  expect(taken).toEqual([]);
});

/** Fields that decide whose something is, or who may: no body sets one of them but where its contract names it. */
const smuggled = {
  id: '019aa0c2-5f00-7000-8000-00000000dead',
  workspaceId: '019aa0c2-5f00-7000-8000-00000000dead',
  workspace_id: '019aa0c2-5f00-7000-8000-00000000dead',
  accountId: 'somebody',
  isOwner: true,
  isAdministrator: true,
  role: 'administrator',
  createdAt: '2001-01-01T00:00:00.000Z',
  revision: 1,
  can: ['everything'],
};
/** A customer's role in a company is words of a contract, and no right. */
const named = new Set(['PUT /api/customers/:id/companies/:companyId role']);

test('what a contract does not name is not there for its verb: every body, at every depth', async () => {
  const through: unknown[] = [];
  for (const each of everyRoute) {
    const { body: contract } = each.route;
    if (!contract) continue;
    const body = await bodyOf(each);
    const plain = contract.safeParse(body);
    expect(plain.success, `${each.name} takes its body`).toBe(true);
    for (const [field, value] of Object.entries(smuggled)) {
      const parsed = contract.safeParse(withMore(body, { [field]: value }, openPlaces(contract)));
      const isMore = parsed.success && JSON.stringify(parsed.data) !== JSON.stringify(plain.data);
      if (isMore && !named.has(`${each.name} ${field}`)) through.push({ name: each.name, field, parsed: parsed.data });
    }
  }
  expect(through).toEqual([]);
});

/** Where a body takes names of its own: each of them is looked up in what is declared, by the verb named here. */
const looksUp: Readonly<Record<string, string>> = {
  credential: 'the library of passkeys verifies it',
  permissions: 'permissions the house declares, within the giver’s own',
  preferences: 'strings about oneself, bounded in number',
  values: 'settings that domains declare, each by its own schema',
  settings: 'the settings schema of the channel',
  secrets: 'the secrets the channel names',
  mapping: 'columns of the file that was brought in',
  same: 'fields that the kind of import declares',
  config: 'parts that domains declare, each by its own schema',
  weekly: 'days of the week',
  days: 'dates',
  custom: 'fields an administrator declared',
};

test('places of bodies that take names of their own are those we know, and no query or path has one', () => {
  const unknown = everyRoute.flatMap(({ name, route }) => [
    ...(route.body ? openPlaces(route.body) : [])
      .filter((place) => !((place.split('.').at(-1) ?? '') in looksUp))
      .map((place) => `${name} body${place}`),
    ...[route.params, route.query].flatMap((part) => (part ? openPlaces(part).map((place) => `${name} ${place}`) : [])),
  ]);
  expect(unknown).toEqual([]);
});

test('a body that reaches for the prototype is refused, at every depth', async () => {
  const taken: unknown[] = [];
  for (const each of changing.filter(({ route }) => route.body)) {
    const text = JSON.stringify(withMore(await bodyOf(each), { here: 0 }));
    for (const poison of ['"__proto__":{"isOwner":true}', '"constructor":{"prototype":{"isOwner":true}}']) {
      const payload = text.replaceAll('"here":0', poison);
      const headers = { origin: own, 'content-type': 'application/json' };
      const seen = await send(each.name, {
        method: each.route.method,
        url: addressOf(each.route),
        headers,
        payload,
      });
      if (seen.code !== 'unreadable') taken.push({ poison, name: seen.name, status: seen.status, code: seen.code });
    }
  }
  expect(taken).toEqual([]);
  expect(({} as Record<string, unknown>)['isOwner']).toBeUndefined();
});

test('a body that is too deep or too long is refused in words, and nothing breaks', async () => {
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  const broken: unknown[] = [];
  for (const each of changing.filter(({ route }) => route.body)) {
    const url = addressOf(each.route);
    const headers = { origin: own, 'content-type': 'application/json' };
    const asked = { method: each.route.method, url, headers };
    const tooDeep = await send(each.name, { ...asked, payload: `{"x":"\\"]]","y":${deep}}` });
    const isLong = each.route.bodyLimitBytes !== undefined;
    const tooLong = isLong ? null : await send(each.name, { ...asked, payload: `"${'x'.repeat(1_100_000)}"` });
    if (tooDeep.code !== 'too-deep') broken.push({ name: each.name, code: tooDeep.code, status: tooDeep.status });
    if (tooLong && tooLong.code !== 'too-large') broken.push({ name: each.name, tooLong: tooLong.code });
  }
  expect(broken).toEqual([]);
  expect(mistakes).toEqual([]);
});

test('every answer of the API carries the headers that bind it, a refusal too', async () => {
  const lacking: unknown[] = [];
  for (const { name, route } of everyRoute) {
    const { headers } = await send(name, { method: route.method, url: addressOf(route), headers: { origin: own } });
    const wanted = {
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    };
    for (const [header, value] of Object.entries(wanted))
      if (headers[header] !== value) lacking.push({ name, header, value: headers[header] });
    if (!String(headers['content-security-policy']).includes("frame-ancestors 'self'")) lacking.push({ name });
    const type = String(headers['content-type'] ?? 'none');
    if (!/^application\/(json; charset=utf-8|problem\+json)|^none$|^text\/csv; charset=utf-8$/.test(type))
      lacking.push({ name, header: 'content-type', value: type });
    if ('server' in headers || 'x-powered-by' in headers) lacking.push({ name, header: 'server' });
  }
  expect(lacking).toEqual([]);
});
