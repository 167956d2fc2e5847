import type { Locator, Page } from 'playwright-core';

/** The column of one chat. */
export function columnOf(page: Page, who: string): Locator {
  return page.getByRole('region', { name: `Chat with ${who} Chatter` });
}

/** Where one answers them. */
export function fieldOf(page: Page, who: string): Locator {
  return page.getByRole('textbox', { name: `Your answer to ${who}` });
}

/** Who stands in the columns, from the first on. */
export async function columnsOf(page: Page): Promise<string[]> {
  const names = await page
    .getByRole('region', { name: /^Chat with/ })
    .evaluateAll((all: { ariaLabel: string | null }[]) => all.map((one) => one.ariaLabel ?? ''));
  return names.map((name) => /^Chat with (\w+)/.exec(name)?.[1] ?? '');
}

/** Whether the keys go there. */
export function hasFocus(where: Locator): Promise<boolean> {
  return where.evaluate((field: { matches(selector: string): boolean }) => field.matches(':focus'));
}

/** An answer of the server that is held back until it is let go. */
export async function heldBack(page: Page, what: string): Promise<{ asked: Promise<void>; release: () => void }> {
  const asked = Promise.withResolvers<void>();
  const letGo = Promise.withResolvers<void>();
  await page.route(what, async (route) => {
    asked.resolve();
    await letGo.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: letGo.resolve };
}
