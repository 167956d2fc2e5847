import * as z from 'zod';
import { invalidInput } from '#platform/problem';

const place = z.tuple([z.string().max(40), z.uuid()]);

/** Where a list goes on: the sort value and the id of the last row, unreadable on purpose. */
export function cursorOf(sortValue: Date | string, id: string): string {
  const value = typeof sortValue === 'string' ? sortValue : sortValue.toISOString();
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** Reads a cursor back; a broken one is refused in words. */
export function readCursor(text: string | undefined): { value: string; id: string } | null {
  if (text === undefined) return null;
  try {
    const [value, id] = place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { value, id };
  } catch {
    throw invalidInput({
      fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }],
    });
  }
}
