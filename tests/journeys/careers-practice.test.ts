import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, desk, openScreen, phone, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
  // the site belongs to the brand of a workspace that was set up
  shop();
});

const sizes = [
  ['at a desk', desk],
  ['on a phone', phone],
] as const;

test.each(sizes)(
  'a job seeker in Kingston practises one conversation without an account, %s',
  async (how, viewport) => {
    const { page } = await openScreen(browser(), program().url, { viewport, javaScriptEnabled: false });
    await page.goto('/careers?place=jamaica');
    await page.getByRole('link', { name: 'Practise one conversation' }).first().click();
    await page.getByRole('link', { name: /Begin with this one: A late parcel/ }).click();
    await page.getByRole('heading', { level: 1, name: 'A late parcel' }).waitFor();
    const say = async (line: string): Promise<void> => {
      await page.getByLabel('Your turn').fill(line);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
    };
    await say('Wait.');
    await page.getByText('No greeting and no name').first().waitFor();
    await page.getByRole('button', { name: 'Try again from your line 1' }).click();
    await say(
      'Hello Dana, I am sorry your parcel did not come on Monday and that you had to write twice. May I have your order number and postcode?',
    );
    await page.getByText('You checked who it is').first().waitFor();
    await say(
      'Your helmet has not moved since Monday. I will send a second one by express today, so you have it by Thursday.',
    );
    await say(
      'If the first one comes too, just refuse it at the door; you will not pay twice. I will write to you tomorrow.',
    );
    await page.getByRole('heading', { name: 'The conversation has ended' }).waitFor();
    await page.getByText('Passed', { exact: true }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

    // kept only now that she says so, and deleted by her alone
    await page.getByLabel(/Name to show/).fill('Keisha B.');
    await page.getByRole('button', { name: 'Keep it and get the link' }).click();
    const link = await page.getByRole('textbox', { name: 'Your link' }).inputValue();
    const { page: other } = await openScreen(browser(), program().url, { viewport });
    await other.goto(new URL(link).pathname);
    await other.getByText('By Keisha B.').waitFor();
    expect(await other.getByRole('button', { name: 'Delete this result' }).count()).toBe(0);
    await axeClean(other, `the shown result ${how}`);
    await page.getByRole('button', { name: 'Delete this result' }).click();
    await page.getByRole('heading', { name: 'The result is deleted' }).waitFor();
    expect((await other.reload())?.status()).toBe(404);
  },
);

test.each(sizes)('the pages of practice are clean in light, dark and Spanish, %s', async (how, viewport) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page } = await openScreen(browser(), program().url, { viewport, colorScheme });
    for (const path of ['/practise', '/practise/late-parcel', '/es/practise/pedido-tarde']) {
      await page.goto(`/careers${path}`);
      await axeClean(page, `${path} ${how}, ${colorScheme}`);
    }
    await page.getByRole('textbox', { name: 'Te toca' }).fill('Espere.');
    await page.getByRole('button', { name: 'Enviar' }).click();
    await axeClean(page, `a line said ${how}, ${colorScheme}`);
  }
});
