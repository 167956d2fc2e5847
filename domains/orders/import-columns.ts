import { type IdentityKind } from '#domains/customers/contract';
import { readMinor } from '#domains/customers';
import type { ReadCtx } from '#platform/ctx';
import type { ImportField } from '#platform/domain';
import { problem } from '#platform/problem';
import { type OrderPhase, orderPhases, type ToldOrder } from './contract.ts';
import { piecesOf } from './pieces.ts';
import type { OrderRecord } from './queries.ts';

export type Row = Readonly<Record<string, string>>;

const wrongMoney = problem('orders/import-money', 422, 'This is no amount', 'Write it like 389.00 or 1.234,50 €.');
const wrongCurrency = problem('orders/import-currency', 422, 'This is no currency', 'Write its three letters: EUR.');
const wrongDay = problem('orders/import-day', 422, 'This is no day', 'Write it like 2026-11-04.');
const wrongPhase = problem(
  'orders/import-phase',
  422,
  'An order cannot be that',
  `Use one of: ${orderPhases.join(', ')}.`,
);
const wrongCount = problem('orders/import-count', 422, 'This is no number of pieces', 'Write a whole number.');

const column = (name: string, title: string, example: string, alsoCalled: readonly string[], isRequired = false) =>
  ({ name, title, isRequired, example, alsoCalled }) satisfies ImportField;

/** The columns an order's file has. */
export const fields: readonly ImportField[] = [
  column('number', 'Order number', 'FH-20418', ['order', 'ordernumber', 'orderid', 'name', 'id'], true),
  column('address', 'E-mail address of the customer', 'maya@lindqvist.example', ['e-mail', 'customer e-mail', 'mail']),
  column('phone', 'Phone number of the customer', '+46 31 555 01 00', ['phone', 'telephone', 'mobile']),
  column('external', 'Id of the customer elsewhere', 'C-10442', ['customerid', 'customer', 'userid']),
  column('phase', 'How far it is', 'delivered', ['status', 'fulfillmentstatus', 'state']),
  column('state', 'In your own words', 'At the depot', ['statustext', 'note']),
  column('placed', 'Day it was placed', '2026-11-04', ['date', 'createdat', 'orderdate', 'placedat']),
  column('delivered', 'Day it came', '2026-11-09', ['deliveredat', 'deliverydate']),
  column('place', 'Where it goes', 'Göteborg', ['city', 'shippingcity', 'town']),
  column('currency', 'Currency', 'EUR', ['currencycode']),
  column('total', 'Total', '389.00', ['amount', 'grandtotal', 'sum', 'totalprice']),
  column('item', 'What was bought', 'Ridgeline 2 tent', ['product', 'lineitemname', 'productname', 'title']),
  column('sku', 'Article number', 'RL2', ['lineitemsku', 'articlenumber', 'productid']),
  column('quantity', 'Pieces', '1', ['qty', 'count', 'lineitemquantity']),
  column('price', 'Price of one', '389.00', ['unitprice', 'lineitemprice']),
  column('carrier', 'Carrier', 'Kurier24', ['shippingmethod']),
  column('tracking', 'Number of the parcel', 'K2420418', ['trackingnumber', 'trackingcode']),
];

/** How the customer of a line can be found. */
export const ways: readonly (readonly [string, IdentityKind])[] = [
  ['address', 'address'],
  ['phone', 'phone'],
  ['external', 'external'],
];

/** Other shops' words for how far an order is. */
const alsoPhases: Readonly<Record<string, OrderPhase>> = {
  open: 'placed',
  pending: 'placed',
  new: 'placed',
  processing: 'paid',
  unfulfilled: 'paid',
  complete: 'delivered',
  completed: 'delivered',
  fulfilled: 'sent',
  shipped: 'sent',
  refunded: 'returned',
  canceled: 'cancelled',
};

/** An order that is there, as its shop would tell it: what a line of a file is laid over. */
export async function asTold(ctx: ReadCtx, order: OrderRecord): Promise<ToldOrder> {
  const pieces = await piecesOf(ctx, order.id);
  return {
    number: order.number,
    customer: { kind: 'external', value: order.customerId, name: '' },
    phase: order.phase,
    state: order.state,
    place: order.place,
    url: order.url,
    currency: order.currency,
    totalMinor: order.totalMinor,
    placedAt: order.placedAt.toISOString(),
    deliveredAt: order.deliveredAt?.toISOString() ?? null,
    lines: pieces.lines.map(({ productId: _, ...line }) => ({ ...line, product: null })),
    payments: pieces.payments,
    shipments: pieces.shipments,
  };
}

/** The order as this line leaves it; an empty field says nothing. */
export function toldOf(row: Row, before: ToldOrder | null, now: Date): ToldOrder {
  const currency = currencyOf(row, before);
  const line = lineOf(row, currency);
  const others = (before?.lines ?? []).filter((one) => line === null || one.name !== line.name || one.sku !== line.sku);
  const at = (before?.lines ?? []).findIndex((one) => line !== null && one.name === line.name && one.sku === line.sku);
  const lines = line === null ? others : others.toSpliced(at === -1 ? others.length : at, 0, line);
  const summed = lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0);
  const parcel = row['tracking'] || row['carrier'];
  return {
    number: (row['number'] ?? '').slice(0, 60),
    customer: before?.customer ?? { kind: 'external', value: row['number'] ?? '', name: '' },
    phase: row['phase'] ? phaseOf(row['phase']) : (before?.phase ?? (row['delivered'] ? 'delivered' : 'placed')),
    state: row['state']?.slice(0, 120) || (before?.state ?? ''),
    place: row['place']?.slice(0, 200) || (before?.place ?? null),
    url: before?.url ?? null,
    currency,
    totalMinor: row['total'] ? moneyOf(row['total'], currency) : summed,
    placedAt: row['placed'] ? dayOf(row['placed']) : (before?.placedAt ?? now.toISOString()),
    deliveredAt: row['delivered'] ? dayOf(row['delivered']) : (before?.deliveredAt ?? null),
    lines,
    payments: before?.payments ?? [],
    shipments: parcel ? [parcelOf(row)] : (before?.shipments ?? []),
  };
}

/** What was bought in this line; null where it names nothing. */
export function lineOf(row: Row, currency: string): ToldOrder['lines'][number] | null {
  const name = (row['item'] || row['sku'] || '').slice(0, 300);
  if (!name) return null;
  const quantity = row['quantity'] ? Number(row['quantity']) : 1;
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > 1_000_000)
    throw wrongCount({ detail: row['quantity'] ?? '' });
  const unitMinor = row['price'] ? moneyOf(row['price'], currency) : 0;
  return { product: null, name, sku: row['sku']?.slice(0, 100) || null, quantity, unitMinor };
}

function parcelOf(row: Row): ToldOrder['shipments'][number] {
  const trackingNumber = row['tracking']?.slice(0, 100) || null;
  const carrier = row['carrier']?.slice(0, 80) ?? '';
  return { carrier, trackingNumber, trackingUrl: null, sentAt: null, deliveredAt: null };
}

function currencyOf(row: Row, before: ToldOrder | null): string {
  const said = row['currency']?.toUpperCase() || before?.currency || 'EUR';
  if (!/^[A-Z]{3}$/.test(said)) throw wrongCurrency({ detail: said.slice(0, 40) });
  return said;
}

function moneyOf(text: string, currency: string): number {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  const minor = readMinor(text, currency, digits ?? 2);
  if (!Number.isSafeInteger(minor)) throw wrongMoney({ detail: text.slice(0, 40) });
  return minor;
}

function phaseOf(text: string): OrderPhase {
  const said = text.toLowerCase();
  const phase = orderPhases.find((one) => one === said) ?? alsoPhases[said];
  if (!phase) throw wrongPhase({ detail: text.slice(0, 40) });
  return phase;
}

function dayOf(text: string): string {
  const at = /^\d{4}-\d{2}-\d{2}/.test(text) ? new Date(text.replace(' ', 'T')) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) throw wrongDay({ detail: text.slice(0, 40) });
  return at.toISOString();
}
