import { useCallback, useMemo, useState } from 'react';
import { forgetReturned, type Gone, type Held, hold, inHeldOrder } from './frozen-order.ts';

/** Holds a list's order while the pointer is over it or the focus is in it; see frozen-order.ts. */
export function useFrozenRows<Row extends { readonly id: string }>(
  fresh: readonly Row[],
  isHeld: boolean,
  listKey: string,
) {
  const [gone, setGone] = useState<Gone>(new Map());
  const stillGone = forgetReturned(gone, fresh);
  if (stillGone !== gone) setGone(stillGone);
  const [applied, setApplied] = useState(0);
  // Pointing begins, `.` is pressed, or another list is shown: the order of this moment is the one to keep.
  const key = `${isHeld} ${listKey} ${applied}`;
  const [kept, setKept] = useState<{ readonly key: string; readonly held: Held<Row> | undefined }>();
  const isEmpty = isHeld && kept?.held?.order.length === 0 && fresh.length > 0;
  if (kept?.key !== key || isEmpty) setKept({ key, held: isHeld ? hold(fresh) : undefined });

  const apply = useCallback(() => setApplied((count) => count + 1), []);
  const remove = useCallback((id: string) => setGone((ids) => new Map(ids).set(id, 'leaving')), []);
  const restore = useCallback((id: string) => setGone((ids) => new Map([...ids].filter(([one]) => one !== id))), []);
  const held = kept?.held;
  const shown = useMemo(() => {
    if (held !== undefined) return inHeldOrder(held, fresh, gone);
    return { rows: gone.size === 0 ? fresh : fresh.filter((row) => !gone.has(row.id)), waiting: 0 };
  }, [held, fresh, gone]);
  return { ...shown, apply, remove, restore };
}
