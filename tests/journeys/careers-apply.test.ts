import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, openScreen, phone, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const id = '01990000-0000-7000-8000-00000000a001';
const headers = () => ({ origin: program().url });

/** An opening in Kingston, written and opened by who hires. */
async function openOpening(desk: Page, brandId: string | undefined): Promise<void> {
  const body = {
    id,
    brandId,
    role: 'customer-service-specialist',
    place: 'jamaica',
    title: 'Customer service specialist, Kingston',
    about: 'You own questions to their end.\n\nYou work with a team of twelve.',
    town: 'Kingston',
    where: 'hybrid',
    hours: 'full-time',
  };
  expect((await desk.request.post('/api/openings', { data: body, headers: headers() })).status()).toBe(200);
  expect(
    (await desk.request.put(`/api/openings/${id}/state`, { data: { state: 'open' }, headers: headers() })).status(),
  ).toBe(200);
}

test('on a phone, somebody in Kingston finds an opening, applies with a CV, and erases it again', async () => {
  const open = await shop().invite('Hana Hires', 'administrator');
  const { page: desk } = await open('/inbox/my-work');
  const brands = await desk.request.get('/api/brands');
  const { rows } = (await brands.json()) as { rows: { id: string }[] };
  await openOpening(desk, rows[0]?.id);

  const { page } = await openScreen(browser(), program().url, { viewport: phone, javaScriptEnabled: false });
  await page.goto('/careers?place=jamaica');
  await page.getByRole('link', { name: 'Customer service specialist, Kingston' }).first().click();
  await page.getByText('Pay is not stated by the employer').first().waitFor();
  await page.getByRole('link', { name: 'Apply', exact: true }).last().click();
  await page.getByLabel('Your name').fill('Keisha Brown');
  await page.getByLabel('E-mail address').fill('keisha@mail.example');
  await page.getByLabel(/^CV/).setInputFiles({ name: 'cv.exe', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send the application' }).click();
  await page.getByText('This kind of file is not taken.').waitFor();
  expect(await page.getByLabel('Your name').inputValue()).toBe('Keisha Brown');
  await page
    .getByLabel(/^CV/)
    .setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 a life') });
  await page.getByRole('button', { name: 'Send the application' }).click();
  await page.getByRole('heading', { name: 'Your application is here' }).waitFor();
  await page.getByText('Received, not yet looked at to the end').waitFor();

  const list = await desk.request.get(`/api/openings/${id}/applications`);
  const [sent] = ((await list.json()) as { rows: { id: string; name: string; hasCv: boolean }[] }).rows;
  expect(sent).toMatchObject({ name: 'Keisha Brown', hasCv: true });
  const cv = await desk.request.get(`/api/applications/${sent?.id}/cv`);
  expect(cv.headers()['content-disposition']).toContain('attachment');
  expect((await cv.body()).toString()).toBe('%PDF-1.4 a life');
  await desk.request.put(`/api/applications/${sent?.id}/stage`, { data: { stage: 'talk' }, headers: headers() });
  await page.reload();
  await page.getByText('They want to talk with you').waitFor();

  // what she sees and what she can do stands clean, in the dark too
  const { page: dark } = await openScreen(browser(), program().url, { viewport: phone, colorScheme: 'dark' });
  for (const path of [page.url(), '/careers/openings', `/careers/openings/${id}`, `/careers/es/openings/${id}/apply`]) {
    await dark.goto(path);
    await axeClean(dark, path);
  }
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('heading', { name: 'Your application is erased' }).waitFor();
  expect((await desk.request.get(`/api/applications/${sent?.id}`)).status()).toBe(404);
});
