import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { type DB, planAfresh } from '#platform/database';
import { type Actor, scopeOf } from '#platform/policy';
import type { SearchHit } from '../contract.ts';
import { rowsFiltered } from '../filter/list-filtered.ts';
import { cursorOf, readCursor } from '../keyset.ts';
import { loadMany } from '../load.ts';
import { visible } from '../policy.ts';
import { nearSearch } from './near-words.ts';
import { parseSearch } from './parse-search.ts';
import { type Asked, resolveSearch } from './resolve-search.ts';
import { hitsOf, wordsTold } from './hits.ts';

/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';

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

interface Place {
  readonly id: string;
  readonly at: Date;
}

async function pageOf(
  ctx: ReadCtx,
  places: readonly Place[],
  ask: SearchAsk,
  parsed: ReturnType<typeof parseSearch>,
): Promise<{ rows: SearchHit[]; next: string | null }> {
  const page = places.slice(0, ask.limit);
  const conversations = await loadMany(
    ctx,
    page.map(({ id }) => id),
  );
  const byId = new Map(conversations.map((one) => [one.id, one]));
  const inOrder = page.flatMap(({ id }) => byId.get(id) ?? []);
  const last = page.at(-1);
  return {
    rows: await hitsOf(ctx, inOrder, parsed),
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
  const arms = armsOf(ctx.actor).map((arm) => armSql(ctx, asked, arm, from, ask.limit + 1));
  if (arms.length === 0) return [];
  const { rows } = await sql<Place>`${sql.raw(planAfresh)} select id, at from (${sql.join(arms, sql` union `)}) as found
    order by at desc, id desc limit ${ask.limit + 1}`.execute(ctx.db);
  return rows;
}

/** Where to look: everywhere, or in each of one's teams and in one's own work, each newest first by its own index. */
function armsOf(actor: Actor): readonly { readonly where: RawBuilder<unknown> }[] {
  const scope = scopeOf(actor, 'conversations.read');
  if (scope === null) return [];
  const own = { where: sql`and p.scope_assignee_id = ${actor.id ?? nobody}::uuid` };
  if (scope === 'own') return [own];
  if (scope === 'team')
    return [...[...actor.teamIds].map((id) => ({ where: sql`and p.scope_team_id = ${id}::uuid` })), own];
  if (actor.brandIds === 'all') return [{ where: sql`` }];
  return [{ where: sql`and p.scope_brand_id = any(${[...actor.brandIds]}::uuid[])` }];
}

function armSql(
  ctx: ReadCtx,
  asked: Asked,
  arm: { readonly where: RawBuilder<unknown> },
  from: { value: string; id: string } | null,
  limit: number,
): RawBuilder<unknown> {
  const words = asked.words.join(' & ');
  const also = asked.also.length === 0 ? sql`` : sql` and ${sql.join([...asked.also], sql` and `)}`;
  return sql`(select distinct on (p.last_message_at, p.conversation_id) p.conversation_id as id, p.last_message_at as at
    from search_parts as p
    join conversations on conversations.workspace_id = ${ctx.workspaceId} and conversations.id = p.conversation_id
    where p.workspace_id = ${ctx.workspaceId} and p.words @@ ${words}::tsquery ${asked.inNotes ? sql`and p.is_note` : sql``} ${arm.where}
      and conversations.merged_at is null and ${visibleTo(ctx)} ${also}
      ${from ? sql`and (p.last_message_at, p.conversation_id) < (${from.value}::timestamptz, ${from.id}::uuid)` : sql``}
    order by p.last_message_at desc, p.conversation_id desc limit ${limit})`;
}

/** The policy's own twin: what the parts say of team and assignee leads to an index and decides nothing. */
function visibleTo(ctx: ReadCtx): RawBuilder<boolean> {
  return sql<boolean>`${visible(ctx.actor)(expressionBuilder<DB, 'conversations'>())}`;
}
