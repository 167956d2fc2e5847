import { beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { axeClean, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Types into the fields by their labels, and goes on with Enter. */
async function fill(page: Page, fields: readonly (readonly [string, string])[]): Promise<void> {
  for (const [label, text] of fields) {
    await page.getByLabel(label, { exact: true }).focus();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
}

/** An empty install by keys alone, to the question where customers write; there the website is chosen. */
async function chooseWebsite(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  await fill(page, [
    ['Your name', 'Daniel Osei'],
    ['E-mail', 'daniel@desk.test'],
    ['Password', 'three quiet herons'],
  ]);
  await page.getByRole('heading', { name: 'Which organisation is it for?' }).waitFor();
  await fill(page, [['Name of the organisation', 'Fernhill']]);
  await page.getByRole('heading', { name: 'Where do your customers write to you?' }).waitFor();
  await page.getByRole('radio', { name: /^An e-mail address/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('radio', { name: /^Chat and a form/, checked: true }).waitFor();
}

/** The last step shows the line of HTML that the website needs; answers the key in it. */
async function readSnippet(page: Page): Promise<string> {
  await page.getByRole('heading', { name: 'Who works with you?' }).waitFor();
  await page.getByRole('button', { name: 'Skip this step' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('What you write there is here at once.', { exact: false }).waitFor();
  const snippet = (await page.locator('code').textContent()) ?? '';
  expect(snippet).toContain(`src="${program().url}/widget/loader.js"`);
  const key = /data-site="(fernhill-[a-z\d]{8})"/.exec(snippet)?.[1] ?? '';
  const link = page.getByRole('link', { name: 'Write to yourself' });
  expect(await link.getAttribute('href')).toBe(`/widget/try?site=${key}`);
  await page.getByRole('button', { name: 'Copy' }).press('Enter');
  await page.getByRole('button', { name: 'Copied' }).waitFor();
  return key;
}

interface LineFound {
  readonly channel: string;
  readonly address: string;
  readonly casePolicy: string;
  readonly settings: unknown;
}

/** In the page of whoever is signed in. */
async function linesFound(): Promise<LineFound[]> {
  const { rows } = (await (await fetch('/api/lines')).json()) as { rows: LineFound[] };
  return rows.map(({ channel, address, casePolicy, settings }) => ({ channel, address, casePolicy, settings }));
}

/** Changes the line in its form: what is no website is said at once, and a page copied with it is cut off. */
async function changeLine(page: Page): Promise<void> {
  await page.goto('/settings/channels');
  await page.getByRole('button', { name: /Fernhill/ }).click();
  const sites = page.getByLabel('Websites that may show it');
  await sites.waitFor();
  expect(await sites.inputValue()).toBe('https://www.fernhill.example');
  await page.getByText('<script src=', { exact: false }).waitFor();
  await sites.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nhttps://a b');
  await page.getByText('Not a website: https://a b').waitFor();
  expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await sites.fill('www.fernhill.example\nhttps://shop.fernhill.example/tea?x=1');
  await page.getByLabel('First words').fill('Hello! What can we do for you?');
  await page.getByLabel('Ask for name and e-mail before they write').selectOption('Always');
  await page.getByLabel('Name', { exact: true }).press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  expect(await sites.inputValue()).toBe('https://www.fernhill.example\nhttps://shop.fernhill.example');
  await axeClean(page, 'the line of a website');
  await page.setViewportSize(phone);
  await page.emulateMedia({ colorScheme: 'dark' });
  await axeClean(page, 'the line of a website on a phone, in the dark');
}

/** In the page of whoever is signed in: a line for practice, as the demo has it. */
async function openPretend(): Promise<string> {
  const body = { channel: 'chat', name: 'Practice', address: 'chat.desk.test', settings: { simulated: true } };
  const headers = { 'content-type': 'application/json' };
  const made = await fetch('/api/lines', { method: 'POST', headers, body: JSON.stringify(body) });
  return ((await made.json()) as { id: string }).id;
}

/** A second website gets a line of its own; one of pretend customers has a name, and no line of HTML. */
async function openOthers(page: Page): Promise<void> {
  await page.goto('/settings/channels/new/chat');
  await page.getByLabel('Websites that may show it').waitFor();
  await fill(page, [['Name', 'Tea club']]);
  await page.getByText(/data-site="tea-club-[a-z\d]{8}"/).waitFor();
  const id = await page.evaluate(openPretend);
  await page.goto(`/settings/channels/${id}`);
  await page.getByText('Pretend customers write here', { exact: false }).waitFor();
  expect(await page.locator('code').count()).toBe(0);
  expect(await page.getByLabel('Websites that may show it').count()).toBe(0);
  await page.getByLabel('Name', { exact: true }).fill('Practice desk');
  await page.keyboard.press('Enter');
  await page.getByText('Saved', { exact: true }).waitFor();
  await axeClean(page, 'a line of pretend customers');
  const found = (await page.evaluate(linesFound)).find(({ address }) => address === 'chat.desk.test');
  expect(found?.settings).toMatchObject({ simulated: true });
}

test('from an empty install to the line of HTML that brings a website its chat, without a mailbox', async () => {
  const { page } = await openScreen(browser(), program().url);
  await chooseWebsite(page);
  await fill(page, [['Your website', 'ftp://www.fernhill.example']]);
  await page.getByText('Give it as https://www.example.com.', { exact: true }).waitFor();
  await page.getByLabel('Your website', { exact: true }).fill('');
  await axeClean(page, 'the website chosen in the set-up');
  await page.setViewportSize(phone);
  await axeClean(page, 'the website chosen in the set-up, on a phone');
  await fill(page, [['Your website', 'www.fernhill.example/teas']]);
  const key = await readSnippet(page);
  await axeClean(page, 'the line of HTML, on a phone');
  await page.setViewportSize({ width: 1440, height: 900 });
  await axeClean(page, 'the line of HTML');

  // what was no website at first made no second line
  const website = { simulated: false, sites: ['https://www.fernhill.example'], greeting: '', asks: 'outside-hours' };
  expect(await page.evaluate(linesFound)).toEqual([
    { channel: 'chat', address: key, casePolicy: 'open-conversation', settings: website },
  ]);
  await page.getByRole('button', { name: 'Open the console' }).press('Enter');
  await page.waitForURL(/\/settings/);
  await changeLine(page);
  await openOthers(page);
}, 120_000);
