import type { Locator } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { readMail } from '#science/mail';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { heldBack } from './chat-columns.ts';
import { arriveLimitMs, entryOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('an agent begins a conversation with form, a copy and a file, and finds it again after a reload', async () => {
  await shop().ask('PUT', '/api/signatures/mine', { brandId: null, text: 'Kind regards, {first}' });
  const { page } = await shop().open('/inbox/all');
  await page.getByRole('heading', { name: 'All open' }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New conversation' });
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill('ines@cust.test');
  await dialog.getByLabel('Cc: add an address', { exact: true }).fill('boss@cust.test');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Your repair');
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).click();
  await page.keyboard.type('It is ');
  await page.keyboard.press('Control+b');
  await dialog.locator('[contenteditable="true"]').waitFor();
  await page.keyboard.type('ready');
  await dialog.getByText('Kind regards, Olive').waitFor({ state: 'attached' });
  await axeClean(page, 'new conversation');

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'All open' }).waitFor();
  await page.keyboard.press('c');
  await dialog.locator('strong').getByText('ready').waitFor();
  await dialog
    .locator('input[type="file"]:not([accept])')
    .setInputFiles({ name: 'bill.txt', mimeType: 'text/plain', buffer: Buffer.from('Bill') });
  await dialog.getByRole('list', { name: 'Files of this message' }).getByText('bill.txt').waitFor();
  await page.setViewportSize(phone);
  await axeClean(page, 'new conversation on a phone');
  await dialog.getByRole('button', { name: 'Send' }).click();
  await dialog.waitFor({ state: 'detached' });
  await entryOf(page, 'It is ready').locator('strong').getByText('ready').waitFor();

  const mail = await until(
    'the mail came',
    async () => {
      const [raw] = program().mailHost.mailsTo('boss@cust.test');
      return raw !== undefined && readMail(Buffer.from(raw, 'latin1'));
    },
    arriveLimitMs,
  );
  expect(mail.subject).toBe('Your repair');
  expect(mail.to.map(({ address }) => address)).toEqual(['ines@cust.test']);
  expect(mail.cc.map(({ address }) => address)).toEqual(['boss@cust.test']);
  expect(mail.html).toContain('It is <strong>ready</strong>');
  expect(mail.text).toContain('Kind regards, Olive');
  expect(mail.attachments.map(({ name }) => name)).toEqual(['bill.txt']);
});

test('a first message sent before its lines are there leaves once, when they are', async () => {
  const { page } = await shop().open('/inbox/all');
  const held = await heldBack(page, '**/api/lines*');
  // anew: an empty list asks for the lines as well, and what it knows the dialog knows
  await page.reload();
  await page.getByRole('heading', { name: 'All open' }).waitFor();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New conversation' });
  await held.asked;
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill('early@cust.test');
  await dialog.getByRole('textbox', { name: 'Subject' }).fill('Early');
  await dialog.getByRole('textbox', { name: 'Text', exact: true }).fill('Here in time.');
  await page.keyboard.press('Control+Enter');
  held.release();
  await dialog.waitFor({ state: 'detached' });
  await entryOf(page, 'Here in time.').waitFor();
  await until('it arrives', () => program().mailHost.mailsTo('early@cust.test').length > 0, arriveLimitMs);
  expect(program().mailHost.mailsTo('early@cust.test')).toHaveLength(1);
});

test('whom one writes to is offered by name or address, taken by the keys, and can still be anybody', async () => {
  await shop().ask('POST', '/api/customers', {
    name: 'Rosa Marín',
    identity: { kind: 'address', value: 'rosa.marin@cust.test' },
  });
  const { page } = await shop().open('/inbox/all', { viewport: phone });
  await page.getByRole('button', { name: 'New conversation' }).click();
  const dialog = page.getByRole('dialog', { name: 'New conversation' });
  const to = dialog.getByRole('combobox', { name: 'To', exact: true });
  const rosa = dialog.getByRole('option', { name: 'Rosa Marín rosa.marin@cust.test' });
  const name = dialog.getByRole('textbox', { name: 'Their name, if you know it' });

  await to.pressSequentially('marí');
  await rosa.waitFor();
  await page.keyboard.press('Escape');
  await rosa.waitFor({ state: 'detached' });
  expect(await to.inputValue()).toBe('marí');
  await to.fill('rosa.m');
  await rosa.waitFor();
  await axeClean(page, 'whom to write to, on a phone');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  expect(await to.inputValue()).toBe('rosa.marin@cust.test');
  expect(await name.inputValue()).toBe('Rosa Marín');

  await to.fill('nobody.yet@cust.test');
  await rosa.waitFor({ state: 'detached' });
  expect(await name.inputValue()).toBe('');
});

test('a copy is offered customers as one types, takes them by the keys, and nobody twice', async () => {
  const known = (name: string, value: string) =>
    shop().ask('POST', '/api/customers', { name, identity: { kind: 'address', value } });
  await known('Tomas Berg', 'tomas.berg@cust.test');
  await known('Tomasz Nowak', 'tomasz.nowak@cust.test');
  const { page } = await shop().open('/inbox/all', { viewport: phone });
  await page.getByRole('button', { name: 'New conversation' }).click();
  const dialog = page.getByRole('dialog', { name: 'New conversation' });
  const [tomas, tomasz] = ['Tomas Berg tomas.berg@cust.test', 'Tomasz Nowak tomasz.nowak@cust.test'].map((name) =>
    dialog.getByRole('option', { name }),
  ) as [Locator, Locator];
  await dialog.getByRole('combobox', { name: 'To', exact: true }).fill('tomasz.nowak@cust.test');

  await dialog.getByRole('combobox', { name: 'Cc: add an address', exact: true }).focus();
  await page.keyboard.type('tomas');
  await tomas.waitFor();
  // who it is to gets no copy beside
  expect(await tomasz.count()).toBe(0);
  await axeClean(page, 'who gets a copy, on a phone');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const takeOut = dialog.getByRole('button', { name: 'Take out Tomas Berg' });
  await takeOut.waitFor();
  await page.keyboard.type('boss@cust.test');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Take out boss@cust.test' }).waitFor();
  expect(await takeOut.count()).toBe(1);

  await dialog.getByRole('combobox', { name: 'Bcc: add an address', exact: true }).focus();
  await page.keyboard.type('tomas');
  await page.keyboard.press('ArrowDown');
  expect(await tomas.count()).toBe(0);
});
