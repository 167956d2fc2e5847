import { expect, test, vi } from 'vitest';
import { newId } from '#platform/database';
import { type Answered, httpBrowser, type HttpBrowser } from '../../tests/support/http-browser.ts';
import { codeOf } from '../../tests/support/totp-code.ts';
import { useWorld } from '../../tests/support/world.ts';
import { roleOfDesk } from './index.ts';
import { inviteTeammate } from './invite-teammate.ts';

/** Attacks by guessing many times at once, slowly, or at a door beside the one that is watched. */
const world = useWorld();
// the slow hash is asked many times
vi.setConfig({ testTimeout: 60_000 });
const password = 'three quiet herons';
const limit = 10;

async function somebody(address = `${newId()}@rapport.example`) {
  const workspace = await world().newWorkspace();
  const { token } = await workspace.act(workspace.owner, async (ctx) =>
    inviteTeammate(ctx, {
      name: 'Priya Sharma',
      address,
      roleIds: [(await roleOfDesk(ctx, 'agent')) as never],
      locale: 'en',
      zone: 'UTC',
    }),
  );
  return { address, token };
}

async function joined() {
  const { address, token } = await somebody();
  const browser = await httpBrowser(world());
  expect((await browser.ask('POST', '/api/invitations/acceptance', { token, password })).status).toBe(200);
  return { address, browser };
}

/** Each from another place on the net: what holds them is the account. */
const from = (place: number) => ({ 'x-forwarded-for': `203.0.113.${place}` });
const browsers = (count: number): Promise<HttpBrowser[]> =>
  Promise.all(Array.from({ length: count }, () => httpBrowser(world())));
const codesOf = (answers: readonly Answered[]): Record<string, number> =>
  answers.reduce<Record<string, number>>((sum, { body }) => {
    const code = String(body?.['code'] ?? 'done');
    return { ...sum, [code]: (sum[code] ?? 0) + 1 };
  }, {});
const signIn = (one: HttpBrowser, address: string, guess: string, place: number) =>
  one.ask('POST', '/api/session', { address, password: guess }, from(place));

test('thirty wrong passwords at the same moment are ten tries, as ten one after the other', async () => {
  const { address } = await joined();
  const all = await browsers(30);
  const answers = await Promise.all(all.map((one, place) => signIn(one, address, `guess ${place}`, place)));
  expect(codesOf(answers)).toEqual({
    'identity/wrong-address-or-password': limit,
    'identity/account-resting': 30 - limit,
  });
  // the one right guess among them comes too late as well
  expect((await signIn((await browsers(1))[0] as HttpBrowser, address, password, 90)).status).toBe(429);
});

test('what is counted lasts its quarter of an hour, whatever else is tidied up meanwhile', async () => {
  const { address } = await joined();
  for (const [place, one] of (await browsers(limit)).entries()) await signIn(one, address, `guess ${place}`, place);
  // two minutes on, and the attempts of others begin a new minute: the library sweeps then
  await world().database.pool.query(`update auth."rateLimit" set "lastRequest" = "lastRequest" - 120000`);
  const [other, again] = await browsers(2);
  await signIn(other as HttpBrowser, `${newId()}@rapport.example`, 'a guess', 0);
  expect((await signIn(again as HttpBrowser, address, password, 91)).body).toMatchObject({
    code: 'identity/account-resting',
  });
});

test('right passwords use nothing up, also in many tabs', async () => {
  const { address } = await joined();
  for (const [place, one] of (await browsers(limit + 2)).entries())
    expect((await signIn(one, address, password, place)).status).toBe(200);
});

test('the password of an account is not guessed by the link of an invitation that somebody wrote for it', async () => {
  const { address } = await joined();
  const { token } = await somebody(address);
  const all = await browsers(15);
  const answers = await Promise.all(
    all.map((one, place) =>
      one.ask('POST', '/api/invitations/acceptance', { token, password: `nine guesses ${place}` }, from(place)),
    ),
  );
  expect(codesOf(answers)).toEqual({
    'identity/account-has-another-password': limit,
    'identity/account-resting': 15 - limit,
  });
  // and it is the same count as at the front door
  expect((await signIn(all[0] as HttpBrowser, address, password, 92)).status).toBe(429);
});

test('who took over a session does not find out the password at any of its doors', async () => {
  const { address, browser } = await joined();
  const { uri } = (await browser.ask('POST', '/api/me/two-step', { password })).body as { uri: string };
  await browser.ask('PUT', '/api/me/two-step', { code: codeOf(uri) });
  const passkeyId = newId();
  await world().database.pool.query(
    `insert into auth.passkey ("id", "userId", "name", "publicKey", "counter", "createdAt")
     select $1, "id", 'Mine', '\\x00', 0, now() from auth."user" where email = $2`,
    [passkeyId, address],
  );
  const wrong = (guess: string) => [
    browser.ask('PUT', '/api/me/password', { current: guess, next: 'nine brass thimbles' }),
    browser.ask('POST', '/api/me/two-step', { password: guess }),
    browser.ask('DELETE', '/api/me/two-step', { password: guess }),
    browser.ask('POST', '/api/me/recovery-codes', { password: guess }),
    browser.ask('POST', '/api/me/passkey-challenges', { password: guess }),
    browser.ask('DELETE', `/api/me/passkeys/${passkeyId}`, { password: guess }),
  ];
  const answers = await Promise.all(['first guess', 'second guess', 'third guess'].flatMap(wrong));
  expect(codesOf(answers)).toEqual({ 'identity/wrong-password': limit, 'identity/password-resting': 8 });
  expect((await browser.ask('POST', '/api/me/two-step', { password })).body).toMatchObject({
    code: 'identity/password-resting',
  });
  // what asks for no password goes on
  expect((await browser.ask('GET', '/api/me/access')).status).toBe(200);
});

test('codes and recovery codes: many challenges at once are ten tries of the account together', async () => {
  const { address, browser } = await joined();
  const { uri } = (await browser.ask('POST', '/api/me/two-step', { password })).body as { uri: string };
  await browser.ask('PUT', '/api/me/two-step', { code: codeOf(uri) });
  const all = await browsers(24);
  for (const [place, one] of all.entries())
    expect((await signIn(one, address, password, place)).body).toMatchObject({ secondStep: true });
  const answers = await Promise.all(
    all.map((one, place) =>
      one.ask(
        'POST',
        '/api/session/second-step',
        place % 2 === 0 ? { code: '000000' } : { recoveryCode: 'aaaaa-bbbbb' },
        from(place),
      ),
    ),
  );
  const tried = answers.filter(({ status }) => status === 403).length;
  expect([tried, codesOf(answers)['identity/second-step-locked']]).toEqual([limit, 24 - limit]);
});

test('forty who ask at once for a mail to one address cause ten', async () => {
  const { address } = await joined();
  const all = await browsers(40);
  const answers = await Promise.all(
    all.map((one, place) => one.ask('POST', '/api/password-resets', { address }, from(place))),
  );
  // whoever asks is told the same
  expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, body }))).size).toBe(1);
  const { rows } = await world().database.pool.query(
    `select 1 from auth.verification where identifier = 'reset-wanted' and value = $1`,
    [address],
  );
  expect(rows).toHaveLength(limit);
});
