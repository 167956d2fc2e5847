import { beforeEach, expect, test } from 'vitest';
import * as deeds from '../journeys/morning-deeds.ts';
import { addressOf, join, makeMacro, write } from '../journeys/morning-shop.ts';
import { useProgram, useShop } from '../journeys/started-program.ts';
import { axeClean, browserMissing, useBrowser } from '../support/browser.ts';
import { until } from '../support/until.ts';

const browser = useBrowser();
const program = useProgram();
const shop = useShop(program, browser);
/** A morning is long, and the machine of a test run is busy. */
const morningLimitMs = 300_000;

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test(
  'the same deeds from right to left, in the dark, by the keyboard alone',
  async () => {
    await write(shop(), 'Uma', 'הזמנה של אומה', 'איפה ההזמנה שלי?');
    await write(shop(), 'Viktor', 'Praise from Viktor', 'Thank you!');
    await write(shop(), 'Wanda', 'Wanda’s pole', 'My pole broke.');
    await write(shop(), 'Wanda', 'Wanda again', 'Hello?');
    const first = await write(shop(), 'Xaver', 'Bill of Xaver', 'It is wrong.');
    await write(shop(), 'Xaver', 'Re: Bill of Xaver', 'I moved to Bergweg 1.', first);
    await write(shop(), 'Yara', 'Yara in June', 'Please wait.');
    await write(shop(), 'Zoe', 'List for Zoe', 'Tomorrow, please.');
    const gales = ['Gale at Abel’s', 'Gale at Bo’s', 'Gale at Cai’s'];
    for (const [at, name] of ['Abel', 'Bo', 'Cai'].entries())
      await write(shop(), name, gales[at] ?? '', 'The gale tore it.');
    await makeMacro(shop(), 'Gratitude');
    const open = await join(shop(), 'Dalia Levi');
    const { page, context } = await open('/inbox/unassigned');
    await context.addInitScript(() =>
      localStorage.setItem('rapport.look', JSON.stringify({ direction: 'rtl', theme: 'dark' })),
    );
    await page.reload();
    await page.getByRole('listbox', { name: 'Conversations' }).getByRole('option').first().waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await axeClean(page, 'from right to left');
    await deeds.answerAndClose(page, 'הזמנה של אומה', 'היא יצאה היום (FH-2041).');
    await deeds.answerByMacro(page, 'Praise from Viktor', 'Gratitude', 'Hello Viktor, thank you for writing.');
    await deeds.askColleague(page, 'Wanda’s pole', 'Do we have such poles?', 'Olive Owner');
    await axeClean(page, 'a note from right to left');
    await deeds.mergeAndUndo(page, 'Wanda again', 'Wanda’s pole');
    await deeds.splitNewest(page, 'Bill of Xaver', 'Bergweg 1', 'Xaver moved');
    await deeds.snooze(page, 'Yara in June', 'in 30 days');
    await deeds.sendLater(page, 'List for Zoe', 'Here you are.');
    await axeClean(page, 'leaves later, from right to left');
    await deeds.closeTogether(page, gales);
    await deeds.search(page, 'bergweg', /Xaver: /, 'I moved to Bergweg 1.');
    for (const name of ['Uma', 'Viktor'])
      await until(`${name} has an answer`, () => program().mailHost.mailsTo(addressOf(name)).length > 0, 60_000);
  },
  morningLimitMs,
);
