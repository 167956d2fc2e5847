/** What a list keeps still while somebody points at it (R9). */
export interface Held<Row> {
  /** The order last shown. */
  readonly order: readonly string[];
  /** Rows that have left the list since, still shown in their place until the order is applied. */
  readonly rows: ReadonlyMap<string, Row>;
}

/** Rows this teammate took out: on their way, or out of the server's list too. */
export type Gone = ReadonlyMap<string, 'leaving' | 'left'>;

/** What to draw, and how much waits for "." to be applied. */
export interface Shown<Row> {
  readonly rows: readonly Row[];
  readonly waiting: number;
}

/**
 * Rows in the held order with their newest contents: nothing moves under the pointer, and a click opens the row it
 * was aimed at. New rows and changed places are counted, not shown. `gone` are rows that this teammate closed or
 * moved themselves; those leave at once.
 */
export function inHeldOrder<Row extends { readonly id: string }>(
  held: Held<Row>,
  fresh: readonly Row[],
  gone: Gone | ReadonlySet<string>,
): Shown<Row> {
  const byId = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(held.order);
  const rows = held.order.flatMap((id) => {
    const row = byId.get(id) ?? held.rows.get(id);
    return row === undefined || gone.has(id) ? [] : [row];
  });
  const firstPage = fresh.slice(0, held.order.length);
  const arrived = firstPage.filter((row) => !known.has(row.id) && !gone.has(row.id));
  const left = held.order.filter((id) => !byId.has(id) && !gone.has(id)).length;
  const tail = fresh.slice(held.order.length).filter((row) => !known.has(row.id));
  return {
    rows: [...rows, ...(arrived.length === 0 ? tail : [])],
    waiting: arrived.length > 0 ? arrived.length : Math.min(left, 1) * left,
  };
}

/** The order as it is now, to be held from here on. */
export function hold<Row extends { readonly id: string }>(rows: readonly Row[]): Held<Row> {
  return { order: rows.map((row) => row.id), rows: new Map(rows.map((row) => [row.id, row])) };
}

/** A row that has left may come back: the customer of a closed conversation writes again, and must not stay hidden. */
export function forgetReturned(gone: Gone, fresh: readonly { readonly id: string }[]): Gone {
  if (gone.size === 0) return gone;
  const there = new Set(fresh.map((row) => row.id));
  const next = new Map([...gone].filter(([id, how]) => how === 'leaving' || !there.has(id)));
  for (const id of next.keys()) if (!there.has(id)) next.set(id, 'left');
  const isSame = next.size === gone.size && [...next].every(([id, how]) => gone.get(id) === how);
  return isSame ? gone : next;
}
