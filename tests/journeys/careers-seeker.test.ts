import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { browserMissing, desk, openScreen, phone, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

const sizes = [
  ['at a desk', desk, '01990000-0000-7000-8000-00000000a011'],
  ['on a phone', phone, '01990000-0000-7000-8000-00000000a012'],
] as const;
const lines = [
  'Hello Dana, I am sorry your parcel did not come on Monday and that you had to write twice. May I have your order number and postcode?',
  'Your helmet has not moved since Monday. I will send a second one by express today, so you have it by Thursday.',
  'If the first one comes too, just refuse it at the door; you will not pay twice. I will write to you tomorrow.',
];

/** From the first page of the site to a kept result; answers its link. */
async function practise(page: Page): Promise<string> {
  await page.getByRole('link', { name: 'Practise one conversation' }).first().click();
  await page.getByRole('link', { name: /Begin with this one: A late parcel/ }).click();
  for (const line of lines) {
    await page.getByLabel('Your turn').fill(line);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
  }
  await page.getByText('Passed', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Keep it and get the link' }).click();
  return page.getByRole('textbox', { name: 'Your link' }).inputValue();
}

test.each(sizes)(
  'a job seeker in Kingston goes from the first page to applied, with a practice to show, %s',
  async (how, viewport, id) => {
    const title = `Specialist in Kingston, ${how}`;
    const opening = { id, brandId: shop().brandId, role: 'customer-service-specialist', place: 'jamaica', title };
    const terms = { about: 'You own questions to their end.', town: 'Kingston', where: 'hybrid', hours: 'full-time' };
    await shop().ask('POST', '/api/openings', { ...opening, ...terms });
    await shop().ask('PUT', `/api/openings/${id}/state`, { state: 'open' });

    const { page } = await openScreen(browser(), program().url, { viewport, javaScriptEnabled: false });
    await page.goto('/careers');
    await page.getByRole('link', { name: 'Jamaica' }).first().click();
    const link = await practise(page);
    await page.getByRole('link', { name: 'Openings', exact: true }).first().click();
    await page.getByRole('link', { name: title }).click();
    await page
      .locator('a:visible', { hasText: /^Apply$/ })
      .first()
      .click();
    await page.getByLabel('Your name').fill('Keisha Brown');
    await page.getByLabel('E-mail address').fill('keisha@mail.example');
    await page.locator('textarea[name="proofs"]').fill(link);
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Send the application' }).click();
    await page.getByRole('heading', { name: 'Your application is here' }).waitFor();
    await page.getByText('A late parcel: 20 / 20').waitFor();

    const { rows } = await shop().ask<{ rows: { name: string; proofs: number }[] }>(
      'GET',
      `/api/openings/${id}/applications`,
    );
    expect(rows).toMatchObject([{ name: 'Keisha Brown', proofs: 1 }]);
  },
);
