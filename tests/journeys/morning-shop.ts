import type { Screen } from '../support/browser.ts';
import type { Shop } from './started-program.ts';

export const addressOf = (name: string): string => `${name.toLowerCase()}@cust.test`;

/** A customer of that first name writes; answers the id of their mail. */
export function write(shop: Shop, name: string, subject: string, text: string, inReplyTo?: string): Promise<string> {
  const mail = { from: `${name} <${addressOf(name)}>`, subject, text };
  return shop.write({ ...mail, ...(inReplyTo ? { inReplyTo } : {}) });
}

/** Opens a screen of somebody at a path. */
export type OpenScreen = (path: string, options?: object) => Promise<Screen>;

/** An agent of the standard team comes in; answers how their screens are opened. */
export async function join(shop: Shop, name: string): Promise<OpenScreen> {
  const open = await shop.invite(name, 'specialist');
  const { rows: people } = await shop.ask<{ rows: { id: string; name: string }[] }>('GET', '/api/teammates');
  const { rows: teams } = await shop.ask<{ rows: { id: string }[] }>('GET', '/api/teams');
  const id = people.find((one) => one.name === name)?.id ?? '';
  await shop.ask('PUT', `/api/teams/${teams[0]?.id ?? ''}/members/${id}`, {});
  return open;
}

/** A macro that everybody has: it thanks, and tags with praise. */
export async function makeMacro(shop: Shop, name: string): Promise<void> {
  await shop.ask('POST', '/api/macros', {
    id: crypto.randomUUID(),
    brandId: null,
    name,
    text: 'Hello {customer.firstName}, thank you for writing.',
    actions: [{ do: 'tag', names: ['praise'] }],
    visibility: 'all',
  });
}
