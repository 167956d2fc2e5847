import { expect, test, vi } from 'vitest';
import { authOf } from './auth.ts';
import { forgetSessions } from './authenticate.ts';
import { inviteTeammate } from './invite-teammate.ts';
import { roleOfDesk } from './index.ts';
import { newId } from '#platform/database';
import { createTools } from '#platform/work';
import { httpBrowser, type HttpBrowser } from '../../tests/support/http-browser.ts';
import { codeOf } from '../../tests/support/totp-code.ts';
import { useWorld, type World } from '../../tests/support/world.ts';

/** Attacks on the way in: guessing, a session that somebody else knows, a code that was seen, a cookie that is read. */
const world = useWorld();
// the slow hash is asked some twenty times
vi.setConfig({ testTimeout: 60_000 });
const password = 'three quiet herons';

/** The same world behind https: what cookies and headers promise is told by the public address. */
function behindHttps(): World {
  const config = { ...world().config, publicUrl: 'https://service.example.com' };
  return { ...world(), config, tools: createTools({ ...world().machinery, config }) };
}
const httpsOrigin = 'https://service.example.com';

async function somebody(at: World = world(), origin?: string) {
  const workspace = await at.newWorkspace();
  const address = `${newId()}@rapport.example`;
  const { token } = await workspace.act(workspace.owner, async (ctx) =>
    inviteTeammate(ctx, {
      name: 'Priya Sharma',
      address,
      roleIds: [(await roleOfDesk(ctx, 'agent')) as never],
      locale: 'en',
      zone: 'UTC',
    }),
  );
  const browser = await httpBrowser(at, origin);
  await browser.ask('POST', '/api/invitations/acceptance', { token, password });
  return { address, browser };
}

const session = (browser: HttpBrowser) =>
  [...browser.cookies].find(([name]) => name.endsWith('rapport.session_token'))?.[1] ?? '';
const opens = async (browser: HttpBrowser) => (await browser.ask('GET', '/api/teammates')).status === 200;

/** A browser with nothing but a copy of another's session. */
async function thiefOf(browser: HttpBrowser): Promise<HttpBrowser> {
  const thief = await httpBrowser(world());
  thief.cookies.set('rapport.session_token', session(browser));
  return thief;
}

test('a wrong password tells nothing of the account: not by words, status or headers, and the same slow work is done', async () => {
  const { address } = await somebody();
  const withPasskeyAlone = await somebody();
  await world().database.pool.query(
    `delete from auth.account where "userId" = (select id from auth."user" where email = $1)`,
    [withPasskeyAlone.address],
  );
  const { password: slow } = await (await authOf(world().tools)).$context;
  const hash = vi.spyOn(slow, 'hash');
  const verify = vi.spyOn(slow, 'verify');
  const answers: unknown[] = [];
  for (const whose of [address, withPasskeyAlone.address, `${newId()}@rapport.example`]) {
    const guesser = await httpBrowser(world());
    const before = hash.mock.calls.length + verify.mock.calls.length;
    const { status, body, headers } = await guesser.ask('POST', '/api/session', {
      address: whose,
      password: 'a guess',
    });
    const slowWork = hash.mock.calls.length + verify.mock.calls.length - before;
    answers.push({ status, body, slowWork, headers: Object.keys(headers).sort(), cookies: guesser.cookies.size });
  }
  vi.restoreAllMocks();
  expect(answers[0]).toMatchObject({ status: 401, slowWork: 1, cookies: 0 });
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test('an account that rests answers as one that is not there, right password or wrong', async () => {
  const { address } = await somebody();
  const nobody = `${newId()}@rapport.example`;
  const last: unknown[] = [];
  for (const [whose, what] of [
    [address, password],
    [nobody, password],
  ] as const) {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const guesser = await httpBrowser(world());
      // from another place each time: it is the account that rests
      const from = { 'x-forwarded-for': `203.0.113.${last.length * 20 + attempt}` };
      await guesser.ask('POST', '/api/session', { address: whose, password: `guess ${attempt}` }, from);
    }
    const { status, body } = await (await httpBrowser(world())).ask('POST', '/api/session', {
      address: whose,
      password: what,
    });
    last.push({ status, body });
  }
  expect(last[0]).toMatchObject({ status: 429, body: { code: 'identity/account-resting' } });
  expect(last[1]).toEqual(last[0]);
});

test('a session that somebody put into a browser before sign-in is not taken over, and ends there', async () => {
  const mallory = await somebody();
  const { address } = await somebody();
  const victim = await thiefOf(mallory.browser);
  expect((await victim.ask('POST', '/api/session', { address, password })).body).toEqual({ signedIn: true });
  expect(session(victim)).not.toBe(session(mallory.browser));
  forgetSessions();
  expect((await victim.ask('GET', '/api/me/access')).body).toMatchObject({ address });
  // what lay in the browser before opens nothing any more, wherever a copy of it is
  expect(await opens(mallory.browser)).toBe(false);
});

test('sign-in, a second step and a new password each make a session of their own; a copy of the one before is worth nothing', async () => {
  const { address, browser } = await somebody();
  const afterSignIn = await thiefOf(browser);
  await browser.ask('POST', '/api/session', { address, password });
  expect([await opens(browser), await opens(afterSignIn)]).toEqual([true, false]);

  const { uri } = (await browser.ask('POST', '/api/me/two-step', { password })).body as { uri: string };
  const beforeTwoStep = await thiefOf(browser);
  await browser.ask('PUT', '/api/me/two-step', { code: codeOf(uri) });
  expect([await opens(browser), await opens(beforeTwoStep)]).toEqual([true, false]);

  const before = await thiefOf(browser);
  expect((await browser.ask('POST', '/api/session', { address, password })).body).toMatchObject({ secondStep: true });
  // also a browser that still sends its old session is asked by its challenge, and gets a new one
  browser.cookies.set('rapport.session_token', session(before));
  await browser.ask('POST', '/api/session/second-step', { code: codeOf(uri, 1) });
  expect([await opens(browser), await opens(before)]).toEqual([true, false]);

  const old = await thiefOf(browser);
  await browser.ask('PUT', '/api/me/password', { current: password, next: 'nine brass thimbles' });
  expect([await opens(browser), await opens(old)]).toEqual([true, false]);
});

test('a session ends after fourteen days without coming back, and after ninety in any case', async () => {
  const { address, browser } = await somebody();
  const kept = await world().database.pool.query<{ days: number }>(
    `select extract(epoch from "expiresAt" - now()) / 86400 as days from auth.session
     where "userId" = (select id from auth."user" where email = $1)`,
    [address],
  );
  expect(kept.rows.map(({ days }) => Math.round(days))).toEqual([14]);
  const begun = (days: number) =>
    world().database.pool.query(
      `update auth.session set "createdAt" = now() - make_interval(days => $2)
       where "userId" = (select id from auth."user" where email = $1)`,
      [address, days],
    );
  await begun(89);
  forgetSessions();
  expect(await opens(browser)).toBe(true);
  await begun(91);
  forgetSessions();
  expect(await opens(browser)).toBe(false);
  await begun(0);
  await world().database.pool.query(
    `update auth.session set "expiresAt" = now() - interval '1 second'
     where "userId" = (select id from auth."user" where email = $1)`,
    [address],
  );
  forgetSessions();
  expect(await opens(browser)).toBe(false);
});

test('a code of the app opens once, also for two at the same time', async () => {
  const { address, browser } = await somebody();
  const { uri } = (await browser.ask('POST', '/api/me/two-step', { password })).body as { uri: string };
  const seen = codeOf(uri);
  await browser.ask('PUT', '/api/me/two-step', { code: seen });
  const atTheStep = async () => {
    const one = await httpBrowser(world());
    await one.ask('POST', '/api/session', { address, password });
    return one;
  };
  // the code that switched the step on was seen too
  const first = await atTheStep();
  expect((await first.ask('POST', '/api/session/second-step', { code: seen })).body).toMatchObject({
    code: 'identity/code-used',
  });
  const two = [await atTheStep(), await atTheStep()];
  const code = codeOf(uri, 1);
  const both = await Promise.all(two.map((one) => one.ask('POST', '/api/session/second-step', { code })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 403]);
  for (const [index, one] of two.entries()) expect(await opens(one)).toBe(both[index]?.status === 200);
  const { rows } = await world().database.pool.query(
    `select 1 from auth.session where "userId" = (select id from auth."user" where email = $1)`,
    [address],
  );
  expect(rows).toHaveLength(2);
});

test('cookies: no script reads one, no other site sends one, and behind https they are of this host alone', async () => {
  const secure = behindHttps();
  const { address } = await somebody(secure, httpsOrigin);
  const browser = await httpBrowser(secure, httpsOrigin);
  const asked = [
    await browser.ask('POST', '/api/session', { address, password }),
    await browser.ask('POST', '/api/session/passkey-challenge'),
    await browser.ask('POST', '/api/me/passkey-challenges', { password }),
  ];
  const { me } = (await browser.ask('GET', '/api/session')).body as { me: { workspace: { id: string } } };
  asked.push(await browser.ask('PUT', '/api/session/workspace', { workspaceId: me.workspace.id }));
  const { uri } = (await browser.ask('POST', '/api/me/two-step', { password })).body as { uri: string };
  asked.push(await browser.ask('PUT', '/api/me/two-step', { code: codeOf(uri) }));
  asked.push(await browser.ask('POST', '/api/session', { address, password }));
  asked.push(await browser.ask('DELETE', '/api/session'));
  const set = asked.flatMap(({ headers }) => [headers['set-cookie'] ?? []].flat() as string[]);
  const names = [...new Set(set.map((one) => one.split('=')[0] ?? ''))].sort();
  expect(names).toEqual(
    expect.arrayContaining(
      ['device', 'passkey', 'session_token', 'two_factor', 'workspace'].map((name) => `__Host-rapport.${name}`),
    ),
  );
  for (const one of set) {
    expect(one).toMatch(/^__Host-rapport\./);
    expect(one).toMatch(/; HttpOnly/i);
    expect(one).toMatch(/; Secure/i);
    expect(one).toMatch(/; Path=\/(;|$)/i);
    expect(one).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(one).not.toMatch(/; Domain=/i);
  }
  // the session is nowhere but in its cookie
  const tokens = set.flatMap((one) => /session_token=([^.;%]{20,})/.exec(one)?.[1] ?? []);
  expect(tokens.length).toBeGreaterThan(1);
  const said = JSON.stringify(asked.map(({ body }) => body));
  expect(tokens.filter((token) => said.includes(token))).toEqual([]);
});
