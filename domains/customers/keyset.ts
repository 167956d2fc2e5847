import * as z from 'zod';
import { invalidInput } from '#platform/problem';

const Place = z.tuple([z.string().max(330), z.uuid()]);

/** Where a list goes on: what it is sorted by and the id of its last row, unreadable on purpose. */
export function cursorOf(value: Date | string, id: string): string {
  const text = typeof value === 'string' ? value : value.toISOString();
  return Buffer.from(JSON.stringify([text, id])).toString('base64url');
}

/** Reads a cursor back; a broken one is refused in words. */
export function readCursor(text: string | undefined): { readonly value: string; readonly id: string } | null {
  if (text === undefined) return null;
  try {
    const [value, id] = Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { value, id };
  } catch {
    throw wrongCursor();
  }
}

/** The same for a list by time. */
export function readTimeCursor(text: string | undefined): { readonly at: Date; readonly id: string } | null {
  const place = readCursor(text);
  if (place === null) return null;
  const at = new Date(place.value);
  if (Number.isNaN(at.getTime())) throw wrongCursor();
  return { at, id: place.id };
}

function wrongCursor(): Error {
  return invalidInput({ fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }] });
}

/** A keyset position; what is no id of a page stands before everything. */
export function uuidOf(after: string | undefined): string {
  return after !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(after)
    ? after
    : '00000000-0000-0000-0000-000000000000';
}
