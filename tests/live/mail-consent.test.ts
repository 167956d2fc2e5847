import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeLine, closeLine, lineById, sealLineSecrets } from '#domains/brands';
import { signInOf } from '#domains/channel-email';
import { MailLineSettings } from '#domains/channel-email/contract';
import type { Process } from '#platform/domain';
import { type MailRig, mailRigMissing, startMailRig, until } from '../support/mail-rig.ts';
import { ledgerOf, mailLine } from '../support/mail-world.ts';
import { type OAuthHouse, startOAuth } from '../support/oauth-provider.ts';
import type { Workspace } from '../support/workspace.ts';
import { useWorld } from '../support/world.ts';

const missing = mailRigMissing();
const world = useWorld();
const redirectUri = 'http://127.0.0.1:3000/mail-consent';
/** Shorter than the time before its end at which a token is renewed: every sign-in asks for a new one. */
const accessSeconds = 60;
let provider: OAuthHouse;
let rig: MailRig;
let workspace: Workspace;
let lineId: string;

beforeEach((context) => {
  if (missing) context.skip(missing);
});
beforeAll(async () => {
  if (missing) return;
  provider = await startOAuth(redirectUri, accessSeconds);
  // the operator of this server names the one host inside that may be asked
  Object.assign(world().config, { privateHosts: [new URL(provider.url).host] });
  rig = await startMailRig({ introspection: provider.introspection });
  workspace = await world().newWorkspace();
  lineId = await mailLine(world(), workspace, {
    address: 'support@desk.test',
    settings: {
      imap: { host: '127.0.0.1', port: rig.imapPort, secure: false, user: 'support@desk.test', signIn: 'oauth' },
      oauth: {
        provider: 'other',
        clientId: provider.client.id,
        authorizeUrl: `${provider.url}/auth`,
        tokenUrl: `${provider.url}/token`,
      },
    },
  });
  const sealed = sealLineSecrets(world().tools, of(), { oauthClientSecret: provider.client.secret });
  await workspace.act(null, (ctx) => changeLine(ctx, lineId, { secrets: sealed }));
});
afterAll(async () => {
  await rig?.stop();
  await provider?.stop();
});

function of() {
  return { workspaceId: workspace.id, lineId };
}

/** Asks a route that works outside a transaction, as the owner. */
async function ask(name: string, given: object, actor = workspace.owner): Promise<Record<string, unknown>> {
  const [method, path] = name.split(' ');
  const handler = world().house.handlers.find(({ route }) => route.method === method && route.path === path);
  return (await handler?.outside?.(world().tools, given as never, { workspaceId: workspace.id, actor })) as never;
}

const begin = async () => String((await ask('POST /api/lines/:id/mail-consent', { params: { id: lineId } }))['url']);
const state = () => ask('GET /api/lines/:id/mail-consent', { params: { id: lineId } });

async function settings(): Promise<MailLineSettings> {
  return workspace.read(null, async (ctx) => MailLineSettings.parse((await lineById(ctx, lineId)).settings));
}

describe('a mailbox whose host wants OAuth2', () => {
  test('is read after one consent, with a token that renews itself', async () => {
    expect(await state()).toMatchObject({ state: 'none', redirectUri });
    const tried = await ask('POST /api/lines/:id/connection-test', { params: { id: lineId }, body: {} });
    expect(tried['imap']).toMatchObject({ state: 'bad', says: expect.stringContaining('Sign in again') });

    const asked = await begin();
    expect(asked).toMatch(/code_challenge_method=S256/);
    const back = await provider.consent(asked, 'support@desk.test');
    const answer = { state: back.searchParams.get('state'), code: back.searchParams.get('code') };
    const stranger = { ...workspace.owner, id: crypto.randomUUID() };
    await expect(ask('POST /api/mail-consents', { body: answer }, stranger)).rejects.toMatchObject({
      code: 'mail/consent-not-asked',
    });
    expect(await ask('POST /api/mail-consents', { body: answer })).toMatchObject({ lineId, signIn: { state: 'good' } });
    await expect(ask('POST /api/mail-consents', { body: answer })).rejects.toMatchObject({ status: 409 });

    await rig.send({ from: 'alice@cust.test', to: 'support@desk.test', subject: 'By consent', text: 'Hello' });
    await rig.mails('support@desk.test', 1);
    const mailboxes = world().house.processes.find(({ name }) => name === 'channel-email.mailboxes') as Process;
    const listening = await mailboxes.start({ ...world().tools, signal: new AbortController().signal });
    await until(async () => (await ledgerOf(world(), workspace)).length === 1, 'the mail in the ledger');
    await listening.stop();
    expect(await ledgerOf(world(), workspace)).toMatchObject([{ fate: 'opened', subject: 'By consent' }]);
    expect(provider.grants('refresh_token')).toBeGreaterThan(0);
  });

  test('two processes that need a token at once renew it once, and nothing of it lies open', async () => {
    await world()
      .database.db.updateTable('mail_sign_ins')
      .set({ access_until: null, sealed_access: null })
      .where('workspace_id', '=', workspace.id)
      .execute();
    const before = provider.grants('refresh_token');
    const all = await settings();
    const two = await Promise.all([1, 2, 3].map(() => signInOf(world().tools, of(), all, 'imap')));
    // a token of a minute is never good for long: each waits its turn, none uses another's spent refresh token
    expect(two.every((one) => one !== null && 'accessToken' in one)).toBe(true);
    expect(provider.grants('refresh_token')).toBeGreaterThan(before);
    const row = await world().database.pool.query('select * from mail_sign_ins');
    const token = two[0] && 'accessToken' in two[0] ? two[0].accessToken : '';
    expect(JSON.stringify(row.rows)).not.toContain(token);
    expect(Buffer.from(row.rows[0].sealed_access).includes(token)).toBe(false);
  });

  test('a refusal of the provider is told in words, and a closed line forgets its tokens', async () => {
    const refused = await ask('POST /api/mail-consents', {
      body: { state: new URL(await begin()).searchParams.get('state'), error: 'access_denied' },
    }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'mail/consent-refused', detail: 'It says: access_denied.' });
    provider.revokeAll();
    await expect(signInOf(world().tools, of(), await settings(), 'imap')).rejects.toMatchObject({ isFinal: true });
    expect(await state()).toMatchObject({ state: 'refused', says: expect.stringContaining('Sign in again') });
    await workspace.act(workspace.owner, (ctx) => closeLine(ctx, lineId));
    const { rows } = await world().database.pool.query('select 1 from mail_sign_ins');
    expect(rows).toEqual([]);
  });
});
