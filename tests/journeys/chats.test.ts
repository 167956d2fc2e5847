import type { Locator, Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useChats } from './chat-shop.ts';
import { columnOf, columnsOf, fieldOf, hasFocus } from './chat-columns.ts';
import { reads, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const { says, isMine } = useChats(shop);

test('a morning of chats by keys alone: taking, answering in columns, macros, spelling, drafts, closing', async () => {
  const emil = await says('Emil', 'Is the large in stock?');
  for (const [who, text] of [
    ['Grace', 'May I fly with gas?'],
    ['Aiko', 'I move on Saturday.'],
    ['Rosa', 'The peg bag is missing.'],
  ] as const)
    await says(who, text);
  await isKnown('Aiko');
  const { page } = await shop().open('/inbox/chats');
  await takesTwice(page);
  for (const who of ['Grace', 'Aiko']) {
    await page.keyboard.press('Escape');
    await page.keyboard.press('t');
    await until(`${who} has the focus`, () => hasFocus(fieldOf(page, who)));
  }
  await page.getByText('3 of 3').first().waitFor();
  await saysWhoItIs(columnOf(page, 'Aiko'));
  expect(await page.getByRole('button', { name: 'Take the next chat' }).isDisabled()).toBe(true);
  await axeClean(page, 'three chats side by side');

  await page.keyboard.press('Alt+1');
  await until('the first chat has the focus', () => hasFocus(fieldOf(page, 'Emil')));
  await page.keyboard.type('/hel');
  await page.keyboard.press('Enter');
  await reads(fieldOf(page, 'Emil'), /^Hello, thank you for writing/);
  await page.keyboard.type(' You recieve it today.');
  await page.keyboard.press('Tab');
  await reads(fieldOf(page, 'Emil'), /You receive it today\.$/);
  await page.keyboard.press('Alt+2');
  await page.keyboard.type('Half a thought');
  await page.keyboard.press('Alt+1');
  await until('Emil again', () => hasFocus(fieldOf(page, 'Emil')));
  await page.keyboard.press('Enter');
  await columnOf(page, 'Emil').getByText('You receive it today.').waitFor();
  await reads(fieldOf(page, 'Emil'), '');
  await reads(fieldOf(page, 'Grace'), 'Half a thought');

  // the customer goes on typing meanwhile: nothing moves, and an answer still leaves
  await says('Emil', 'And in blue?');
  await columnOf(page, 'Emil').getByText('And in blue?').waitFor();
  await page.keyboard.type('Blue too.');
  await page.keyboard.press('Enter');
  await columnOf(page, 'Emil').getByText('Blue too.').waitFor();
  expect(await columnsOf(page)).toEqual(['Emil', 'Grace', 'Aiko']);
  const { contactCount } = await shop().ask<{ contactCount: number }>('GET', `/api/conversations/${emil}`);
  expect(contactCount).toBe(1);

  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByText('This column is free').waitFor();
  expect(await columnsOf(page)).toEqual(['Grace', 'Aiko']);
  await page.keyboard.press('t');
  await columnOf(page, 'Rosa').waitFor();
  // the new one stands where the closed one stood
  expect(await columnsOf(page)).toEqual(['Rosa', 'Grace', 'Aiko']);
});

/** Emil's chat is taken, given back by Z, and taken again. */
async function takesTwice(page: Page): Promise<void> {
  const waiting = page.getByRole('button', { name: 'Take Emil Chatter' });
  for (const isFirst of [true, false]) {
    await waiting.waitFor();
    await page.keyboard.press('t');
    await until('the field of the taken chat has the focus', () => hasFocus(fieldOf(page, 'Emil')));
    if (!isFirst) return;
    await page.getByText('Taken: Emil Chatter').waitFor();
    // what can be taken back is said beside the field one writes in, not over it
    const undo = await page.getByRole('button', { name: /^Undo/ }).boundingBox();
    const column = await columnOf(page, 'Emil').boundingBox();
    expect((undo?.x ?? 0) + (undo?.width ?? Infinity)).toBeLessThan(column?.x ?? 0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('z');
  }
}

test('the same desk in dark, from right to left, as tabs, and on a phone with the list first', async () => {
  const id = await says('Pia', 'Hello?');
  await isMine(id);
  const { page } = await shop().open('/inbox/chats');
  await columnOf(page, 'Pia').waitFor();
  for (const look of [{ theme: 'dark' }, { direction: 'rtl' }]) {
    await page.evaluate((one) => localStorage.setItem('rapport.look', JSON.stringify(one)), look);
    await page.reload();
    await columnOf(page, 'Pia').waitFor();
    await axeClean(page, JSON.stringify(look));
  }
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.getByRole('navigation', { name: 'Chats side by side' }).getByRole('button', { name: /Pia/ }).click();
  await columnOf(page, 'Pia').waitFor();
  expect(await page.getByRole('region', { name: /^Chat with/ }).count()).toBe(1);

  const small = (await shop().open('/inbox/chats', { viewport: phone, hasTouch: true, isMobile: true })).page;
  await small.getByRole('navigation', { name: 'Chats at hand' }).getByRole('button', { name: /Pia/ }).tap();
  await columnOf(small, 'Pia').waitFor();
  await axeClean(small, 'a chat on a phone');
  await small.goBack();
  await small.getByRole('heading', { name: 'My chats', level: 2 }).waitFor();
  await axeClean(small, 'the list of chats on a phone');
});

test('a number of somebody’s own, given by keys alone, is on their open desk at once, and taken back as well', async () => {
  const desk = (await shop().open('/inbox/chats')).page;
  await desk
    .getByText(/ of 3$/)
    .first()
    .waitFor();
  const { page } = await shop().open('/settings/chats');
  await page.getByText('Nobody has a number of their own').waitFor();
  await page.getByLabel('Teammate', { exact: true }).focus();
  await page.keyboard.type('oliv');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('5');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const theirs = page.getByRole('combobox', { name: 'Chats at once: Olive Owner' });
  await theirs.waitFor();
  expect(await theirs.inputValue()).toBe('5');
  await desk
    .getByText(/ of 5$/)
    .first()
    .waitFor();
  await axeClean(page, 'the settings of chats');
  await page.getByRole('button', { name: 'Remove the number of Olive Owner' }).press('Enter');
  await page.getByText('Nobody has a number of their own').waitFor();
  await desk
    .getByText(/ of 3$/)
    .first()
    .waitFor();
  await page.getByRole('combobox', { name: 'Chats at once', exact: true }).first().selectOption('4');
  await page.getByRole('button', { name: 'Save' }).press('Enter');
  await desk
    .getByText(/ of 4$/)
    .first()
    .waitFor();
});

test('a colleague whose hands are full is named as such, asked about once, and handed the chat anyway', async () => {
  const open = await shop().invite('Hana Handfull', 'chat-agent');
  const { rows } = await shop().ask<{ rows: { id: string; name: string }[] }>('GET', '/api/teammates?limit=50');
  const hana = rows.find(({ name }) => name === 'Hana Handfull')?.id ?? '';
  await shop().ask('PUT', `/api/teammates/${hana}/own-limit`, { limit: 1 });
  const [first, second] = [await says('Ina', 'One?'), await says('Ole', 'Two?')];
  await says('Una', 'Three?');
  await shop().ask('PUT', `/api/conversations/${first}/assignee`, { assigneeId: hana });

  const { page } = await shop().open(`/inbox/all/${second}`);
  await page.getByRole('feed').getByText('Two?').waitFor();
  await page.keyboard.press('a');
  const item = page.getByRole('menuitem', { name: /Hana Handfull/ });
  await item.getByText('full, 1 of 1').waitFor();
  await axeClean(page, 'the menu of people');
  await item.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Hand it over anyway?' });
  await dialog.getByText('Hana Handfull has 1 of 1 conversations at once.').waitFor();
  await axeClean(page, 'the question');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const theirs = (await open('/inbox/mine')).page;
  await rowOf(theirs, 'One?').waitFor();
  expect(await rowOf(theirs, 'Two?').count()).toBe(0);

  await page.keyboard.press('a');
  await item.press('Enter');
  // the button that hands it over has the focus
  await dialog.waitFor();
  await page.keyboard.press('Enter');
  await rowOf(theirs, 'Two?').waitFor();

  // several at once are asked about together
  await page.goto('/inbox/all');
  await rowOf(page, 'Three?').waitFor();
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  const row = await rowOf(page, 'Three?').getAttribute('id');
  await until('J reaches the row', async () => {
    await page.keyboard.press('j');
    return (await page.getByRole('listbox', { name: 'Conversations' }).getAttribute('aria-activedescendant')) === row;
  });
  await page.keyboard.press('x');
  await page.getByRole('region', { name: 'What is chosen' }).getByText('1 chosen').waitFor();
  await page.keyboard.press('a');
  await page.getByRole('dialog', { name: 'Assign' }).waitFor();
  await page.keyboard.type('hana');
  await page.getByRole('option', { name: /Hana Handfull.*full, 2 of 1/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Hand them over anyway?' }).waitFor();
  await axeClean(page, 'the question of many');
  await page.keyboard.press('Enter');
  await rowOf(theirs, 'Three?').waitFor();
  await macroTo(page, hana);
  await rowOf(theirs, 'Four?').waitFor();
});

/** Where a customer lives and what they bought, told before they chat. */
async function isKnown(handle: string): Promise<void> {
  const { rows } = await shop().ask<{ rows: { id: string }[] }>('GET', `/api/customers?text=${handle}`);
  const [{ id } = { id: '' }] = rows;
  await shop().ask('PATCH', `/api/customers/${id}`, { place: 'Nagoya', zone: 'Asia/Tokyo' });
  await shop().ask('PUT', '/api/shops/shop/orders/21002', {
    number: 'FH-21002',
    customer: { kind: 'handle', value: handle },
    phase: 'packed',
    currency: 'EUR',
    totalMinor: 8_900,
    placedAt: '2026-11-16T09:00:00Z',
    lines: [{ name: 'Fleece', quantity: 1, unitMinor: 8_900 }],
  });
}

/** Where they are, how late it is there, and their order. */
async function saysWhoItIs(column: Locator): Promise<void> {
  await column.getByText(/^Nagoya, \d{1,2}:\d\d there$/).waitFor();
  await column.getByRole('link', { name: /^Open order FH-21002, €89, Packed/ }).waitFor();
}

/** A macro says so before it is run, and asks nobody again. */
async function macroTo(page: Page, hana: string): Promise<void> {
  const actions = [{ do: 'assign', teammateId: hana }];
  await shop().ask('POST', '/api/macros', { id: newId(), name: 'To Hana', visibility: 'all', actions });
  await page.goto(`/inbox/all/${await says('Ada', 'Four?')}`);
  await page.getByRole('feed').getByText('Four?').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('/hana');
  await page.getByText('Hana Handfull is full (3 of 1). Run, it is handed over all the same.').waitFor();
  await axeClean(page, 'a macro that hands over to somebody full');
  await page.keyboard.press('Enter');
}
