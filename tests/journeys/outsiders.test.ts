import { beforeEach, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a conversation is shared with a guest, who reads it, writes a note, and sees it end', async () => {
  const asGuest = await shop().invite('Gil Guest', 'guest');
  await mailOf('Certificate', 'Your site says that it is not safe.');
  await mailOf('Another matter', 'Nobody shared this.');
  const { id } = await shop().conversation('Certificate');
  const { page: theirs } = await asGuest('/');
  await theirs.getByText('Nothing is shared with you').waitFor();
  await axeClean(theirs, 'nothing is shared yet');

  const { page } = await shop().open(`/inbox/all/${id}`);
  await page.getByText('that it is not safe').first().waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Share with a guest' }).click();
  await page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Gil Guest' });
  await page.getByLabel('What do you want to know from them?').fill('Is this certificate ours?');
  await axeClean(page, 'sharing a conversation');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByText('Shared with a guest: they read everything here, notes too.').waitFor();

  // it came by itself; the other matter did not
  await theirs.getByRole('link', { name: /Certificate/u }).click();
  await theirs.getByRole('list', { name: 'Certificate' }).getByText('Is this certificate ours?').waitFor();
  expect(await theirs.getByText('Another matter').count()).toBe(0);
  await axeClean(theirs, 'a guest reads');
  await theirs.getByLabel('Your note').fill('It ran out on Sunday.');
  await theirs.keyboard.press('Control+Enter');
  await theirs.getByRole('list', { name: 'Certificate' }).getByText('It ran out on Sunday.').waitFor();
  await page.getByText('It ran out on Sunday.').first().waitFor();

  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Who can see this' }).click();
  await page.getByRole('dialog').getByRole('combobox').selectOption({ label: 'Gil Guest' });
  await page.getByText('It was shared with them as a guest.').waitFor();
  await axeClean(page, 'who can see a conversation');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();

  // the same, beginning with the person
  await page.goto(`${program().url}/settings/people`);
  await page.getByRole('button', { name: 'What can Gil Guest see?' }).click();
  await page.getByLabel('Conversation: number, words or link', { exact: true }).fill('Certificate');
  await page.getByRole('dialog').getByRole('combobox').selectOption({ index: 1 });
  await page.getByText('It was shared with them as a guest.').waitFor();
  await page.getByText('Gil Guest is a guest or client').waitFor();
  await axeClean(page, 'what a person sees');
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await page.getByRole('button', { name: 'Who can open this?' }).click();
  await page.getByText('opens and changes, by').first().waitFor();
  await axeClean(page, 'who opens a page of Settings');
  await page.goto(`${program().url}/inbox/all/${id}`);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('button', { name: 'End sharing with Gil Guest' }).click();
  await theirs.getByText('This conversation is not shared with you any more').waitFor();
  await theirs.getByRole('link', { name: /Certificate/u }).waitFor({ state: 'detached' });
});

test('a guest’s page holds in the dark, from right to left and on a phone', async () => {
  const asGuest = await shop().invite('Gwen Guest', 'guest');
  const { id } = await mailOf('Invoice', 'The number on it is wrong.');
  const guests = await shop().ask<{ guests: { id: string; name: string }[] }>('GET', `/api/conversations/${id}/shares`);
  const teammateId = guests.guests.find(({ name }) => name === 'Gwen Guest')?.id;
  await shop().ask('POST', `/api/conversations/${id}/shares`, { teammateId });
  for (const [name, look, options] of [
    ['dark, from right to left', { theme: 'dark', direction: 'rtl' }, {}],
    ['on a phone', { theme: 'light' }, { viewport: phone }],
  ] as const) {
    // a notice or a mail leads to the desk's address
    const { page } = await asGuest(`/inbox/all/${id}`, options);
    await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify(look));
    await page.reload();
    await page.getByRole('list', { name: 'Invoice' }).getByText('The number on it is wrong.').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/shared/${id}`);
    await axeClean(page, `a guest's page, ${name}`);
  }
});

test('a guest, a client and a teammate of two brands each see exactly what they may', async () => {
  const northwind = await shop().ask<{ id: string }>('POST', '/api/brands', { name: 'Northwind' });
  await shop().ask('POST', '/api/lines', {
    brandId: northwind.id,
    channel: 'email',
    name: 'Northwind',
    address: 'help@northwind.test',
    settings: { door: true, smtp: { host: '127.0.0.1', port: program().mailHost.port, secure: false } },
  });
  const ours = await mailOf('Of Fernhill', 'About a tent.');
  const theirs = await mailOf('Of Northwind', 'About a kettle.', 'help@northwind.test');
  await shop().ask('POST', `/api/conversations/${theirs.id}/notes`, {
    id: newId(),
    text: 'A secret note.',
    mentions: [],
  });
  const asClient = await joins('Cleo Client', 'client-reader', [northwind.id]);
  const asTwo = await joins('Tess Two', 'agent', [shop().brandId, northwind.id]);
  const asGuest = await joins('Gus Guest', 'guest', [northwind.id]);

  const { page: client } = await asClient('/');
  await client.getByRole('heading', { name: 'Northwind' }).waitFor();
  await client.getByText('First reply time').first().waitFor();
  await axeClean(client, 'a client’s figures');
  await client.getByRole('link', { name: 'Conversations' }).click();
  await client.getByRole('link', { name: /Of Northwind/u }).click();
  const spine = client.getByRole('list', { name: 'Of Northwind' });
  await spine.getByText('About a kettle.').waitFor();
  await axeClean(client, 'a client reads');
  expect(await spine.getByRole('listitem').count()).toBe(1);
  expect(await client.getByText('Of Fernhill').count()).toBe(0);
  await readsOnAPhone(asClient);
  await client.goto(`/client-conversations/${ours.id}`);
  await client.getByText('There is no such conversation').waitFor();

  const { page: two } = await asTwo('/inbox/all');
  await two.getByText('Of Northwind').first().waitFor();
  await two.getByText('Of Fernhill').first().waitFor();

  const { page: guest } = await asGuest('/');
  await guest.getByText('Nothing is shared with you').waitFor();
  // what each may not see is not there, whichever door is tried
  for (const [page, doors] of [
    [
      guest,
      ['/api/teammates', '/api/search?q=kettle', `/api/conversations/${theirs.id}`, '/api/customers', '/api/metrics'],
    ],
    [
      client,
      ['/api/teammates', '/api/search?q=kettle', `/api/conversations/${theirs.id}`, '/api/customers', '/api/queues'],
    ],
  ] as const)
    for (const door of doors)
      expect((await page.request.get(program().url + door)).status(), door).toBeGreaterThan(400);
});

async function readsOnAPhone(asClient: Awaited<ReturnType<typeof joins>>): Promise<void> {
  const { page } = await asClient('/', { viewport: phone });
  await page.evaluate((kept) => localStorage.setItem('rapport.look', kept), JSON.stringify({ theme: 'dark' }));
  await page.reload();
  await page.getByRole('link', { name: 'Conversations' }).click();
  await page.getByRole('link', { name: /Of Northwind/u }).click();
  await page.getByRole('list', { name: 'Of Northwind' }).getByText('About a kettle.').waitFor();
  await axeClean(page, 'a client reads on a phone, in the dark');
}

/** Somebody joins at a desk and serves these brands; an agent works in the first team. */
async function joins(name: string, desk: string, brandIds: readonly string[]) {
  const open = await shop().invite(name, desk);
  const { rows: people } = await shop().ask<{ rows: { id: string; name: string }[] }>('GET', '/api/teammates');
  const id = people.find((one) => one.name === name)?.id ?? '';
  for (const brandId of brandIds) await shop().ask('PUT', `/api/brands/${brandId}/teammates/${id}`, {});
  const { rows: teams } = await shop().ask<{ rows: { id: string }[] }>('GET', '/api/teams');
  if (desk === 'agent') for (const team of teams) await shop().ask('PUT', `/api/teams/${team.id}/members/${id}`, {});
  return open;
}

async function mailOf(subject: string, text: string, to?: string): Promise<{ id: string }> {
  await shop().write({ subject, text, ...(to ? { to } : {}) });
  return until(`“${subject}” has come`, () =>
    shop()
      .conversation(subject)
      .catch(() => null),
  );
}
