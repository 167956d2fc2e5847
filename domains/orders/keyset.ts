import * as z from 'zod';
import { invalidInput } from '#platform/problem';

const Place = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a list by time goes on, unreadable on purpose. */
export function cursorOf(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');
}

/** Reads a cursor back; a broken one is refused in words. */
export function readCursor(text: string | undefined): { readonly at: Date; readonly id: string } | null {
  if (text === undefined) return null;
  try {
    const [at, id] = Place.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
    return { at: new Date(at), id };
  } catch {
    throw invalidInput({
      fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }],
    });
  }
}
