import { invalidInput } from '#platform/problem';

/** Where a list that goes back in time goes on. */
export interface Moment {
  readonly at: string;
  readonly id: string;
}

/** The `next` of such a list. */
export function momentCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

/** The place that a `next` of ours names; null for the first page. */
export function readMoment(after: string | undefined): Moment | null {
  if (after === undefined) return null;
  try {
    const [at, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    const isOurs = typeof at === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
    if (isOurs && !Number.isNaN(Date.parse(at))) return { at, id };
  } catch {
    // answered below: whatever it was, no page of ours said it
  }
  throw invalidInput({ fields: [{ path: 'query.after', message: 'is no `next` of a page' }] });
}

/** The `next` of a list by name. */
export function nameCursor(name: string, id: string): string {
  return Buffer.from(JSON.stringify([name, id])).toString('base64url');
}

/** The place that a `next` of a list by name names; null for the first page. */
export function readNameCursor(after: string | undefined): { readonly name: string; readonly id: string } | null {
  if (after === undefined) return null;
  try {
    const [name, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[];
    if (typeof name === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id };
  } catch {
    // answered below: whatever it was, no page of ours said it
  }
  throw invalidInput({ fields: [{ path: 'query.after', message: 'is no `next` of a page' }] });
}
