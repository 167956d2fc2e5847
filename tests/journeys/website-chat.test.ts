import type { FrameLocator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { newSiteKey } from '#domains/channel-chat/contract';
import { newId } from '#platform/database';
import { axeClean, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { sendTo } from '../support/mail-world.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';
import { useWebsite } from './website-page.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
const key = newSiteKey('Fernhill');
const website = useWebsite(program, () => key);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

beforeAll(async () => {
  if (browserMissing()) return;
  const line = { brandId: shop().brandId, channel: 'chat', name: 'Website', address: key };
  const settings = { sites: [website()], greeting: 'Hello from the shop. What are you looking for?' };
  await shop().ask('POST', '/api/lines', { ...line, casePolicy: 'open-conversation', settings });
  await openHours('Always', [{ open: '00:00', close: '24:00' }]);
  await shop().ask('PUT', '/api/settings', { values: { 'chats.mail-after-seconds': 10 } });
});

/** From now on the brand is served in these hours of every day. */
async function openHours(name: string, ofDay: readonly { open: string; close: string }[]): Promise<void> {
  const weekly = Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map((day) => [day, ofDay]));
  const calendar = { id: newId(), name, zone: 'UTC', weekly };
  await shop().ask('POST', '/api/calendars', calendar);
  await shop().ask('PUT', `/api/brands/${shop().brandId}/hours`, { calendarId: calendar.id });
}

/** The chat as it stands on a page of the website. */
function chatOn(page: Page): FrameLocator {
  return page.frameLocator('iframe[title="Chat"]');
}

/** Says something in it, by keys alone. */
async function says(page: Page, text: string): Promise<void> {
  const field = chatOn(page).getByRole('textbox', { name: 'Write a message' });
  await field.focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await chatOn(page).getByText(text).waitFor();
}

test('on a website of another host: a question, an answer while both are there, and one that waits on the next page', async () => {
  const visitor = await openScreen(browser(), website());
  await visitor.page.goto('/tents?order=secret');
  const button = visitor.page.getByRole('button', { name: 'Chat', exact: true });
  await button.press('Enter');
  await chatOn(visitor.page).getByText('Hello from the shop.').waitFor();
  await says(visitor.page, 'Is the Ridgeline in stock?');
  const agent = await shop().open('/inbox/chats');
  await agent.page.getByRole('button', { name: /^Take Visitor/ }).click();
  await chatOn(visitor.page).getByRole('heading', { name: 'Olive is with you' }).waitFor();
  await agent.page.getByText('On the website now, /tents').waitFor();
  const answer = agent.page.getByRole('textbox', { name: /^Your answer to/ });
  await answer.fill('Yes, in orange and green.');
  await answer.press('Enter');
  await chatOn(visitor.page).getByText('Yes, in orange and green.').waitFor();

  // closed, on another page, away: the answer waits, counted, and nothing of the address behind the question mark left the page
  await visitor.page.keyboard.press('Escape');
  await visitor.page.getByRole('link', { name: 'Packs' }).click();
  await visitor.page.getByRole('heading', { name: 'Shop /packs' }).waitFor();
  await answer.fill('Shall I put one aside?');
  await answer.press('Enter');
  await visitor.page.getByRole('button', { name: 'Chat (1)' }).press('Enter');
  await chatOn(visitor.page).getByText('Shall I put one aside?').waitFor();
  const { rows } = await shop().ask<{ rows: { id: string }[] }>('GET', '/api/conversations?box=all&order=newest');
  const of = `/api/conversations/${rows[0]?.id}/visitor`;
  const seen = () => shop().ask<{ visitor: { unseen: number; page: string; isHere: boolean } }>('GET', of);
  await until('what stood before their eyes counts as seen', async () => (await seen()).visitor.unseen === 0);
  expect((await seen()).visitor).toMatchObject({ page: `${website()}/tents`, isHere: true });
  await visitor.page.close();
  await agent.page.getByText(/^Gone since \d\d:\d\d\. They read it when they come back$/).waitFor();
  expect((await seen()).visitor.isHere).toBe(false);
});

test('nobody is here: the form, an answer by mail to who did not come back, and their mail in the same conversation', async () => {
  await openHours('Never', []);
  const visitor = await openScreen(browser(), website(), { viewport: phone });
  await visitor.page.goto('/contact');
  await visitor.page.getByRole('button', { name: 'Chat', exact: true }).press('Enter');
  const chat = chatOn(visitor.page);
  await chat.getByText('a person reads it and answers by e-mail').waitFor();
  await chat.getByRole('textbox', { name: 'Your name' }).fill('Maya Lind');
  await chat.getByRole('textbox', { name: /^Your e-mail address/ }).fill('maya@lind.example');
  await chat.getByRole('textbox', { name: 'Your message' }).fill('Do you repair zips?');
  await chat.getByRole('button', { name: 'Send' }).press('Enter');
  await chat.getByText('Answers also reach you by e-mail, at maya@lind.example.').waitFor();
  await visitor.page.close();

  const conversation = await shop().conversation('Do you repair zips?');
  await shop().ask('POST', `/api/conversations/${conversation.id}/messages`, {
    id: newId(),
    text: 'We do, for ever.',
    lastSeenVersion: conversation.version,
    then: 'stay',
  });
  const mails = () => program().mailHost.mailsTo('maya@lind.example');
  await until('the answer goes on by mail', () => mails().length > 0, 40_000);
  const [mail = ''] = mails();
  expect(mail).toContain('Olive: We do, for ever.');
  expect(mail).toMatch(/^Subject: Re: Do you repair zips\?/m);
  const messageId = /^Message-ID:\s*(<[^>]+>)/im.exec(mail)?.[1] ?? '';
  const answer = { from: 'Maya Lind <maya@lind.example>', to: shop().address, messageId: `<${newId()}@lind.example>` };
  const said = { subject: 'Re: Do you repair zips?', text: 'Then I send it.', inReplyTo: messageId };
  await sendTo(program().doorPort, { ...answer, ...said });
  await until('their mail joins the same conversation', async () => {
    const { rows } = await shop().ask<{ rows: { text: string }[] }>(
      'GET',
      `/api/conversations/${conversation.id}/entries`,
    );
    return rows.some(({ text }) => text.includes('Then I send it.'));
  });
  // once, and no second time
  expect(mails()).toHaveLength(1);
  await openHours('Always again', [{ open: '00:00', close: '24:00' }]);
});

test('without a server for a moment nothing written is lost, and each thing arrives once', async () => {
  const visitor = await openScreen(browser(), website());
  visitor.allow(/ERR_FAILED|ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await visitor.page.goto('/');
  await visitor.page.getByRole('button', { name: 'Chat', exact: true }).press('Enter');
  await says(visitor.page, 'First');
  await visitor.page.route('**/api/websites/**', (route) => route.abort());
  await says(visitor.page, 'While you were away');
  await chatOn(visitor.page).getByText('Not sent.').waitFor();
  await visitor.page.unroute('**/api/websites/**');
  await visitor.page.reload();
  await chatOn(visitor.page).getByRole('button', { name: 'Send again' }).press('Enter');
  await chatOn(visitor.page).getByText('Not sent.').waitFor({ state: 'detached' });
  await visitor.page.reload();
  await chatOn(visitor.page).getByText('While you were away').waitFor();
  expect(await chatOn(visitor.page).getByText('While you were away').count()).toBe(1);
});

test('an address that is none keeps no words back, and a pass that opens nothing is drawn anew', async () => {
  await openHours('Never for now', []);
  const { page } = await openScreen(browser(), program().url);
  await page.goto(`/widget/frame?site=${key}`);
  await page.getByRole('textbox', { name: /^Your e-mail address/ }).fill('somebody@nowhere');
  await page.getByRole('textbox', { name: 'Your message' }).fill('Is anybody there?');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await page.getByText('Give the address as name@example.com.').waitFor();
  await page.getByRole('button', { name: 'Send again' }).press('Enter');
  await until('it arrived', async () => (await page.locator('.chat-state').count()) === 0);
  await shop().conversation('Is anybody there?');
  const taken = `rapport-pass-${key}`;
  await page.evaluate((name) => {
    const pass = JSON.parse(localStorage.getItem(name) ?? '{}') as { secret: string };
    localStorage.setItem(name, JSON.stringify({ ...pass, secret: 'x'.repeat(64) }));
  }, taken);
  await page.reload();
  const field = page.getByRole('textbox', { name: 'Write a message' });
  await field.fill('Once more, by another pass.');
  await field.press('Enter');
  await until('it arrived', async () => (await page.locator('.chat-state').count()) === 0);
  await page.reload();
  await page.getByText('Once more, by another pass.').waitFor();
  expect(await page.getByText('Is anybody there?').count()).toBe(0);
  await openHours('Always once more', [{ open: '00:00', close: '24:00' }]);
});

for (const [look, options] of Object.entries({
  light: {},
  'dark, on a phone': { viewport: phone, colorScheme: 'dark' },
  'in Spanish': { locale: 'es-ES' },
} as const))
  test(`the chat as a page of its own, ${look}: read by axe, written by keys`, async () => {
    const { page } = await openScreen(browser(), program().url, options);
    await page.goto(`/widget/frame?site=${key}`);
    const field = page.getByRole('textbox', { name: /^(Write a message|Escribe un mensaje)$/ });
    await field.fill('A question\nof two lines, see https://shop.example/a?b=1.');
    await field.press('Enter');
    await page.getByRole('link', { name: 'https://shop.example/a?b=1' }).waitFor();
    await until('it arrived', async () => (await page.locator('.chat-state').count()) === 0);
    await axeClean(page, `the chat ${look}`);
    await page.getByRole('button', { name: /^(Leave an address|Dejar un correo)$/ }).press('Enter');
    await page.getByRole('textbox', { name: /^(Your e-mail address|Tu correo)$/ }).fill('nobody@lind.example');
    await axeClean(page, `the chat's address ${look}`);
    await page.keyboard.press('Enter');
    await page.getByText('nobody@lind.example').waitFor();
  });
