import { beforeEach, expect, test } from 'vitest';
import { browserMissing, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';
import { dataOf, untranslated } from './untranslated.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a teammate chooses Spanish, and finds it again on another device', async () => {
  const open = await shop().invite('Nadia Reyes', 'agent');
  const { page } = await open('/settings/look');
  // sentences of the server that were read before are asked for anew
  const anew = page.waitForRequest((one) => one.url().endsWith('/api/boxes'));
  // and who we are, when it is kept: the server says the desk's name too
  const session = page.waitForResponse(
    async (one) => one.url().endsWith('/api/session') && one.ok() && (await localeIn(one)) === 'es',
  );
  await page.getByRole('radio', { name: 'Español' }).click();
  await anew;
  const { me } = (await (await session).json()) as { me: unknown };
  expect(me).toMatchObject({ teammate: { locale: 'es' }, desk: { title: 'Atención omnicanal' } });
  await page.getByRole('heading', { name: 'Aspecto', level: 1 }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');

  const other = await open('/inbox');
  await other.page.getByText('Ninguna conversación abierta').waitFor();
  await other.page.goto('/settings/look');
  await other.page.getByRole('radio', { name: 'English' }).click();
  await other.page.getByRole('heading', { name: 'Look', level: 1 }).waitFor();
});

/** Whose session it is speaks this language; one asked for before it was kept still speaks the former. */
async function localeIn(answer: { json(): Promise<unknown> }): Promise<string | undefined> {
  const { me } = (await answer.json()) as { me: { teammate: { locale: string } } | null };
  return me?.teammate.locale;
}

/** Where people are most of their day. */
const screens = [
  '/inbox/all',
  '/live',
  '/customers',
  '/insights',
  '/notices',
  '/tasks',
  '/improvements',
  '/search?q=parcel',
  ...['look', 'keyboard', 'notifications', 'access', 'channels', 'words', 'macros', 'fields', 'people'].map(
    (one) => `/settings/${one}`,
  ),
  ...['roles', 'keys', 'sso', 'privacy', 'health', 'imports', 'checklists', 'signatures', 'verification', 'audit'].map(
    (one) => `/settings/${one}`,
  ),
];

test('no main screen shows a text that nobody could translate, or cuts one off that is longer', async () => {
  await shop().write({ subject: 'Where is my parcel', text: 'It should have come on Monday.' });
  const { id } = await shop().conversation('Where is my parcel');
  const { page } = await shop().open('/inbox/all?language=en-XA');
  const data = dataOf(page);
  await page.reload();
  const found: string[] = [];
  for (const path of [`/inbox/all/${id}`, ...screens]) {
    await page.goto(path);
    await page.locator('main').getByText('[').first().waitFor();
    await page.waitForLoadState('networkidle');
    found.push(...(await untranslated(page, await data())).map((what) => `${path} ${what}`));
  }
  expect(found).toEqual([]);
});
