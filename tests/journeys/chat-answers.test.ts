import { beforeEach, test } from 'vitest';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useChats } from './chat-shop.ts';
import { columnOf, fieldOf, hasFocus, heldBack } from './chat-columns.ts';
import { reads } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const { says, isMine } = useChats(shop);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('an answer that fits stands above the field, and a macro’s words never leave by half', async () => {
  await isMine(await says('Nils', 'Is the large in stock in a shop near me?'));
  const { page } = await shop().open('/inbox/chats');
  const fits = columnOf(page, 'Nils').getByRole('list', { name: 'Answers that fit' });
  const first = fits.getByRole('button').first();
  await first.getByText('I look, Nils, what our shops have in large.').waitFor();
  await first.getByText('/stock').waitFor();
  // a question often comes in several messages: the last alone would fit something else
  await says('Nils', 'A person, please.');
  await columnOf(page, 'Nils').getByRole('feed').getByText('A person, please.').waitFor();
  await first.getByText('/stock').waitFor();
  await axeClean(page, 'answers above the field');
  await fieldOf(page, 'Nils').fill('Hello.');
  await first.press('Enter');
  await reads(fieldOf(page, 'Nils'), 'Hello. I look, Nils, what our shops have in large.');
  await until('the field has the focus', () => hasFocus(fieldOf(page, 'Nils')));
  await fieldOf(page, 'Nils').fill('');

  // what is typed while a macro's words are on their way stands behind them, and Enter sends nothing before they are there
  const held = await heldBack(page, '**/macro-runs');
  await page.keyboard.type('/any');
  await page.keyboard.press('Enter');
  await held.asked;
  await page.keyboard.type(' Tell me');
  await page.keyboard.press('Enter');
  held.release();
  await reads(fieldOf(page, 'Nils'), 'Is there anything else? Tell me');
  await page.keyboard.press('Enter');
  await columnOf(page, 'Nils').getByRole('feed').getByText('Is there anything else? Tell me').waitFor();
});

test('who comes back later leaves the column by keys, is listed with the time, and is brought back by one press', async () => {
  await isMine(await says('Sam', 'I write again after lunch.'));
  const { page } = await shop().open('/inbox/chats');
  await columnOf(page, 'Sam').waitFor();
  await columnOf(page, 'Sam').getByRole('button', { name: 'Comes back later' }).click();
  await page.getByRole('dialog', { name: 'Snooze' }).waitFor();
  await axeClean(page, 'when they come back');
  await page.keyboard.type('reply');
  await page.keyboard.press('Enter');
  await page.getByText('Sam Chatter comes back when they write', { exact: true }).waitFor();
  await columnOf(page, 'Sam').waitFor({ state: 'detached' });
  const back = page.getByRole('button', { name: 'Bring back Sam Chatter, back when they write' });
  await back.getByText('back when they write').waitFor();
  await back.press('Enter');
  await columnOf(page, 'Sam').waitFor();
  await page.getByText('At hand again: Sam Chatter').waitFor();
  await until('its field has the focus', () => hasFocus(fieldOf(page, 'Sam')));

  // undone, it is away again; a word of theirs brings it back by itself
  await page.keyboard.press('Escape');
  await page.keyboard.press('z');
  await columnOf(page, 'Sam').waitFor({ state: 'detached' });
  await back.waitFor();
  await says('Sam', 'Here I am.');
  await columnOf(page, 'Sam').getByText('Here I am.').waitFor();
});

test('F6 stops at the chat itself, before the field that answers it', async () => {
  await isMine(await says('Fay', 'Which bus goes to your shop?'));
  const { page } = await shop().open('/inbox/chats');
  await fieldOf(page, 'Fay').click();
  await page.keyboard.press('Shift+F6');
  await until('the chat has the focus', () => hasFocus(columnOf(page, 'Fay')));
  await page.keyboard.press('F6');
  await until('its field has the focus again', () => hasFocus(fieldOf(page, 'Fay')));
});
