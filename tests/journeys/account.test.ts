import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { codeOf } from '../support/totp-code.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const password = 'a long enough password';
/** A passkey belongs to a name, never to a number. */
const named = (): string => program().url.replace('127.0.0.1', 'localhost');

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** A screen at the sign-in page, and a colleague's address to come in by. */
async function atTheDoor(name: string, url = program().url) {
  const { rows: roles } = await shop().ask<{ rows: { id: string; deskId: string }[] }>('GET', '/api/roles');
  const roleIds = roles.filter(({ deskId }) => deskId === 'administrator').map(({ id }) => id);
  const address = `${name.toLowerCase()}@desk.test`;
  const { invitationUrl } = await shop().ask<{ invitationUrl: string }>('POST', '/api/teammates', {
    name,
    address,
    roleIds,
  });
  const screen = await openScreen(browser(), url);
  await screen.page.goto(`/join#${invitationUrl.split('#')[1] ?? ''}`);
  await screen.page.getByLabel('Password').fill(password);
  await screen.page.getByRole('button', { name: 'Come in', exact: true }).click();
  await screen.page.waitForURL(/\/(inbox|settings|live)/);
  await screen.page.goto('/settings/access');
  await screen.page.getByRole('heading', { name: 'Signing in', level: 1 }).waitFor();
  return { ...screen, address };
}

async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
}

async function signIn(page: Page, address: string, word = password): Promise<void> {
  await page.getByLabel('E-mail').fill(address);
  await page.getByLabel('Password', { exact: true }).fill(word);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('a passkey is made, signs in without a password, is renamed, and opens nothing once removed', async () => {
  const { page, context } = await atTheDoor('Pia', named());
  const device = await context.newCDPSession(page);
  await device.send('WebAuthn.enable');
  await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const part = page.getByRole('region', { name: 'Passkeys' });
  await part.getByRole('button', { name: 'Add a passkey' }).click();
  await part.getByLabel('Your password').fill('not my password at all');
  await part.getByRole('button', { name: 'Add a passkey' }).click();
  await part.getByText('This is not your password').waitFor();
  await part.getByLabel('Your password').fill(password);
  await part.getByRole('button', { name: 'Add a passkey' }).click();
  await part.getByText('Passkey 1').waitFor();

  await part.getByRole('button', { name: 'Rename Passkey 1' }).click();
  await part.getByLabel('Name of the passkey').fill('Work laptop');
  await page.keyboard.press('Enter');
  await part.getByText('Work laptop').waitFor();
  await part.getByText('never used').waitFor();

  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.waitForURL(/\/(inbox|settings|live)/);
  await page.goto('/settings/access');
  await part.getByText('Work laptop').waitFor();
  await part.getByText(/last used/).waitFor();
  await axeClean(page, 'signing in, with a passkey');

  await part.getByRole('button', { name: 'Remove Work laptop' }).click();
  await part.getByLabel('Your password').fill('not my password at all');
  await page.keyboard.press('Enter');
  await part.getByText('This is not your password').waitFor();
  await axeClean(page, 'a passkey is removed by the password alone');
  await part.getByLabel('Your password').fill(password);
  await page.keyboard.press('Enter');
  await part.getByText('No passkey yet').waitFor();
  await signOut(page);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('This passkey opens nothing here').waitFor();
  await page.goto('/inbox');
  await page.waitForURL(/sign-in/);
});

test('a second step is set up from its picture, asked for at the door, and a recovery code opens once', async () => {
  const { page, address } = await atTheDoor('Tomas');
  const part = page.getByRole('region', { name: 'Second step' });
  await part.getByRole('button', { name: 'Set up' }).click();
  await part.getByLabel('Your password').fill(password);
  await page.keyboard.press('Enter');
  await part.getByRole('img', { name: /as a picture/ }).waitFor();
  await axeClean(page, 'a second step being set up');
  const secret = (await part.locator('code').textContent()) ?? '';
  await part.getByLabel('The code the app shows now').fill('000000');
  await page.keyboard.press('Enter');
  await part.getByText('This code is not right').waitFor();
  await part.getByLabel('The code the app shows now').fill(codeOf(secret));
  await page.keyboard.press('Enter');
  const codes = part.getByRole('list', { name: 'Recovery codes' });
  await codes.waitFor();
  const recovery = (await codes.getByRole('listitem').first().textContent()) ?? '';
  await part.getByText('10 recovery codes are left.').waitFor();

  await signOut(page);
  await signIn(page, address);
  await page.getByRole('button', { name: 'I have not got my phone' }).click();
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/(inbox|settings|live)/);
  await page.goto('/settings/access');
  await part.getByText('9 recovery codes are left.').waitFor();

  await signOut(page);
  await signIn(page, address);
  await page.getByRole('button', { name: 'I have not got my phone' }).click();
  await page.getByLabel('Recovery code').fill(recovery);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByText(/not right, or was used before/).waitFor();
});

test('a new password signs out elsewhere; sessions are told apart and ended, by keys alone and on a phone', async () => {
  const { page, address } = await atTheDoor('Lina');
  const other = await openScreen(browser(), program().url);
  await other.page.goto('/sign-in');
  await signIn(other.page, address);
  await other.page.waitForURL(/\/(inbox|settings|live)/);

  await page.reload();
  const sessions = page.getByRole('region', { name: 'Where you are signed in' });
  await sessions.getByText('This one').waitFor();
  await sessions.getByRole('button', { name: /^End the session/ }).focus();
  await page.keyboard.press('Enter');
  await until('one session is left', async () => (await sessions.getByRole('listitem').count()) === 1);
  await other.page.goto('/inbox');
  await other.page.waitForURL(/sign-in/);

  await signIn(other.page, address);
  await other.page.waitForURL(/\/(inbox|settings|live)/);
  const part = page.getByRole('region', { name: 'Password', exact: true });
  await part.getByRole('button', { name: 'Change password' }).click();
  await page.keyboard.type(password);
  await page.keyboard.press('Tab');
  await page.keyboard.type('1234567890');
  await page.keyboard.press('Enter');
  await part.getByRole('alert').waitFor();
  await part.getByLabel('New password').fill('seven brass thimbles');
  await page.keyboard.press('Enter');
  await page.getByText('Everywhere else you are signed out.').waitFor();
  await other.page.goto('/inbox');
  await other.page.waitForURL(/sign-in/);
  await signIn(other.page, address, 'seven brass thimbles');
  await other.page.waitForURL(/\/(inbox|settings|live)/);

  await page.setViewportSize(phone);
  await axeClean(page, 'signing in, on a phone');
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  await page.evaluate(() => localStorage.setItem('rapport.look', JSON.stringify({ theme: 'dark', direction: 'rtl' })));
  await page.reload();
  await sessions.waitFor();
  await axeClean(page, 'signing in, dark and from right to left, on a phone');
});

test('a key is made with its scopes, shown once, works, and is revoked', async () => {
  const { page } = await atTheDoor('Kira');
  await page.goto('/settings/keys');
  await page.getByRole('button', { name: 'Make a key' }).click();
  const form = page.getByRole('region', { name: 'Make a key' });
  await form.getByLabel('Name', { exact: true }).fill('Reporting');
  await page.keyboard.press('Enter');
  await form.getByText('Choose at least one permission.').waitFor();
  await form.getByLabel('Find a permission').fill('See the settings');
  await form.getByLabel('See the settings', { exact: true }).check();
  await axeClean(page, 'a key being made');
  await form.getByRole('button', { name: 'Make a key' }).click();
  const key = (await page.getByText(/^rpt_/).textContent()) ?? '';
  const asks = (path: string) => fetch(program().url + path, { headers: { authorization: `Bearer ${key}` } });
  expect((await asks('/api/settings')).status).toBe(200);
  expect((await asks('/api/keys')).status).toBe(200);
  expect((await asks('/api/roles')).status).toBe(403);
  await page.getByRole('button', { name: 'I have it' }).click();
  expect(await page.getByText(key).count()).toBe(0);
  await page.getByText('1 permission', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Revoke Reporting' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await page.getByText('Revoked').waitFor();
  expect((await asks('/api/settings')).status).toBe(401);
  await axeClean(page, 'API keys');
});
