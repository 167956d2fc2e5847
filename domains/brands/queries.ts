import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import { keptReading, type Source } from '#platform/kept';
import { notFound } from '#platform/problem';
import { can, ofBrandsServed } from './policy.ts';

export interface Brand {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly hue: number;
  readonly locale: string;
  readonly zone: string;
  readonly isFirst: boolean;
  readonly archivedAt: Date | null;
}

export interface Line {
  readonly workspaceId: string;
  readonly id: string;
  readonly brandId: string;
  readonly channel: string;
  readonly name: string;
  readonly address: string;
  readonly casePolicy: 'thread' | 'open-conversation' | 'customer';
  readonly caseWindowHours: number | null;
  readonly queueId: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly closedAt: Date | null;
}

const lineColumns = [
  'workspace_id',
  'id',
  'brand_id',
  'channel',
  'name',
  'address',
  'case_policy',
  'case_window_hours',
  'queue_id',
  'settings',
  'closed_at',
] as const;
/** Most lines one read gives. */
const lineLimit = 500;
/** Most brands of one workspace: an outsourcer's clients. */
const brandLimit = 1_000;

/** The brands of the workspace that the actor serves, the first one first. */
export async function brandsServed(ctx: ReadCtx): Promise<readonly Brand[]> {
  const rows = await brandRows(ctx)
    .where(ofBrandsServed(ctx.actor, sql.ref('id')))
    .orderBy('is_first', 'desc')
    .orderBy('name')
    .limit(brandLimit)
    .execute();
  return rows.map(asBrand);
}

/** One brand, whoever asks; 404 where there is none. The caller asks the policy. */
export async function brandOf(ctx: ReadCtx, id: string): Promise<Brand> {
  const brand = await findBrand(ctx, id);
  if (!brand) throw notFound();
  return brand;
}

/** One brand, whoever asks; null where there is none, or none any more. */
export async function findBrand(ctx: ReadCtx, id: string): Promise<Brand | null> {
  const row = await brandRows(ctx).where('id', '=', id).executeTakeFirst();
  return row ? asBrand(row) : null;
}

/** The brand a workspace has from the start. */
export async function firstBrand(ctx: ReadCtx): Promise<Brand> {
  const row = await brandRows(ctx).where('is_first', '=', true).executeTakeFirst();
  if (!row) throw new Error('A workspace without its first brand.');
  return asBrand(row);
}

/** One brand, whoever asks, also an archived one: for what was said under its name. */
export async function brandKept(ctx: ReadCtx, id: string): Promise<Brand | null> {
  const row = await keptRows(ctx).where('id', '=', id).executeTakeFirst();
  return row ? asBrand(row) : null;
}

/** The archived brands that the actor served, by name. */
export async function archivedBrands(ctx: ReadCtx): Promise<readonly Brand[]> {
  const rows = await keptRows(ctx)
    .where('archived_at', 'is not', null)
    .where(ofBrandsServed(ctx.actor, sql.ref('id')))
    .orderBy('name')
    .limit(brandLimit)
    .execute();
  return rows.map(asBrand);
}

function brandRows(ctx: ReadCtx) {
  return keptRows(ctx).where('archived_at', 'is', null);
}

function keptRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('brands')
    .select(['id', 'name', 'slug', 'hue', 'locale', 'zone', 'is_first', 'archived_at'])
    .where('workspace_id', '=', ctx.workspaceId);
}

function asBrand(row: {
  id: string;
  name: string;
  slug: string;
  hue: number;
  locale: string;
  zone: string;
  is_first: boolean;
  archived_at: Date | null;
}): Brand {
  return {
    id: row.id,
    name: row.name,
    slug: row.slug,
    hue: row.hue,
    locale: row.locale,
    zone: row.zone,
    isFirst: row.is_first,
    archivedAt: row.archived_at,
  };
}

/** One line, open or closed, whoever asks; 404 where there is none. For channels and views; the caller asks the policy. */
export async function lineById(ctx: ReadCtx, id: string): Promise<Line> {
  const row = await lineRows(ctx).where('id', '=', id).executeTakeFirst();
  if (!row) throw notFound();
  return asLine(row);
}

const openOfChannel = builtOnce((db, given: { workspaceId: string; channel: string }) =>
  lineRows({ db, workspaceId: given.workspaceId })
    .where('channel', '=', given.channel)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .limit(lineLimit),
);

/** The open lines of one channel in this workspace: what its processes listen to. */
export async function linesOfChannel(ctx: Source, channel: string): Promise<readonly Line[]> {
  const rows = await openOfChannel(ctx.db, { workspaceId: ctx.workspaceId, channel });
  return rows.map(asLine);
}

/** The open lines of one brand, by name. */
export const linesOfBrand = keptReading(
  'brands.lines-of-brand',
  ['lines'],
  async (ctx, brandId: string): Promise<readonly Line[]> => {
    const rows = await lineRows(ctx)
      .where('brand_id', '=', brandId)
      .where('closed_at', 'is', null)
      .orderBy('name')
      .orderBy('id')
      .limit(lineLimit)
      .execute();
    return rows.map(asLine);
  },
);

/** Lines the actor may see. */
export async function linesServed(
  ctx: ReadCtx,
  query: { brandId?: string | undefined; closed?: boolean },
): Promise<readonly Line[]> {
  const { brandId } = query;
  const rows = await lineRows(ctx)
    .where(ofBrandsServed(ctx.actor, sql.ref('brand_id')))
    .where('closed_at', query.closed ? 'is not' : 'is', null)
    .$if(brandId !== undefined, (q) => q.where('brand_id', '=', brandId ?? ''))
    .orderBy('channel')
    .orderBy('name')
    .orderBy('id')
    .limit(lineLimit)
    .execute();
  return rows.map(asLine);
}

/** Which of several lines the reader may see, open or closed. */
export async function linesSeen(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.db
    .selectFrom('lines')
    .select(['id', 'brand_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Set(rows.filter((line) => can.readLine(ctx.actor, line.brand_id)).map(({ id }) => id));
}

/**
 * Whose address this is, in whichever workspace: how a door that serves all of them finds the line of what comes in.
 * Reads ids alone; everything else is read in the workspace found.
 */
export async function findLineByAddress(
  ctx: Pick<ReadCtx, 'db'>,
  channel: string,
  address: string,
): Promise<{ workspaceId: string; lineId: string } | null> {
  const row = await ctx.db
    .selectFrom('lines')
    .select(['workspace_id', 'id'])
    .where('channel', '=', channel)
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ? { workspaceId: row.workspace_id, lineId: row.id } : null;
}

function lineRows(ctx: Pick<ReadCtx, 'db' | 'workspaceId'>) {
  return ctx.db.selectFrom('lines').select(lineColumns).where('workspace_id', '=', ctx.workspaceId);
}

type LineRow = Awaited<ReturnType<ReturnType<typeof lineRows>['executeTakeFirstOrThrow']>>;

function asLine(row: LineRow): Line {
  return {
    workspaceId: row.workspace_id,
    id: row.id,
    brandId: row.brand_id,
    channel: row.channel,
    name: row.name,
    address: row.address,
    casePolicy: row.case_policy as Line['casePolicy'],
    caseWindowHours: row.case_window_hours,
    queueId: row.queue_id,
    settings: row.settings as Record<string, unknown>,
    closedAt: row.closed_at,
  };
}
