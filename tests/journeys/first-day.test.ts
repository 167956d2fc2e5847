import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeClean, browserMissing, openScreen, useBrowser } from '../support/browser.ts';
import { sendTo } from '../support/mail-world.ts';
import { type OAuthHouse, startOAuth } from '../support/oauth-provider.ts';
import { freePort } from '../support/ports.ts';
import { until } from '../support/until.ts';
import { entryOf, replyField, rowOf } from './inbox.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
let port = 0;
const program = useProgram({
  settings: async () => {
    port = await freePort();
    return { FETCH_PRIVATE_HOSTS: `127.0.0.1:${port}` };
  },
});
let provider: OAuthHouse | undefined;
afterAll(() => provider?.stop());

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Types into the field that has the focus and goes on with Enter. */
async function fill(page: Page, fields: readonly (readonly [string, string])[]): Promise<void> {
  for (const [label, text] of fields) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(text);
  }
}

/** An empty install is set up by keys alone: who, for whom, the first address by hand, a colleague, and a first message. */
async function setUp(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await axeClean(page, 'the first step of the set-up');
  await fill(page, [
    ['Your name', 'Daniel Osei'],
    ['E-mail', 'daniel@desk.test'],
    ['Password', 'three quiet herons'],
  ]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Which organisation is it for?' }).waitFor();
  await fill(page, [['Name of the organisation', 'Fernhill']]);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Where do your customers write to you?' }).waitFor();
  await fill(page, [
    ['Address', 'support@desk.test'],
    ['Outgoing mail server', `127.0.0.1:${program().mailHost.port}`],
  ]);
  await page.keyboard.press('Enter');
  await inviteAndTry(page);
}

/** The last two steps: a line that is no address is said, a colleague hears by mail, and what a customer writes arrives. */
async function inviteAndTry(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Who works with you?' }).waitFor();
  await page.getByLabel(/^Their addresses/).fill('Ben Ito <ben@desk.test>\nnobody');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText('Not an address: nobody').waitFor();
  const invited = page.getByRole('region', { name: 'Invited' });
  await invited.getByText('ben@desk.test').waitFor();
  await invited.getByText('The mail has left.').waitFor();
  await axeClean(page, 'a colleague invited in the set-up');
  await page.getByRole('button', { name: 'Skip this step' }).click();
  await page.getByText('Waiting for your first conversation.', { exact: false }).waitFor();
  await sendTo(program().doorPort, {
    from: 'Alice Weber <alice@cust.test>',
    to: 'support@desk.test',
    messageId: `<${crypto.randomUUID()}@cust.test>`,
    subject: 'First question',
    text: 'Where is my order?',
  });
  await page.getByText('It is here.').waitFor();
  await page.getByText('First question').waitFor();
  await axeClean(page, 'the first message has arrived');
  await page.getByRole('button', { name: 'Open the console' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/settings/);
}

/** Whoever was invited comes in by the link of the mail. */
async function comeInByMail(): Promise<void> {
  const [mail = ''] = program().mailHost.mailsTo('ben@desk.test');
  const link = /http:\S+\/join#\S+/.exec(mail.replaceAll(/=\r\n/g, '').replaceAll('=3D', '='))?.[0] ?? '';
  const { page } = await openScreen(browser(), program().url);
  await page.goto(link);
  await page.getByRole('heading', { name: 'Come in to Fernhill' }).waitFor();
  await page.keyboard.type('seven brass thimbles');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/inbox/);
  await page.context().close();
}

/** The link to the account at the provider is released: what it means is read first, and who came by it is signed out. */
async function release(page: Page): Promise<void> {
  await page.goto('/settings/people');
  await page.getByRole('button', { name: 'Single sign-on of Tomás Oliveira' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Fernhill accounts links whoever proves the address tomas@desk.test there/).waitFor();
  await axeClean(page, 'the single sign-on of a colleague');
  await dialog.getByRole('button', { name: 'Release Fernhill accounts' }).click();
  await dialog.getByText('Tomás Oliveira is linked with no single sign-on.').waitFor();
}

/** Connects the provider: the address to send people back to is read from the page, as one types it there. */
async function connect(page: Page): Promise<void> {
  await page.goto('/settings/sso');
  await page.getByText('Everybody signs in here so far').waitFor();
  await page.getByRole('button', { name: 'Connect a provider' }).focus();
  await page.keyboard.press('Enter');
  const redirectUri = (await page.locator('code').first().textContent()) ?? '';
  const people = (user: string) => ({
    email: `${user}@desk.test`,
    email_verified: true,
    name: 'Tomás Oliveira',
    groups: ['support'],
  });
  provider = await startOAuth(redirectUri, 300, people, port);
  await fill(page, [
    ['What its button says', 'Fernhill accounts'],
    ['Domains of your mail addresses', 'desk.test'],
    ['Address of the provider (issuer)', provider.url],
    ['Client id', provider.client.id],
    ['Client secret', 'a wrong one'],
  ]);
  await page.getByRole('button', { name: 'Try the connection' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Client: not in order.').waitFor();
  await axeClean(page, 'a connection that was tried');
  await page.getByLabel('Client secret', { exact: true }).fill(provider.client.secret);
  await page.getByRole('button', { name: 'Try the connection' }).click();
  await page.getByText('Client: in order.').waitFor();
  await page.getByRole('button', { name: 'Add a group' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Group (* is everybody)').fill('support');
  await page.getByRole('combobox', { name: /^Role/ }).selectOption({ label: 'Omnichannel support representative' });
  await page.getByRole('combobox', { name: /^Team/ }).selectOption({ index: 1 });
  await page.getByRole('checkbox', { name: /^Let in newcomers/ }).check();
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('0 people came by it').waitFor();
  await axeClean(page, 'the single sign-ons');
}

/** Says how customers know the organisation, then serves others under a second name; until then no screen calls it a brand. */
async function serveUnderASecondName(page: Page): Promise<void> {
  await page.goto('/settings/organisation');
  await page.getByRole('heading', { name: 'Your organisation' }).waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/brand/i);
  await page.getByLabel('Name', { exact: true }).fill('Fernhill Tea');
  await page.getByLabel('Time zone', { exact: true }).fill('Mars/Olympus');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('must be a time zone such as Europe/Lisbon').waitFor();
  await page.getByLabel('Time zone', { exact: true }).fill('Europe/Lisbon');
  await page.keyboard.press('Enter');
  await page.getByText('Saved.').waitFor();
  await axeClean(page, 'your organisation');
  await page.getByRole('button', { name: 'Serve customers under a second name' }).click();
  const form = page.getByRole('region', { name: 'Serve customers under a second name' });
  await form.getByLabel('Name', { exact: true }).fill('Norrsken');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Your brands' }).waitFor();
  const second = page.getByRole('region', { name: 'Norrsken' });
  await second.getByText('Added. Now say who serves it, and open its channels.').waitFor();
  await second.getByRole('checkbox', { name: 'Daniel Osei' }).click();
  await second.getByText('Nobody else serves this brand').waitFor();
  await second.getByRole('checkbox', { name: 'Tomás Oliveira' }).click();
  await until('the tick is kept', () => second.getByRole('checkbox', { name: 'Tomás Oliveira' }).isChecked());
  const hours = second.getByRole('region', { name: 'Hours' });
  await hours.getByLabel('Served in').selectOption('Hours of its own');
  const chosen = hours.getByLabel('Served in').locator('option:checked');
  await until('it has hours of its own', async () => (await chosen.innerText()) === 'Hours of Norrsken');
  await hours.getByLabel('Saturday').fill('half past nine');
  await hours.getByText('Write spans such as 09:00-18:00').waitFor();
  await hours.getByLabel('Saturday').fill('10-14');
  await page.keyboard.press('Enter');
  await hours.getByText('Saved.').waitFor();
  await until('the hours are kept', async () => (await hours.getByLabel('Saturday').inputValue()) === '10:00–14:00');
  await axeClean(page, 'two brands, who serves them and when');
}

/** In the page of whoever is signed in. */
async function namesOfBrands(): Promise<string[]> {
  const { rows } = (await (await fetch('/api/brands')).json()) as { rows: { name: string }[] };
  return rows.map(({ name }) => name);
}

test('from an empty install to a team with single sign-on that answers its first customer', async () => {
  const { page } = await openScreen(browser(), program().url);
  await setUp(page);
  await comeInByMail();
  await connect(page);

  // a colleague nobody invited types an address, and is led to where the organisation keeps its accounts
  const theirs = await openScreen(browser(), program().url);
  // the provider's own pages ask for a font from the internet
  theirs.allow(/\/interaction\//);
  await theirs.page.goto('/sign-in');
  await theirs.page.getByLabel('E-mail', { exact: true }).fill('tomas@desk.test');
  await theirs.page.keyboard.press('Tab');
  await theirs.page.getByRole('link', { name: 'Fernhill accounts' }).waitFor();
  await theirs.page.getByRole('link', { name: 'Fernhill accounts' }).focus();
  await theirs.page.keyboard.press('Enter');
  await theirs.page.locator('input[name="login"]').fill('tomas');
  await theirs.page.locator('input[name="password"]').fill('any');
  await theirs.page.keyboard.press('Enter');
  await theirs.page.getByRole('button', { name: 'Continue' }).click();
  await theirs.page.waitForURL(/\/inbox/);

  await theirs.page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('link', { name: /^Unassigned/ })
    .first()
    .click();
  await rowOf(theirs.page, 'First question').click();
  await entryOf(theirs.page, 'Where is my order?').waitFor();
  await replyField(theirs.page).click();
  await theirs.page.keyboard.type('It leaves today.');
  await theirs.page.getByRole('button', { name: /^Send/ }).first().click();
  await until('it arrives', () => program().mailHost.mailsTo('alice@cust.test').length > 0, 30_000);

  await page.reload();
  await page.getByText('1 person came by it').waitFor();
  await serveUnderASecondName(page);
  expect(await theirs.page.evaluate(namesOfBrands)).toEqual(['Fernhill Tea', 'Norrsken']);
  await release(page);
  await theirs.page.goto('/inbox');
  await theirs.page.waitForURL(/sign-in/);
  // who is refused at the provider reads why, and finds the way back
  await theirs.context.clearCookies();
  await theirs.page.goto('/sso/00000000-0000-4000-8000-000000000000?error=access_denied');
  await theirs.page.getByText('Nobody in this browser asked for this sign-in, or it took too long').waitFor();
  await axeClean(theirs.page, 'a single sign-on that failed');
  await theirs.page.getByRole('link', { name: 'Go to the sign-in' }).click();
  await theirs.page.getByRole('heading', { name: 'Sign in' }).waitFor();
}, 120_000);
