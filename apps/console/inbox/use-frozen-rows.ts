import { useCallback, useEffect, useRef, useState } from 'react';
import { type Held, hold, inHeldOrder } from './frozen-order.ts';

/** Holds a list's order while the pointer is over it or the focus is in it; see frozen-order.ts. */
export function useFrozenRows<Row extends { readonly id: string }>(fresh: readonly Row[], isHeld: boolean, listKey: string) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState<Held<Row>>();
  const latest = useRef(fresh);
  latest.current = fresh;

  const apply = useCallback(() => setHeld(isHeld ? hold(latest.current) : undefined), [isHeld]);
  // Pointing begins: the order shown now is the one to keep. Leaving, or another view, lets it go.
  useEffect(() => setHeld(isHeld ? hold(latest.current) : undefined), [isHeld, listKey]);
  // An empty hold began before the first page was there.
  useEffect(() => {
    if (isHeld && held?.order.length === 0 && fresh.length > 0) setHeld(hold(fresh));
  }, [isHeld, held, fresh]);

  const remove = useCallback((id: string) => setGone((ids) => new Set(ids).add(id)), []);
  const restore = useCallback((id: string) => setGone((ids) => new Set([...ids].filter((one) => one !== id))), []);
  const shown = held === undefined || held.order.length === 0 ? { rows: fresh.filter((row) => !gone.has(row.id)), waiting: 0 } : inHeldOrder(held, fresh, gone);
  return { ...shown, apply, remove, restore };
}
