import type * as z from 'zod';
import type { OpeningPay } from '../contract.ts';

/** An opening as somebody else's feed tells it. */
export interface Posting {
  /** What it is called within its feed; the same on every reading. */
  readonly ref: string;
  readonly title: string;
  readonly employer: string | null;
  readonly town: string | null;
  /** As it stands there: two letters, or the name of the country. */
  readonly country: string | null;
  readonly isRemote: boolean;
  readonly postedOn: string | null;
  readonly validThrough: Date | null;
  readonly url: string;
  readonly pay: Omit<z.output<typeof OpeningPay>, 'source'> | null;
}

/** Largest title, name of an employer, of a town. */
export const nameLimit = 160;
const urlLimit = 2_000;

/** As much of a text as is looked at for one line. */
const readLimit = 20_000;

/** One line of plain text out of what a feed says; null where nothing is left. */
export function plainLine(said: unknown): string | null {
  if (typeof said !== 'string' && typeof said !== 'number') return null;
  const line = String(said)
    .slice(0, readLimit)
    .replace(/<[^<>]*>/g, ' ')
    .replaceAll('\0', '')
    .replace(/\s+/g, ' ')
    .trim();
  return line === '' ? null : line.slice(0, nameLimit);
}

/** A web address, seen from the page it stands on; null for what is none. */
export function webAddress(said: unknown, base: string): string | null {
  if (typeof said !== 'string' || said.trim() === '' || !URL.canParse(said.trim(), base)) return null;
  const url = new URL(said.trim(), base);
  return /^https?:$/.test(url.protocol) && url.href.length <= urlLimit ? url.href : null;
}

/** A moment out of any of the usual ways of writing it. */
export function momentOf(said: unknown): Date | null {
  if (typeof said !== 'string') return null;
  const when = new Date(said);
  const year = when.getUTCFullYear();
  return year >= 1990 && year <= 2100 ? when : null;
}

/** The end of a posting: a day alone lasts until its end. */
export function endOf(said: unknown): Date | null {
  const isDay = typeof said === 'string' && /^\d{4}-\d\d-\d\d$/.test(said.trim());
  return momentOf(isDay ? `${said.trim()}T23:59:59Z` : said);
}

/** The day a posting began. */
export function dayOf(said: unknown): string | null {
  return momentOf(said)?.toISOString().slice(0, 10) ?? null;
}
