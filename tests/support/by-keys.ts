import type { Locator, Page } from 'playwright-core';

/** Most steps from one field to the next that somebody without a mouse is asked for. */
const mostSteps = 120;

/** Goes on by Tab until this has the focus; what no key reaches is told by its name. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0; step < mostSteps; step += 1) {
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`By Tab nobody comes to ${target.toString()}`);
}

/** Goes to a field by Tab and writes over what is in it. */
export async function writeBy(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Goes to a list by Tab and chooses by the first letters of its name, as a keyboard does. */
export async function chooseBy(page: Page, field: Locator, name: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(name);
}

/** Goes to a button, link or box by Tab, and presses it. */
export async function pressBy(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
