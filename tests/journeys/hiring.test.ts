import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { chooseBy, pressBy, writeBy } from '../support/by-keys.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();

let published = ['Call centre specialist, nights'];
/** A job board of somebody else. */
const board = createServer((_request, response) => {
  const postings = published.map((title, index) => ({
    '@type': 'JobPosting',
    title,
    url: `/jobs/${index}`,
    datePosted: '2026-11-02',
    jobLocation: { address: { addressCountry: 'JM', addressLocality: 'Montego Bay' } },
  }));
  const page = `<html><script type="application/ld+json">${JSON.stringify(postings)}</script></html>`;
  response.writeHead(200, { 'content-type': 'text/html' }).end(page);
});
afterAll(() => new Promise((resolve) => board.close(resolve)));
const boardHost = (): string => `localhost:${(board.address() as AddressInfo).port}`;
const program = useProgram({
  settings: async () => {
    await new Promise<void>((resolve) => board.listen(0, '127.0.0.1', resolve));
    return { FETCH_PRIVATE_HOSTS: boardHost() };
  },
});
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

/** Keisha applies on the site, without script, on a phone. */
async function applyAs(name: string, address: string): Promise<Page> {
  const { page } = await openScreen(browser(), program().url, { viewport: phone, javaScriptEnabled: false });
  await page.goto('/careers?place=jamaica');
  await page.getByRole('link', { name: 'Specialist in Kingston' }).first().click();
  await page.getByRole('link', { name: 'Apply', exact: true }).last().click();
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(address);
  await page
    .getByLabel(/^CV/)
    .setInputFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('Six years on the phone') });
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send the application' }).click();
  await page.getByRole('heading', { name: 'Your application is here' }).waitFor();
  return page;
}

/** The form from its button to its end, by keys alone. */
async function writeOpening(page: Page): Promise<void> {
  await pressBy(page, page.getByRole('button', { name: 'New opening' }));
  const form = page.getByRole('dialog', { name: 'New opening' });
  await writeBy(page, form.getByLabel('Title'), 'Specialist in Kingston');
  await chooseBy(page, form.getByLabel('Place'), 'Jamaica');
  await writeBy(page, form.getByLabel('Town'), 'Kingston');
  await writeBy(page, form.getByLabel('What it is'), 'You own questions to their end.');
  await pressBy(page, form.getByLabel('State the pay'), 'Space');
  await pressBy(page, form.getByRole('button', { name: 'Save' }));
  await form.getByText('Write two amounts').waitFor();
  await writeBy(page, form.getByLabel('From', { exact: true }), '1200000');
  await writeBy(page, form.getByLabel('To', { exact: true }), '1500000');
  expect(await form.getByLabel('Currency').inputValue()).toBe('JMD');
  await writeBy(page, form.getByLabel('Where the range comes from'), 'own bands 2026');
  await axeClean(page, 'the form of an opening');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Specialist in Kingston' }).waitFor();
}

test('a people manager opens a place with its pay, moves who applies, notes, and erases with a proof', async () => {
  const open = await shop().invite('Hana Hires', 'people');
  const { page } = await open('/');
  await page.waitForURL(/\/hiring$/);
  await writeOpening(page);
  await pressBy(page, page.getByRole('button', { name: 'Open it' }));
  await page.getByText('Open on the careers site').first().waitFor();
  const site = await applyAs('Keisha Brown', 'keisha@mail.example');
  expect(await site.request.get('/careers/openings').then((answer) => answer.text())).toContain('own bands 2026');
  await applyAs('Andre Campbell', 'andre@mail.example');
  // the open board follows: nobody loads it again
  await moveOnBoard(page);

  // one applicant
  const talk = page.getByRole('region', { name: 'Talk' });
  const hasFocus = (tag: string) => async (): Promise<boolean> =>
    (await page.evaluate('document.activeElement.tagName + document.activeElement.textContent')) ===
    `${tag}Keisha Brown`;
  await talk.getByRole('link', { name: 'Keisha Brown' }).focus();
  await page.keyboard.press('Enter');
  await until('the keys go on in the panel', hasFocus('H2'));
  await page.keyboard.press('Escape');
  await until('the keys are back at the card', hasFocus('A'));
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Keisha Brown' });
  await panel.getByRole('button', { name: 'Read it here' }).click();
  await panel.getByText('Six years on the phone').waitFor();
  await writeLetters(page, site);
  await panel.getByLabel('New note').fill('Calm and clear.');
  await panel.getByRole('button', { name: 'Add note' }).click();
  await panel.getByRole('listitem').getByText('Calm and clear.').waitFor();
  await panel.getByText(/^Kept until /).waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    panel.getByRole('button', { name: 'Download all that is kept' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^application-/);
  await axeClean(page, 'an applicant');
  await looksElsewhere(page);

  await panel.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  const proof = page.getByRole('dialog', { name: 'Proof of erasure' });
  for (const line of ['Application: 1 removed', 'Notes: 1 removed', 'Letters: 3 removed', 'CV files: 1 removed'])
    await proof.getByText(line).waitFor();
  // her name is gone as soon as the proof is there, not only once the lists have come anew
  await page.getByText('Keisha Brown').first().waitFor({ state: 'detached' });
  await proof.getByRole('button', { name: 'Close' }).click();
  await talk.getByRole('link', { name: 'Andre Campbell' }).waitFor();
  expect(await page.getByText('Keisha Brown').count()).toBe(0);
  await site.reload();
  await site.getByText('This application is not here').first().waitFor();
});

/** Keisha and Andre go on: by key, by menu and back by Z, and by dragging. */
async function moveOnBoard(page: Page): Promise<void> {
  const received = page.getByRole('region', { name: 'Received' });
  const talk = page.getByRole('region', { name: 'Talk' });
  await received.getByRole('link', { name: 'Keisha Brown' }).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await talk.getByRole('link', { name: 'Keisha Brown' }).waitFor();
  await until('the card keeps the focus', async () => (await page.locator(':focus').textContent()) === 'Keisha Brown');
  await received.getByRole('button', { name: 'Move Andre Campbell' }).click();
  await page.getByRole('menuitem', { name: 'Declined' }).click();
  const declined = page.getByRole('region', { name: 'Declined' });
  await declined.getByRole('link', { name: 'Andre Campbell' }).waitFor();
  await page.getByText('Andre Campbell: Declined').first().waitFor();
  await page.keyboard.press('z');
  await received.getByRole('link', { name: 'Andre Campbell' }).waitFor();
  // a hand begins to drag once the board stands still
  await page.waitForLoadState('networkidle');
  await received.getByRole('listitem').filter({ hasText: 'Andre' }).dragTo(talk);
  await talk.getByRole('link', { name: 'Andre Campbell' }).waitFor();
  await axeClean(page, 'the board of an opening');
}

/** She was mailed at once, is invited by mail, and answers on her page. */
async function writeLetters(page: Page, site: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Keisha Brown' });
  const mailsTo = () => program().mailHost.mailsTo('keisha@mail.example');
  await until('her mail is there', () => mailsTo().length === 1, 30_000);
  expect(mailsTo()[0]).toContain('/applications/');
  await panel.getByLabel('Begin with').selectOption('invited');
  await until('the template is there', async () => (await panel.getByLabel('Subject').inputValue()) !== '');
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await until('her invitation is there', () => mailsTo().length === 2, 30_000);
  await site.reload();
  await site.getByText('We would like to talk with you for half an hour.').waitFor();
  await site.getByLabel('Write to').fill('Tuesday at ten, Kingston time');
  await site.getByRole('button', { name: 'Send the message' }).click();
  await site.getByText('From you').waitFor();
  await panel.getByText('Tuesday at ten, Kingston time').waitFor();
  await panel.getByText('Mailed').first().waitFor();
}

/** The same applicant in the dark, from right to left, and on a phone. */
async function looksElsewhere(page: Page): Promise<void> {
  await page.evaluate(() => localStorage.setItem('rapport.look', JSON.stringify({ theme: 'dark', direction: 'rtl' })));
  await page.reload();
  await page.getByText('Calm and clear.').waitFor();
  await axeClean(page, 'an applicant, dark and from right to left');
  await page.setViewportSize(phone);
  await axeClean(page, 'an applicant on a phone');
  await page.evaluate(() => localStorage.removeItem('rapport.look'));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.reload();
  await page.getByText('Calm and clear.').waitFor();
}

test('a people manager names a feed from elsewhere; what stands in it stands on the site, and goes with it', async () => {
  const open = await shop().invite('Fay Feeds', 'people');
  const { page, allow } = await open('/settings/opening-feeds');
  allow(/422/);
  await page.getByText('No feed is named yet').waitFor();
  await page.getByLabel('Who publishes it').fill('Harbour jobs');
  await page.getByLabel('Address of the page or feed').fill('ftp://board.example/jobs');
  await page.getByRole('button', { name: 'Add a feed' }).click();
  await page.getByText('Only addresses that begin with https:// or http:// are fetched.').waitFor();
  await page.getByLabel('Address of the page or feed').fill(`http://${boardHost()}/jobs`);
  await page.keyboard.press('Enter');
  await page.getByText('Openings on the site: 1').waitFor();
  await axeClean(page, 'feeds of openings');
  await page.setViewportSize(phone);
  await axeClean(page, 'feeds of openings on a phone');
  const site = async (path: string): Promise<string> => (await fetch(`${program().url}/careers${path}`)).text();
  const shown = await site('/openings?place=jamaica');
  expect(shown).toContain(`<a href="http://${boardHost()}/jobs/0" rel="external noopener nofollow"`);
  expect(shown).toContain('Source: <bdi>Harbour jobs</bdi> · posted on November 2, 2026');
  expect(await site('/call-centre-specialist')).toContain('Call centre specialist, nights');
  published = [];
  await page.getByRole('button', { name: 'Read it now: Harbour jobs' }).click();
  await page.getByText('Read, and no opening is in it.').waitFor();
  expect(await site('/openings')).not.toContain('nights');
  await page.getByRole('button', { name: 'Take away: Harbour jobs' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await page.getByText('No feed is named yet').waitFor();
});

test('who does not hire sees no opening and no applicant, by screen or by API', async () => {
  const open = await shop().invite('Ada Agent', 'agent');
  const { page, allow } = await open('/hiring');
  allow(/403/);
  await page.getByText('Your role does not hire').waitFor();
  for (const path of [
    '/api/openings',
    '/api/opening-feeds',
    '/api/openings/01990000-0000-7000-8000-00000000a001/applications',
  ])
    expect((await page.request.get(path)).status(), path).toBe(403);
});
