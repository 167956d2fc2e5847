import { expect, test } from 'vitest';
import { changeCustomer } from '#domains/customers';
import { servedLanguages } from '#platform/words';
import { visibleReply } from '#science/mail';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { quoteHead, sentOn } from './compose-mail.ts';
import { languageToWrite } from './letter-facts.ts';

const world = useWorld();
const at = new Date('2026-11-17T10:42:31Z');

function headIn(language: string): string {
  const said = world().house.say(language, quoteHead);
  return said.replace('{date}', sentOn(at, language)).replace('{from}', 'Ana Moreau');
}

test('what stands above a quote is said in the language of who reads it', () => {
  expect(headIn('en')).toBe('On Tue, 17 Nov 2026 10:42 UTC, Ana Moreau wrote:');
  expect(headIn('es')).toBe('El mar, 17 nov 2026, 10:42 UTC, Ana Moreau escribió:');
});

test.each(servedLanguages)('we know our own quote again when it comes back, in %s', (language) => {
  const { reply } = visibleReply(`Thanks!\n\n${headIn(language)}\n\n> It left yesterday.`);
  expect(reply).toBe('Thanks!');
});

test('a customer’s own language goes before their brand’s', async () => {
  const { workspace, mail } = await openDesk(world(), { locale: 'es' });
  const { customerId } = await mail({ at });
  const { brandId } = workspace;
  const language = () => workspace.read(null, (ctx) => languageToWrite(ctx, { customerId, brandId }));
  expect(await language()).toBe('es');
  await workspace.act(workspace.owner, (ctx) => changeCustomer(ctx, customerId, { locale: 'en-GB' }));
  expect(await language()).toBe('en');
});
