import { beforeEach, expect, test } from 'vitest';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { entryOf, holdUploads, noteField, reads } from './inbox.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a file that breaks off brings the words back, and one that is refused is asked about before anything leaves', async () => {
  await shop().write({ from: 'Ida <ida@files.test>', subject: 'Torn seam', text: 'At the left.' });
  const { id } = await shop().conversation('Torn seam');
  const { page, allow } = await shop().open(`/inbox/all/${id}`);
  const composer = page.locator('[data-pane="composer"]');
  await page.getByRole('feed').waitFor();
  await page.keyboard.press('n');
  await noteField(page).fill('See the picture.');
  const put = (name: string, bytes: number) =>
    composer.locator('input[type="file"]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.alloc(bytes) });

  const end = await holdUploads(page);
  await put('torn.txt', 5);
  await page.keyboard.press('Control+Enter');
  await reads(noteField(page), '');
  await entryOf(page, 'See the picture.').getByText('torn.txt').waitFor();
  allow(/ERR_FAILED/);
  end('fail');
  await page.getByText('torn.txt did not arrive. Your words are back in the field.').waitFor();
  await reads(noteField(page), 'See the picture.');

  await put('film.txt', 21 * 1024 * 1024);
  await composer.getByText('too large: 20 MB at most').waitFor();
  await noteField(page).focus();
  await page.keyboard.press('Control+Enter');
  await composer.getByText('Nothing was sent yet: one file does not go along').waitFor();
  expect(await noteField(page).inputValue()).toBe('See the picture.');
  await composer.getByRole('button', { name: 'Send without it' }).click();
  await entryOf(page, 'See the picture.').waitFor();
  await reads(noteField(page), '');
  await composer.getByText('film.txt').waitFor({ state: 'detached' });
});
