import { expressionBuilder, type RawBuilder, sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { type DB, planAfresh, planOnce } from '#platform/database';
import { type Actor, scopeOf } from '#platform/policy';
import { visible } from '../policy.ts';
import { rarityOf, type Split, splitBy } from './split-words.ts';
import { type WordShares, wordShares } from './word-shares.ts';

/** A conversation that was found, and the moment it is ordered by. */
export interface Place {
  readonly id: string;
  readonly at: Date;
}

/** Words that must all be met, each a tsquery, and what else must hold of the conversation. */
export interface Wanted {
  readonly words: readonly string[];
  readonly inNotes: boolean;
  readonly also: readonly RawBuilder<boolean>[];
  /** Where the page before ended. */
  readonly from: Edge | null;
  readonly limit: number;
}

const once = sql.raw(planOnce);
/** An id that nobody has. */
const nobody = '00000000-0000-0000-0000-000000000000';
/** How many of the newest parts are read word by word, in each place where the actor may look: first, and then. */
interface Steps {
  readonly short: number;
  readonly long: number;
  /** What is known of the words, where it is not asked for. */
  readonly known?: WordShares | null;
}

const standardSteps: Steps = { short: 300, long: 3_000 };
/** Of the first ones so many hold all words: then the next ones fill a page sooner than the index does. */
const oftenEnough = 5;
/** Most parts of one arm between two edges: the steps, and the other parts of a conversation that lies at an edge. */
const walkLimit = 2 * standardSteps.long;
/** Months that the index of words is asked for at once, from the newest back; null is everything. */
const monthsBack = [0, 1, 5, null] as const;

/**
 * The newest conversations that hold all words, as far as a page. Frequent words are met soon by whoever walks from the
 * newest back; rare ones lie close together in the index of words, and in it a frequent one costs the most. Which is
 * which tells what PostgreSQL counted, or the newest parts: asked for all at once, it gathers every place of a word
 * before it shows the first.
 */
export async function findPlaces(
  ctx: ReadCtx,
  wanted: Wanted,
  steps: Steps = standardSteps,
): Promise<readonly Place[]> {
  const arms = armsOf(ctx.actor);
  if (arms.length === 0) return [];
  const known = steps.known === undefined ? await wordShares(ctx) : steps.known;
  const rarity = known && rarityOf(known, wanted.words);
  if (rarity?.isRare && wanted.also.length === 0)
    return lookBack(ctx, wanted, arms, { words: rarity, before: wanted.from });
  const found: Place[] = [];
  const isFull = (): boolean => found.length >= wanted.limit;
  const short = await edgeOf(ctx, arms, wanted.from, steps.short);
  found.push(...(await walk(ctx, wanted, arms, { since: short, before: wanted.from })));
  if (short === null || isFull()) return found;
  let before = short;
  if (found.length >= oftenEnough) {
    const long = await edgeOf(ctx, arms, before, steps.long);
    found.push(...(await walk(ctx, less(wanted, found), arms, { since: long, before })));
    if (long === null || isFull()) return found;
    before = long;
  }
  const words = rarity ?? (await splitWords(ctx, wanted, arms, { since: short, before: wanted.from }));
  return [...found, ...(await lookBack(ctx, less(wanted, found), arms, { words, before }))];
}

/** What is older than an edge, by the index of words: month after month, as far as a page. */
async function lookBack(
  ctx: ReadCtx,
  wanted: Wanted,
  arms: readonly Arm[],
  { words, before: first }: { readonly words: Split; readonly before: Edge | null },
): Promise<readonly Place[]> {
  const found: Place[] = [];
  let before = first;
  /** What the first look gave. */
  let yielded: number | null = null;
  const atOnce = async (): Promise<readonly Place[]> => [
    ...found,
    ...(await askAtOnce(ctx, less(wanted, found), arms, before)),
  ];
  const isElse = wanted.also.length > 0 && words.areFrequent;
  if (isElse && arms.length === 1) return atOnce();
  for (const months of monthsBack) {
    const since = months === null ? null : { at: monthStart(ctx.now, months), id: nobody };
    if (since !== null && before !== null && since.at >= before.at) continue;
    // where a look gave little, as many more months would not fill the page either: the next one reaches further
    if (months !== null && yielded !== null && yielded * months < wanted.limit) continue;
    const more = await lookUp(ctx, less(wanted, found), words, { since, before });
    yielded ??= more.length;
    found.push(...more);
    if (found.length >= wanted.limit) break;
    before = since ?? before;
    // a month full of the words had nothing of what else is asked: that is rarer, and leads sooner
    if (isElse && months !== null && more.length === 0) return atOnce();
  }
  return found;
}

function less(wanted: Wanted, found: readonly Place[]): Wanted {
  return { ...wanted, limit: wanted.limit - found.length };
}

/** A place in history; what stands at it belongs to the newer side. */
interface Edge {
  readonly at: Date;
  readonly id: string;
}

/** A stretch of history between two edges; null where it is open. */
interface Stretch {
  readonly since: Edge | null;
  readonly before: Edge | null;
}

type Arm = RawBuilder<unknown>;

/** Where to look: everywhere, or in each of one's teams and in one's own work, each newest first by its own index. */
function armsOf(actor: Actor): readonly Arm[] {
  const scope = scopeOf(actor, 'conversations.read');
  if (scope === null) return [];
  const own = sql`p.scope_assignee_id = ${actor.id ?? nobody}::uuid`;
  if (scope === 'own') return [own];
  if (scope === 'team') return [...[...actor.teamIds].map((id) => sql`p.scope_team_id = ${id}::uuid`), own];
  if (actor.brandIds === 'all') return [sql`true`];
  return [sql`p.scope_brand_id = any(${[...actor.brandIds]}::uuid[])`];
}

/** Whether a part lies in a stretch. The moment is said by itself too: by it the months are chosen. */
function within({ since, before }: Stretch): RawBuilder<unknown> {
  const place = sql`(p.last_message_at, p.conversation_id)`;
  return sql`${since ? sql`and p.last_message_at >= ${since.at} and ${place} >= (${since.at}::timestamptz, ${since.id}::uuid)` : sql``}
    ${before ? sql`and p.last_message_at <= ${before.at} and ${place} < (${before.at}::timestamptz, ${before.id}::uuid)` : sql``}`;
}

/** The edge down to which so many steps from another read every arm; null where all of them end before. */
async function edgeOf(ctx: ReadCtx, arms: readonly Arm[], before: Edge | null, steps: number): Promise<Edge | null> {
  const edges = arms.map(
    (arm) => sql`(select p.last_message_at as at, p.conversation_id as id from search_parts as p
      where p.workspace_id = ${ctx.workspaceId} and ${arm} ${within({ since: null, before })}
      order by p.last_message_at desc, p.conversation_id desc offset ${sql.lit(steps)} limit 1)`,
  );
  const { rows } = await sql<Edge>`${once} select at, id from (${sql.join(edges, sql` union all `)}) as edges
    order by at desc, id desc limit 1`.execute(ctx.db);
  return rows[0] ?? null;
}

/** Of a stretch, what holds the words, newest first: each arm's parts are read one by one in the order of its index. */
async function walk(ctx: ReadCtx, wanted: Wanted, arms: readonly Arm[], stretch: Stretch): Promise<readonly Place[]> {
  const walks = arms.map(
    (
      arm,
    ) => sql`(select distinct on (p.last_message_at, p.conversation_id) p.conversation_id as id, p.last_message_at as at from (
        select * from search_parts as p where p.workspace_id = ${ctx.workspaceId} and ${arm} ${within(stretch)}
        order by p.last_message_at desc, p.conversation_id desc limit ${sql.lit(walkLimit)}) as p
      where ${meets(wanted.words)} ${inNotes(wanted)} and ${mayShow(ctx, wanted)}
      order by p.last_message_at desc, p.conversation_id desc limit ${wanted.limit})`,
  );
  const { rows } = await sql<Place>`${once} select distinct id, at from (${sql.join(walks, sql` union all `)}) as walked
    order by at desc, id desc limit ${wanted.limit}`.execute(ctx.db);
  return rows;
}

/** How often each word stands in the newest parts tells where it is cheaper to meet. */
async function splitWords(ctx: ReadCtx, wanted: Wanted, arms: readonly Arm[], stretch: Stretch): Promise<Split> {
  const { words } = wanted;
  if (words.length === 1 && wanted.also.length === 0) return splitBy(words, [0]);
  const sample = arms.map(
    (arm) => sql`(select p.words from search_parts as p
      where p.workspace_id = ${ctx.workspaceId} and ${arm} ${within(stretch)} limit ${sql.lit(standardSteps.short)})`,
  );
  const counts = words.map((word) => sql`count(*) filter (where words @@ (select ${word}::tsquery))::int`);
  const { rows } = await sql<{
    counts: number[];
    all: number;
  }>`${once} select array[${sql.join(counts)}] as counts, count(*)::int as all
    from (${sql.join(sample, sql` union all `)}) as sample`.execute(ctx.db);
  const shares = (rows[0]?.counts ?? []).map((count) => (count + 0.5) / ((rows[0]?.all ?? 0) + 1));
  return splitBy(words, shares);
}

/**
 * Of a stretch, what the index of words finds, newest first. Team and person are asked of what was found
 * (whether it "is true" no index tells): the planner, who is told no word, would take the index of a team for the narrower
 * one. Of frequent words in a row so many rows are gathered that it pays: the index of the team leaves out most unread.
 */
async function lookUp(ctx: ReadCtx, wanted: Wanted, words: Split, stretch: Stretch): Promise<readonly Place[]> {
  const { since, before } = stretch;
  // one side of the stretch alone: for two of them the planner would read the months' own order too
  const months = since ? sql`p.last_message_at >= ${since.at}` : sql`p.last_message_at <= ${before?.at ?? ctx.now}`;
  const byTeam = words.areFrequent && words.inIndex.some(isRow);
  const isTheirs = sql`(${sql.join([...armsOf(ctx.actor)], sql` or `)}) ${byTeam ? sql`` : sql`is true`}`;
  const { rows } = await sql<Place>`${once} with met as materialized (
      select p.* from search_parts as p
      where p.workspace_id = ${ctx.workspaceId} and ${meets([words.inIndex.map(inAnyOrder).join(' & ')])} and ${months}
        and ${isTheirs})
    select distinct on (p.last_message_at, p.conversation_id) p.conversation_id as id, p.last_message_at as at from (
      select * from met as p where true ${within(stretch)} ${inNotes(wanted)} order by p.last_message_at desc, p.conversation_id desc offset 0) as p
    where ${meets([...words.inRows, ...words.inIndex.filter(isRow)])} and ${mayShow(ctx, wanted)}
    order by p.last_message_at desc, p.conversation_id desc limit ${wanted.limit}`.execute(ctx.db);
  return rows;
}

/**
 * The index of words knows no order: for words in a row PostgreSQL reads each row that holds them all. Asked for them in
 * any order it reads none, and whether they stand in a row is read of those alone that the reader may see, newest first,
 * until the page is full.
 */
function inAnyOrder(word: string): string {
  return word.replaceAll(' <-> ', ' & ');
}

function isRow(word: string): boolean {
  return word.includes(' <-> ');
}

/**
 * What is older, where more is asked than frequent words: a tag, a state, a place. Which of them is rare only PostgreSQL
 * knows, and so it plans for these very words and values.
 */
async function askAtOnce(
  ctx: ReadCtx,
  wanted: Wanted,
  arms: readonly Arm[],
  before: Edge | null,
): Promise<readonly Place[]> {
  const words = wanted.words.join(' & ');
  const asked = arms.map(
    (
      arm,
    ) => sql`(select distinct on (p.last_message_at, p.conversation_id) p.conversation_id as id, p.last_message_at as at
      from search_parts as p where p.workspace_id = ${ctx.workspaceId} and p.words @@ ${words}::tsquery ${inNotes(wanted)} and ${arm}
        ${within({ since: null, before })} and ${mayShow(ctx, wanted)}
      order by p.last_message_at desc, p.conversation_id desc limit ${wanted.limit})`,
  );
  const { rows } =
    await sql<Place>`${sql.raw(planAfresh)} select distinct id, at from (${sql.join(asked, sql` union all `)}) as found
    order by at desc, id desc limit ${wanted.limit}`.execute(ctx.db);
  return rows;
}

/** Whether a part holds each of the words. Said so that no plan is made for one word: planning with it costs more than finding it. */
function meets(words: readonly string[]): RawBuilder<unknown> {
  if (words.length === 0) return sql`true`;
  return sql.join(
    words.map((word) => sql`p.words @@ (select ${word}::tsquery)`),
    sql` and `,
  );
}

function inNotes(wanted: Wanted): RawBuilder<unknown> {
  return wanted.inNotes ? sql`and p.is_note` : sql``;
}

/**
 * The policy's own twin, asked of each conversation as it is now: what the parts say of team and assignee leads to an index
 * and decides nothing.
 */
function mayShow(ctx: ReadCtx, { also }: Wanted): RawBuilder<unknown> {
  const seen = sql<boolean>`${visible(ctx.actor)(expressionBuilder<DB, 'conversations'>())}`;
  return sql`exists (select 1 from conversations where conversations.workspace_id = ${ctx.workspaceId}
    and conversations.id = p.conversation_id and conversations.merged_at is null and ${sql.join([seen, ...also], sql` and `)})`;
}

/** The first moment of the month so many before. */
function monthStart(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months));
}
