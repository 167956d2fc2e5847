import { beforeEach, expect, test } from 'vitest';
import type { BrowserContext, Page } from 'playwright-core';
import { axeClean, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** The link of the last mail that came to somebody. */
async function linkFor(address: string, count = 1): Promise<string> {
  await until('the mail is there', async () => program().mailHost.mailsTo(address).length >= count);
  const mail = (program().mailHost.mailsTo(address).at(-1) ?? '').replaceAll(/=\r\n/g, '').replaceAll('=3D', '=');
  return /http:\S+\/(?:join|reset)#\S+/.exec(mail)?.[0] ?? '';
}

/** A device that answers by finger, as the browser pretends it; answers how it is taken away again. */
async function addDevice(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return async () => {
    await device.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  };
}

async function invite(page: Page, name: string, address: string): Promise<void> {
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail', { exact: true }).fill(address);
  await page.getByRole('checkbox', { name: 'Customer service specialist', exact: true }).check();
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByText(`The mail has left for ${address}.`).waitFor();
}

test('a colleague is invited by mail and comes in with a password; forgets it, and chooses another by mail', async () => {
  const { page } = await shop().open('/settings/people');
  await invite(page, 'Bo Berg', 'bo@desk.test');
  await axeClean(page, 'an invitation that was sent');
  await page.getByRole('button', { name: 'Done' }).click();
  const invited = page.getByRole('region', { name: 'Invited, not here yet' });
  await invited.getByText('Bo Berg').waitFor();

  // by keys alone, on a phone, in a browser of their own
  const theirs = await openScreen(browser(), program().url, { viewport: phone });
  await theirs.page.goto(await linkFor('bo@desk.test'));
  await theirs.page.getByRole('heading', { name: 'Come in to Fernhill' }).waitFor();
  await axeClean(theirs.page, 'coming in, on a phone');
  await theirs.page.keyboard.type('seven brass thimbles');
  await theirs.page.keyboard.press('Enter');
  await theirs.page.waitForURL(/\/inbox/);

  await page.reload();
  const here = page.getByRole('region', { name: 'Here' });
  await here.getByText('Bo Berg').waitFor();
  await here.getByRole('button', { name: 'Sessions of Bo Berg' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/Chrome/).waitFor();
  await axeClean(page, 'the sessions of a colleague');
  await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByText('Bo Berg is signed out everywhere.').waitFor();
  await theirs.page.goto('/inbox');
  await theirs.page.waitForURL(/sign-in/);

  await theirs.page.getByRole('link', { name: 'Forgot your password?' }).click();
  await theirs.page.getByLabel('E-mail').fill('bo@desk.test');
  await theirs.page.keyboard.press('Enter');
  await theirs.page.getByText(/a mail is on its way/).waitFor();
  await axeClean(theirs.page, 'a password asked for');
  const link = await linkFor('bo@desk.test', 2);
  await theirs.page.goto('about:blank');
  await theirs.page.goto(link);
  await theirs.page.getByLabel('New password').fill('eight tin whistles');
  await theirs.page.keyboard.press('Enter');
  await theirs.page.getByRole('heading', { name: 'Your password is new' }).waitFor();
  await theirs.page.getByRole('link', { name: 'Go to the sign-in' }).click();
  await theirs.page.getByLabel('E-mail').fill('bo@desk.test');
  await theirs.page.getByLabel('Password', { exact: true }).fill('eight tin whistles');
  await theirs.page.keyboard.press('Enter');
  await theirs.page.waitForURL(/\/inbox/);
  await theirs.page.goto('about:blank');
  await theirs.page.goto(link);
  await theirs.page.getByLabel('New password').fill('nine tin whistles');
  await theirs.page.keyboard.press('Enter');
  await theirs.page.getByText(/This link is used up/).waitFor();
});

test('a colleague comes in with a passkey, adds another by it and never has a password', async () => {
  const { page } = await shop().open('/settings/people');
  await invite(page, 'Cleo Cruz', 'cleo@desk.test');
  const link = (await linkFor('cleo@desk.test')).replace('127.0.0.1', 'localhost');
  const theirs = await openScreen(browser(), program().url.replace('127.0.0.1', 'localhost'));
  const takeAway = await addDevice(theirs.context, theirs.page);
  await theirs.page.goto(link);
  await theirs.page.getByRole('button', { name: 'Come in with a passkey' }).click();
  await theirs.page.waitForURL(/\/inbox/);
  await theirs.page.goto('/settings/access');
  await theirs.page.getByText('This account has no password.').waitFor();
  await theirs.page.getByRole('button', { name: 'Remove First passkey' }).click();
  await theirs.page.getByText('This passkey is your only way in').waitFor();
  await theirs.page.getByRole('button', { name: 'Add a passkey' }).click();
  await theirs.page.getByRole('button', { name: 'Show a passkey you have' }).click();
  await theirs.page.getByRole('button', { name: 'Make the new passkey' }).waitFor();
  await axeClean(theirs.page, 'a further passkey without a password');
  // the new one is made by another device than the one that was shown
  await takeAway();
  await addDevice(theirs.context, theirs.page);
  await theirs.page.getByRole('button', { name: 'Make the new passkey' }).click();
  await theirs.page.getByText('Passkey 2', { exact: true }).waitFor();
  await theirs.page.getByRole('button', { name: 'Remove First passkey' }).click();
  await theirs.page.getByRole('button', { name: 'Show a passkey you have' }).click();
  await theirs.page.getByText('First passkey').waitFor({ state: 'detached' });
  await theirs.context.clearCookies();
  await theirs.page.goto('/sign-in');
  await theirs.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await theirs.page.waitForURL(/\/inbox/);
});

test('an ended link opens nothing', async () => {
  const { page } = await shop().open('/settings/people');
  await invite(page, 'Dan Dietz', 'dan@desk.test');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'End the link of Dan Dietz' }).click();
  await page.getByText('the link does not open any more').waitFor();
  const strangers = await openScreen(browser(), program().url);
  await strangers.page.goto(await linkFor('dan@desk.test'));
  await strangers.page.getByText(/This invitation is used up, or too old/).waitFor();
  await axeClean(strangers.page, 'an invitation that opens nothing');
  await page.getByRole('button', { name: 'Invite Dan Dietz again' }).click();
  await page.getByText('The mail has left for dan@desk.test.').waitFor();
  expect(await linkFor('dan@desk.test', 2)).toMatch(/join#/);
  await page.setViewportSize(phone);
  await page.evaluate(() => localStorage.setItem('rapport.look', JSON.stringify({ theme: 'dark', direction: 'rtl' })));
  await page.reload();
  await page.getByRole('region', { name: 'Here' }).getByText('Cleo Cruz').waitFor();
  await axeClean(page, 'people, on a phone, dark and from right to left');
});
