import { beforeEach, expect, test } from 'vitest';
import { axeClean, browserMissing, phone, useBrowser } from '../support/browser.ts';
import { useProgram, useShop } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('a teammate says their role, sees the ways on with what each rests on, and what is open; nobody else sees it', async () => {
  const open = await shop().invite('Priya Raman', 'agent');
  const { page } = await open('/career');
  await page.getByText('nothing is guessed here').first().waitFor();
  await axeClean(page, 'my career before a word');
  const stand = page.getByRole('form', { name: 'Where you stand' });
  await stand.getByLabel('Your role').selectOption('senior-customer-service-specialist');
  await stand.getByLabel('Since').fill('2026-05-04');
  await stand.getByLabel('Your place').selectOption('united-states');
  await stand.getByRole('button', { name: 'Save' }).click();
  await page.getByText('You are: Senior customer service specialist').waitFor();
  const ladder = page.getByRole('region', { name: 'Where you can go' });
  await ladder.getByText('Salary Guide From Robert Half').first().waitFor();
  const id = '01990000-0000-7000-8000-00000000a002';
  const team = { role: 'customer-service-team-leader', place: 'united-states', title: 'Team leader, Warranty' };
  const terms = { about: 'Lead twelve.', town: null, where: 'remote', hours: 'full-time' };
  await shop().ask('POST', '/api/openings', { id, brandId: shop().brandId, ...team, ...terms });
  await shop().ask('PUT', `/api/openings/${id}/state`, { state: 'open' });
  const leader = ladder.getByRole('listitem').filter({ hasText: 'team leader' });
  const look = leader.getByRole('button');
  if (await look.count()) await look.click();
  await page.reload();
  if (await look.count()) await look.click();
  await page.getByRole('region', { name: 'Openings' }).getByText('Team leader, Warranty').waitFor();
  const skills = page.getByRole('region', { name: 'Skills' });
  await skills.getByText('Nothing is known yet').first().waitFor();
  await skills.getByText('Rests on').first().click();
  await skills.getByRole('combobox').first().selectOption('5');
  await skills.getByText('your own word, level 5').waitFor();
  await page
    .getByText(/^1 of \d met$/)
    .first()
    .waitFor();
  await axeClean(page, 'my career');
  await page.evaluate(() => localStorage.setItem('rapport.look', JSON.stringify({ theme: 'dark', direction: 'rtl' })));
  await page.reload();
  await page.getByText('You are: Senior customer service specialist').waitFor();
  await axeClean(page, 'my career, dark and from right to left');
  await page.setViewportSize(phone);
  await axeClean(page, 'my career on a phone');

  // the owner leads the team: they see it once it is chosen, and not before
  const me = (await (await page.request.get('/api/me/career')).json()) as { teammateId: string };
  const path = `/api/teammates/${me.teammateId}/career`;
  await expect(shop().ask('GET', path)).rejects.toThrow(/404/);
});
