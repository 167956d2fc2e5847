import { brandOf } from '#domains/brands';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import { keptReading } from '#platform/kept';
import { servesBrand } from '#platform/policy';
import { mayNot, notFound } from '#platform/problem';
import { calendarChanged, type CalendarView } from './contract.ts';
import { can } from './policy.ts';
import { asCalendar, calendarById, type StoredCalendar } from './queries.ts';
import { viewOf } from './views.ts';

/** The standard calendar, and those of the brands that have hours of their own. */
export interface HoursOfAll {
  readonly standard: StoredCalendar;
  of(brandId: string): StoredCalendar;
}

const hoursRows = builtOnce((db, given: { workspaceId: string }) =>
  db
    .selectFrom('calendars')
    .leftJoin('brand_hours', (join) =>
      join
        .onRef('brand_hours.workspace_id', '=', 'calendars.workspace_id')
        .onRef('brand_hours.calendar_id', '=', 'calendars.id'),
    )
    .select(['id', 'name', 'zone', 'weekly', 'days', 'is_standard', 'brand_hours.brand_id'])
    .where('calendars.workspace_id', '=', given.workspaceId)
    .where((eb) => eb.or([eb('is_standard', '=', true), eb('brand_hours.brand_id', 'is not', null)])),
);

const keptHours = keptReading('calendars.hours', ['calendars', 'brand_hours'], async (ctx) => {
  const rows = await hoursRows(ctx.db, { workspaceId: ctx.workspaceId });
  const standard = rows.find((row) => row.is_standard);
  if (!standard) throw new Error('A workspace without its standard calendar.');
  const own = rows.flatMap((row) => (row.brand_id === null ? [] : [[row.brand_id, asCalendar(row)] as const]));
  return { standard: asCalendar(standard), ofBrands: Object.fromEntries(own) };
});

/** In whose hours every brand is served, with one look. */
export async function hoursOfAll(ctx: ReadCtx): Promise<HoursOfAll> {
  const { standard, ofBrands } = await keptHours(ctx);
  return { standard, of: (brandId) => ofBrands[brandId] ?? standard };
}

/** In whose hours one brand is served: its own, or the standard ones. */
export async function hoursOfBrand(ctx: ReadCtx, brandId: string): Promise<StoredCalendar> {
  return (await hoursOfAll(ctx)).of(brandId);
}

/** Which brands are served in which hours, by the calendar. */
export async function brandsByCalendar(ctx: ReadCtx): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await ctx.db
    .selectFrom('brand_hours')
    .select(['calendar_id', 'brand_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('brand_id')
    .execute();
  return new Map(
    [...new Set(rows.map((row) => row.calendar_id))].map((id) => [
      id,
      rows.filter((row) => row.calendar_id === id).map((row) => row.brand_id),
    ]),
  );
}

/** Serves a brand in these hours from now on; null is the standard ones. What was promised before keeps its time. */
export async function setBrandHours(ctx: Ctx, brandId: string, calendarId: string | null): Promise<CalendarView> {
  if (!servesBrand(ctx.actor, brandId)) throw notFound();
  if (!can.change(ctx.actor)) throw mayNot();
  const [brand, all] = [await brandOf(ctx, brandId), await hoursOfAll(ctx)];
  const [before, after] = [all.of(brandId), calendarId ? await calendarById(ctx, calendarId) : all.standard];
  if (before.id === after.id) return viewOf(ctx, after, await brandsByCalendar(ctx));
  if (after.isStandard) {
    await ctx.db
      .deleteFrom('brand_hours')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('brand_id', '=', brandId)
      .execute();
  } else {
    const set = { calendar_id: after.id, set_at: ctx.now };
    await ctx.db
      .insertInto('brand_hours')
      .values({ workspace_id: ctx.workspaceId, brand_id: brandId, ...set })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'brand_id']).doUpdateSet(set))
      .execute();
  }
  ctx.emit(calendarChanged, after.id, { added: false });
  ctx.audit({
    action: 'brand.hours-set',
    objectKind: 'brand',
    objectId: brandId,
    objectName: brand.name,
    before: { calendarId: before.id },
    after: { calendarId: after.id },
  });
  return viewOf(ctx, after, await brandsByCalendar(ctx));
}
