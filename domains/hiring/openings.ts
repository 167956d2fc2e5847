import { type Selectable, sql } from 'kysely';
import { brandOf } from '#domains/brands';
import { careersOf } from '#domains/careers';
import { isUuid } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { notFound, problem, sameIdOtherBody } from '#platform/problem';
import { type OpeningGiven, type OpeningView, openingChanged, type OpenOpening } from './contract.ts';
import { can, managed, servedBy } from './policy.ts';
import { tellBoard } from './topics.ts';

const noSuchRole = problem(
  'hiring/no-such-role',
  422,
  'The catalogue has no such role or place',
  'Take the key of a role and of a place as the careers site has them.',
);

/** Most applications that a list counts. */
const countLimit = 999;
/** Where a page goes on; what is no id stands before everything. */

const columns = [
  'id',
  'brand_id',
  'role',
  'place',
  'title',
  'about',
  'town',
  'where_work',
  'hours',
  'pay_low_minor',
  'pay_high_minor',
  'pay_currency',
  'pay_period',
  'pay_source',
  'closes_on',
  'state',
  'opened_at',
] as const;
export type OpeningRow = Pick<Selectable<DB['openings']>, (typeof columns)[number]>;

/** Openings of the brands one hires for, the newest first. */
export async function listOpenings(
  ctx: ReadCtx,
  query: { readonly after?: string | undefined; readonly limit: number; readonly state?: string | undefined },
): Promise<{ rows: OpeningView[]; next: string | null }> {
  const rows = await ctx.db
    .selectFrom('openings')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where(managed(ctx.actor))
    .$if(query.state !== undefined, (q) => q.where('state', '=', query.state ?? ''))
    .$if(isUuid(query.after ?? ''), (q) => q.where('id', '<', query.after ?? ''))
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const counts = await countApplied(
    ctx,
    page.map(({ id }) => id),
  );
  return {
    rows: page.map((row) => openingView(row, counts.get(row.id) ?? 0)),
    next: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/** One opening the actor hires for; what they may not see does not exist. */
export async function openingById(ctx: ReadCtx, id: string): Promise<OpeningRow> {
  const row = await loadOpening(ctx, id);
  if (!can.manage(ctx.actor, { brandId: row.brand_id })) throw notFound();
  return row;
}

/** An opening by its id alone, for what its own applications need. */
export async function loadOpening(ctx: ReadCtx, id: string): Promise<OpeningRow> {
  const row = await ctx.db
    .selectFrom('openings')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** One opening with how many applied. */
export async function readOpening(ctx: ReadCtx, id: string): Promise<OpeningView> {
  return whole(ctx, await openingById(ctx, id));
}

/** Write an opening: a draft. The same one again is written once. */
export async function addOpening(ctx: Ctx, id: string, brandId: string, given: OpeningGiven): Promise<OpeningView> {
  if (!can.manage(ctx.actor, { brandId })) throw notFound();
  await brandOf(ctx, brandId);
  const made = await ctx.db
    .insertInto('openings')
    .values({ workspace_id: ctx.workspaceId, id, brand_id: brandId, state: 'draft', ...(await stored(ctx, given)) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows === 1n) await changed(ctx, id, 'added');
  const row = await openingById(ctx, id);
  if (row.title !== given.title || row.about !== given.about) throw sameIdOtherBody();
  return whole(ctx, row);
}

/** Change what an opening says. */
export async function changeOpening(ctx: Ctx, id: string, given: OpeningGiven): Promise<OpeningView> {
  await openingById(ctx, id);
  await ctx.db
    .updateTable('openings')
    .set(await stored(ctx, given))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  await changed(ctx, id, 'changed');
  return whole(ctx, await openingById(ctx, id));
}

/** Open it, close it, or put it back into the drafts. Setting the same twice tells nothing. */
export async function setOpeningState(ctx: Ctx, id: string, state: OpeningView['state']): Promise<OpeningView> {
  const row = await openingById(ctx, id);
  if (row.state !== state) {
    await ctx.db
      .updateTable('openings')
      .set({ state, changed_at: ctx.now, changed_by: ctx.actor.id, ...(state === 'open' && { opened_at: ctx.now }) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', id)
      .execute();
    await changed(ctx, id, state);
    const object = { objectKind: 'opening', objectId: id, objectName: row.title };
    ctx.audit({ action: 'opening.state', ...object, before: { state: row.state }, after: { state } });
  }
  return whole(ctx, await openingById(ctx, id));
}

async function changed(ctx: Ctx, id: string, how: 'added' | 'changed' | OpeningView['state']): Promise<void> {
  await tellBoard(ctx, { opening: id });
  ctx.emit(openingChanged, id, { how });
}

/** Most openings that a page of the public site lists; an older one is found by its own address. */
const publicLimit = 200;

/** What the public sees of a brand: what is open today, the newest first. */
export async function publicOpenings(ctx: ReadCtx, brandId: string): Promise<OpeningRow[]> {
  return openAt(ctx, brandId).orderBy('opened_at', 'desc').orderBy('id', 'desc').limit(publicLimit).execute();
}

/** Most openings that My career lists. */
const careerLimit = 10;

/** What a teammate sees of a role: what is open today at the brands they serve, as the public sees it. */
export async function openingsForRole(ctx: ReadCtx, role: string): Promise<OpenOpening[]> {
  const rows = await openToday(ctx)
    .where('role', '=', role)
    .where(servedBy(ctx.actor))
    .orderBy('opened_at', 'desc')
    .limit(careerLimit)
    .execute();
  return rows.map((row) => {
    const { id, title, town, place, pay, closesOn } = openingView(row, 0);
    return { id, title, town, place, pay, closesOn };
  });
}

/** One opening as the public sees it; undefined where it is not open today. */
export async function publicOpening(ctx: ReadCtx, brandId: string, id: string): Promise<OpeningRow | undefined> {
  return openAt(ctx, brandId).where('id', '=', id).executeTakeFirst();
}

function openAt(ctx: ReadCtx, brandId: string) {
  return openToday(ctx).where('brand_id', '=', brandId);
}

function openToday(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('openings')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '=', 'open')
    .where(sql<boolean>`(closes_on is null or closes_on >= ${ctx.now}::date)`);
}

async function stored(ctx: Ctx, given: OpeningGiven) {
  const { catalogue } = await careersOf(ctx, 'en');
  if (!catalogue.role(given.role) || (given.place && !catalogue.place(given.place))) throw noSuchRole();
  return {
    role: given.role,
    place: given.place,
    title: given.title,
    about: given.about.replaceAll('\0', ''),
    town: given.town,
    where_work: given.where,
    hours: given.hours,
    pay_low_minor: given.pay?.lowMinor ?? null,
    pay_high_minor: given.pay?.highMinor ?? null,
    pay_currency: given.pay?.currency ?? null,
    pay_period: given.pay?.period ?? null,
    pay_source: given.pay?.source ?? null,
    closes_on: given.closesOn,
    changed_at: ctx.now,
    changed_by: ctx.actor.id,
  };
}

async function whole(ctx: ReadCtx, row: OpeningRow): Promise<OpeningView> {
  return openingView(row, (await countApplied(ctx, [row.id])).get(row.id) ?? 0);
}

async function countApplied(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ opening_id: string; applied: string }>`
    select asked.id as opening_id, counted.applied
    from unnest(${[...ids]}::uuid[]) as asked(id)
    cross join lateral (
      select count(*) as applied from (
        select 1 from applications a
        where a.workspace_id = ${ctx.workspaceId} and a.opening_id = asked.id limit ${countLimit}
      ) as found
    ) as counted
  `.execute(ctx.db);
  return new Map(rows.map((row) => [row.opening_id, Number(row.applied)]));
}

function openingView(row: OpeningRow, applied: number): OpeningView {
  return {
    id: row.id,
    brandId: row.brand_id,
    role: row.role,
    place: row.place,
    title: row.title,
    about: row.about,
    town: row.town,
    where: row.where_work as OpeningView['where'],
    hours: row.hours as OpeningView['hours'],
    pay: payOf(row),
    closesOn: dayOf(row.closes_on),
    state: row.state as OpeningView['state'],
    openedAt: row.opened_at?.toISOString() ?? null,
    applied,
  };
}

/** Pay as the employer states it; null where they state none. */
export function payOf(row: OpeningRow): OpeningView['pay'] {
  if (row.pay_low_minor === null || row.pay_currency === null) return null;
  return {
    lowMinor: Number(row.pay_low_minor),
    highMinor: Number(row.pay_high_minor),
    currency: row.pay_currency,
    period: row.pay_period as NonNullable<OpeningView['pay']>['period'],
    source: row.pay_source,
  };
}

/** A day as it is written: `2026-11-28`. */
export function dayOf(day: Date | string | null): string | null {
  if (day === null) return null;
  if (typeof day === 'string') return day.slice(0, 10);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
