import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { entryOf, replyField, rowOf } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

async function mailOf(subject: string): Promise<string> {
  await shop().write({
    subject,
    from: `Gina <${subject.replaceAll(' ', '-').toLowerCase()}@cust.test>`,
    text: `About ${subject}.`,
  });
  return (await shop().conversation(subject)).id;
}

test('F6 goes through the panes and back, each with a name', async () => {
  const id = await mailOf('Panes');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'About Panes.').waitFor();
  const seen: string[] = [];
  for (let n = 0; n < 6; n += 1) {
    await page.keyboard.press('F6');
    seen.push(await paneInFocus(page));
  }
  expect(seen).toEqual(['rail', 'queues', 'list', 'thread', 'composer', 'panel']);
  await page.keyboard.press('Shift+F6');
  expect(await paneInFocus(page)).toBe('composer');
  await page.goto('/inbox/all');
  await rowOf(page, 'Panes').waitFor();
  const without: string[] = [];
  for (let n = 0; n < 4; n += 1) {
    await page.keyboard.press('F6');
    without.push(await paneInFocus(page));
  }
  expect(without, 'a thread that is not there holds nobody').toEqual(['rail', 'queues', 'list', 'rail']);
  const unnamed = page.locator('[data-pane]:not([aria-label]):not([aria-labelledby])');
  expect(await unnamed.count()).toBe(0);
});

test('the row that the next key acts on has a ring of its own', async () => {
  await mailOf('Under the keys');
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Under the keys').waitFor();
  const list = page.getByRole('listbox', { name: 'Conversations' });
  await list.focus();
  await page.keyboard.press('j');
  await until('a row is under the keys', async () => (await list.getAttribute('aria-activedescendant')) !== null);
  const ringed = await page.evaluate<string[]>(
    `[...document.querySelectorAll('[role=option]')]
      .filter((row) => getComputedStyle(row, '::after').borderTopWidth === '2px').map(({ id }) => id)`,
  );
  expect(ringed).toEqual([await list.getAttribute('aria-activedescendant')]);
});

test('the sheet of keys opens by ? and gives the focus back; single letters do nothing in it', async () => {
  const id = await mailOf('The sheet');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await rowOf(page, 'The sheet').waitFor();
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  await page.keyboard.press('e');
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await until('the focus is in the list again', async () => (await paneInFocus(page)) === 'list');
  await rowOf(page, 'The sheet').waitFor();
});

test('the palette opens by Ctrl+K, acts on what is in view, and gives the focus back', async () => {
  const id = await mailOf('By palette');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'About By palette.').waitFor();
  await page.keyboard.press('r');
  await until('the field has the focus', () => hasFocus(replyField(page)));
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox', { name: 'Commands' });
  await until('the palette has the focus', () => hasFocus(palette));
  await page.keyboard.press('Escape');
  await until('the focus is back in the field', () => hasFocus(replyField(page)));

  await page.keyboard.press('Control+k');
  await palette.fill('close');
  await page
    .getByRole('option', { name: /^Close/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Closed: By palette' }).waitFor();
  await rowOf(page, 'By palette').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await rowOf(page, 'By palette').waitFor();
});

test('a menu opens by hand, by its own key and from its button, and gives the focus back', async () => {
  const id = await mailOf('Menus');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'About Menus.').waitFor();
  const button = page.getByRole('button', { name: 'Assign', exact: true });
  const menu = page.getByRole('menu', { name: 'Assign' });
  const isInMenu = () => page.evaluate(`document.activeElement?.closest('[role="menu"]') !== null`);
  expect(await button.getAttribute('aria-haspopup')).toBe('menu');

  await button.click();
  await menu.waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await until('the focus is on the button again', () => hasFocus(button));

  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: 'More' }).waitFor();
  await until('its first item is the one in focus', () =>
    hasFocus(page.getByRole('menuitem', { name: /^Mark unread/ })),
  );
  await page.keyboard.press('Escape');
  await until('the focus is on the button again', () => hasFocus(more));

  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('a');
  await menu.waitFor();
  await until('keys move in the menu', async () => (await isInMenu()) === true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await menu.waitFor({ state: 'detached' });
  await page.getByRole('listbox', { name: 'Conversations' }).focus();
  await page.keyboard.press('q');
  const queues = page.getByRole('menu', { name: 'Queue' });
  await queues.getByRole('menuitem').first().waitFor();
  await until('keys move in the queues', async () => (await isInMenu()) === true);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'Moved to' }).waitFor();
});

test('a conversation opened in a tab out of sight is read once somebody looks at it, and not before', async () => {
  const id = await mailOf('Out of sight');
  const isUnread = async (): Promise<boolean> =>
    (await shop().ask<{ unread: boolean }>('GET', `/api/conversations/${id}`)).unread;
  const { page } = await shop().open('/inbox/snoozed');
  await page.getByRole('heading', { name: 'Snoozed' }).waitFor();
  await page.addInitScript(seen('hidden'));
  await page.goto(`/inbox/all/${id}`);
  await entryOf(page, 'About Out of sight.').waitFor();
  expect(await isUnread()).toBe(true);
  await page.evaluate(seen('visible'));
  await until('it is read', async () => !(await isUnread()));
});

test('words and Enter typed while the search is on its way are kept: the first that is found opens', async () => {
  await mailOf('Blue lantern');
  await until('it can be found', async () => {
    const { rows } = await shop().ask<{ rows: unknown[] }>('GET', '/api/search?q=lantern&limit=1');
    return rows.length === 1;
  });
  const { page } = await shop().open('/inbox/all');
  await rowOf(page, 'Blue lantern').waitFor();
  let come: (() => Promise<void>) | undefined;
  await page.route('**/assets/search-page-*.js', (route) => void (come = () => route.continue()));
  await page.keyboard.press('/');
  await page.keyboard.type('lantern');
  await page.keyboard.press('Enter');
  await until('the search is on its way', () => come !== undefined);
  await come?.();
  await entryOf(page, 'About Blue lantern.').waitFor();
});

test('letters typed into a field are words, not commands', async () => {
  const id = await mailOf('Only words');
  const { page } = await shop().open(`/inbox/all/${id}`);
  await entryOf(page, 'About Only words.').waitFor();
  await page.keyboard.press('r');
  await until('the field has the focus', () => hasFocus(replyField(page)));
  await page.keyboard.type('jkeszu?');
  expect(await replyField(page).inputValue()).toBe('jkeszu?');
  await rowOf(page, 'Only words').waitFor();

  // Escape leaves the field for the conversation, where the next letter is a command again; the draft stays
  await page.keyboard.press('Escape');
  expect(await paneInFocus(page)).toBe('thread');
  await page.keyboard.press('l');
  const tag = page.getByRole('combobox', { name: 'Add a tag', exact: true });
  await until('the field of tags has the focus', () => hasFocus(tag));
  await page.keyboard.type('Broken pole');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await replyField(page).inputValue()).toBe('jkeszu?');

  const other = await mailOf('Other words');
  await page.goto(`/inbox/all/${other}`);
  await entryOf(page, 'About Other words.').waitFor();
  await page.keyboard.press('l');
  await until('the field of tags has the focus', () => hasFocus(tag));
  await page.keyboard.type('pole');
  const known = page.getByRole('listbox', { name: 'Add a tag' });
  await known.getByRole('option', { name: 'Broken pole' }).waitFor();
  // Escape closes the list alone, then the arrow opens it anew
  await page.keyboard.press('Escape');
  await known.waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowDown');
  expect(await tag.getAttribute('aria-activedescendant')).toBe(await known.getByRole('option').getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remove the tag Broken pole', exact: true }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  // another conversation opened from an event of this one leaves the focus in the list
  await page.keyboard.press('r');
  await until('the field has the focus', () => hasFocus(replyField(page)));
  await page.keyboard.press('Escape');
  await page.keyboard.press('[');
  await entryOf(page, 'About Other words.').waitFor({ state: 'detached' });
  expect(await paneInFocus(page)).toBe('list');

  // what is typed while the search's code is on its way is what is looked for
  await page.keyboard.type('/pole');
  const asked = page.getByRole('textbox', { name: 'Search all conversations' });
  await until('the words are in the field', async () => (await asked.inputValue()) === 'pole');
});

test('on a phone: the list, the conversation, the customer, and back by button and by gesture', async () => {
  await mailOf('From a phone');
  const { page } = await shop().open('/inbox/all', { viewport: phone, hasTouch: true, isMobile: true });
  await rowOf(page, 'From a phone').tap();
  await entryOf(page, 'About From a phone.').waitFor();
  expect(await page.getByRole('listbox', { name: 'Conversations' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Customer', exact: true }).tap();
  const panel = page.getByRole('complementary', { name: 'Customer' });
  await panel.waitFor();
  expect(await page.getByRole('feed').isVisible()).toBe(false);
  await panel.getByRole('button', { name: 'Close the customer panel' }).tap();
  await page.getByRole('feed').waitFor();
  await page.getByRole('button', { name: 'Back to the list' }).tap();
  await rowOf(page, 'From a phone').waitFor();
  await rowOf(page, 'From a phone').tap();
  await page.getByRole('feed').waitFor();
  await page.goBack();
  await rowOf(page, 'From a phone').waitFor();
  expect(await page.getByRole('feed').count()).toBe(0);
});

test('on a phone everything one presses is large enough', async () => {
  const id = await mailOf('Large enough');
  const { page } = await shop().open(`/inbox/all/${id}`, { viewport: phone, hasTouch: true, isMobile: true });
  await page.getByRole('feed').waitFor();
  const small: string[] = [];
  for (const button of await page.getByRole('button').all()) {
    const box = await button.boundingBox();
    if (box && (box.height < 40 || box.width < 30))
      small.push(
        `${await button.evaluate((one: { ariaLabel: string | null; textContent: string }) => one.ariaLabel ?? one.textContent)}: ${Math.round(box.width)} × ${Math.round(box.height)}`,
      );
  }
  expect(small).toEqual([]);
});

function paneInFocus(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { document } = globalThis as unknown as {
      document: { activeElement: { closest(selector: string): { dataset: Record<string, string> } | null } };
    };
    return document.activeElement.closest('[data-pane]')?.dataset['pane'] ?? 'none';
  });
}

function hasFocus(where: ReturnType<typeof replyField>): Promise<boolean> {
  return where.evaluate((field: { matches(selector: string): boolean }) => field.matches(':focus'));
}

/** A script of the page: its tab is in sight, or is not. */
const seen = (how: 'hidden' | 'visible'): string =>
  `Object.defineProperty(document, 'visibilityState', { get: () => '${how}', configurable: true });
  document.dispatchEvent(new Event('visibilitychange'))`;
