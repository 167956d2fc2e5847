import * as z from 'zod';
import { identityByValue, normaliseIdentity, survivorOf } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import type { Importable, ImportPlace, ImportResult } from '#platform/domain';
import { mayNot, problem } from '#platform/problem';
import { asTold, fields, lineOf, type Row, toldOf, ways } from './import-columns.ts';
import { isErased } from './erased-names.ts';
import { piecesOf } from './pieces.ts';
import { can } from './policy.ts';
import { lockByName, type OrderRecord } from './queries.ts';
import { removeOrder } from './remove-order.ts';
import { writeOrder } from './tell-order.ts';

/** Orders of files are kept apart from those a shop tells of itself. */
const source = 'file';

const noNumber = problem('orders/import-number', 422, 'This line has no number of an order', 'Choose its column.');
const noCustomer = problem(
  'orders/import-nobody',
  422,
  'Nobody is known by this address, number or id',
  'Bring in the customers first; the same file will do.',
);
const erasedHere = problem('orders/import-erased', 422, 'The customer of this order was erased', 'Leave the line out.');

/** What the way back needs: numbers and times, nothing that tells whose it is. */
const Trace = z.object({
  version: z.int(),
  lines: z.int(),
  before: z
    .object({
      phase: z.string(),
      totalMinor: z.int(),
      placedAt: z.string(),
      deliveredAt: z.string().nullable(),
      lines: z.int(),
    })
    .nullable(),
  /** Words that stood there and cannot be put back: they would be kept beyond an erasure. */
  left: z.array(z.string()),
});
type Trace = z.output<typeof Trace>;

/** Orders from a file: one line is one thing bought, and lines of one number are one order. */
export const importOrders: Importable = {
  kind: 'orders',
  title: 'Orders',
  says: 'What customers bought, a line for each thing; the customers are known already',
  fields: async () => fields,
  keyOf(row) {
    return row['number'] ? `${row['number']} ${row['item'] ?? ''} ${row['sku'] ?? ''}`.toLowerCase() : null;
  },
  bring,
  takeBack,
};

async function bring(ctx: Ctx, place: ImportPlace, row: Row): Promise<ImportResult> {
  if (!can.write(ctx.actor, place.brandId)) throw mayNot();
  if (!row['number']) throw noNumber();
  const name = { brandId: place.brandId, source, externalId: row['number'].slice(0, 200) };
  if (await isErased(ctx, name)) throw erasedHere();
  const known = await lockByName(ctx, name);
  const customerId = (await buyerOf(ctx, place.brandId, row)) ?? known?.customerId;
  if (!customerId) throw noCustomer();
  const before = known ? await asTold(ctx, known) : null;
  const isKnownLine = before !== null && before.lines.some((line) => isSame(line, lineOf(row, before.currency)));
  if (known && before && place.onKnown === 'keep' && isKnownLine) return { outcome: 'same', objectId: known.id };
  const after = await writeOrder(ctx, name, customerId, toldOf(row, before, ctx.now));
  if (known?.version === after.version) return { outcome: 'same', objectId: after.id };
  const lines = (await piecesOf(ctx, after.id)).lines.length;
  return {
    outcome: known ? 'changed' : 'made',
    objectId: after.id,
    before: traceOf(known, before?.lines.length ?? 0, after, lines),
  };
}

function isSame(one: { name: string; sku: string | null } | null, other: { name: string; sku: string | null } | null) {
  return one !== null && other !== null && one.name === other.name && one.sku === other.sku;
}

/** Who bought it, by the first way that the line names and we know. */
async function buyerOf(ctx: Ctx, brandId: string, row: Row): Promise<string | null> {
  for (const [field, kind] of ways) {
    const value = row[field];
    if (!value) continue;
    const found = await identityByValue(ctx, brandId, kind, normaliseIdentity(kind, value));
    if (found) return survivorOf(ctx, found.customerId);
  }
  return null;
}

function traceOf(known: OrderRecord | null, linesBefore: number, after: OrderRecord, lines: number): Trace {
  const words = ['state', 'place', 'number'] as const;
  return {
    version: after.version,
    lines,
    before: known && {
      phase: known.phase,
      totalMinor: known.totalMinor,
      placedAt: known.placedAt.toISOString(),
      deliveredAt: known.deliveredAt?.toISOString() ?? null,
      lines: linesBefore,
    },
    left: known ? words.filter((word) => known[word] !== after[word]) : [],
  };
}

/** Takes a line back, unless somebody told of the order since. Lines of a file are taken back from the last to the first. */
async function takeBack(ctx: Ctx, done: ImportResult): Promise<{ keptBecause: string | null }> {
  const trace = Trace.parse(done.before);
  const row = await ctx.db
    .selectFrom('orders')
    .select(['brand_id', 'external_id', 'source'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', done.objectId)
    .executeTakeFirst();
  const order = row && (await lockByName(ctx, { brandId: row.brand_id, source, externalId: row.external_id }));
  if (!order) return { keptBecause: 'It is there no longer.' };
  if (!can.write(ctx.actor, order.brandId)) return { keptBecause: 'It is not yours to change any more.' };
  if (trace.before === null) {
    const told = await asTold(ctx, order);
    if (told.lines.length > trace.lines) return { keptBecause: 'More was added to it since.' };
    await removeOrder(ctx, order);
    return { keptBecause: null };
  }
  const told = await asTold(ctx, order);
  if (told.lines.length !== trace.lines) return { keptBecause: 'It was changed since.' };
  const { phase, totalMinor, placedAt, deliveredAt, lines } = trace.before;
  await writeOrder(ctx, { brandId: order.brandId, source, externalId: order.externalId }, order.customerId, {
    ...told,
    phase: phase as OrderRecord['phase'],
    totalMinor,
    placedAt,
    deliveredAt,
    lines: told.lines.slice(0, lines),
    changedAt: undefined,
  });
  return { keptBecause: trace.left.length > 0 ? `Left as the file said: ${trace.left.join(', ')}.` : null };
}
