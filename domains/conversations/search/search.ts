import type { ReadCtx } from '#platform/ctx';
import type { SearchHit } from '../contract.ts';
import { rowsFiltered } from '../filter/list-filtered.ts';
import { cursorOf, readCursor } from '../keyset.ts';
import { findPlaces, type Place } from './find-places.ts';
import { nearSearch } from './near-words.ts';
import { parseSearch } from './parse-search.ts';
import { type Asked, resolveSearch } from './resolve-search.ts';
import { hitsOf, wordsTold } from './hits.ts';

export interface SearchAsk {
  readonly q: string;
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface Found {
  readonly rows: SearchHit[];
  readonly next: string | null;
  readonly near: string[];
  readonly unmet: { operator: string; value: string }[];
  readonly unknown: string[];
}

/** Searches all history of what the actor may see, newest first. The policy is asked of the conversations themselves. */
export async function search(ctx: ReadCtx, ask: SearchAsk): Promise<Found> {
  const parsed = parseSearch(ask.q);
  const asked = await resolveSearch(ctx, parsed);
  const told = { unmet: [...asked.unmet], unknown: [...parsed.unknown] };
  if (parsed.groups.length === 0 || asked.unmet.length > 0) return { rows: [], next: null, near: [], ...told };
  const places = await placesOf(ctx, asked, ask);
  if (places.length > 0 || ask.after !== undefined || asked.words.length === 0) {
    const page = await pageOf(ctx, places, ask, parsed);
    return { ...page, near: [], ...told };
  }
  const near = await nearSearch(ctx, parsed);
  if (near === null) return { rows: [], next: null, near: [], ...told };
  const alike = await placesOf(ctx, await resolveSearch(ctx, near), ask);
  // the neighbours of a word are one page: what follows would be another search
  const page = await pageOf(ctx, alike, ask, near);
  return { rows: page.rows, next: null, near: wordsTold(page.rows), ...told };
}

async function pageOf(
  ctx: ReadCtx,
  places: readonly Place[],
  ask: SearchAsk,
  parsed: ReturnType<typeof parseSearch>,
): Promise<{ rows: SearchHit[]; next: string | null }> {
  const page = places.slice(0, ask.limit);
  const last = page.at(-1);
  const ids = page.map(({ id }) => id);
  return {
    rows: await hitsOf(ctx, ids, parsed),
    next: places.length > ask.limit && last ? cursorOf(last.at, last.id) : null,
  };
}

/** One place more than the page, so that there is a next one or not. */
async function placesOf(ctx: ReadCtx, asked: Asked, ask: SearchAsk): Promise<readonly Place[]> {
  const from = readCursor(ask.after);
  if (asked.words.length === 0) {
    const wish = { filter: { match: 'all' as const, of: [] }, also: asked.also };
    const rows = await rowsFiltered(ctx, wish, { order: 'newest', from, limit: ask.limit + 1 });
    return rows.map((row) => ({ id: row.id, at: row.last_entry_at }));
  }
  return findPlaces(ctx, { ...asked, from: from && { at: new Date(from.value), id: from.id }, limit: ask.limit + 1 });
}
