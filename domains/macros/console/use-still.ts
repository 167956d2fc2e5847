import { useState } from 'react';
import type { MacroView } from '../contract.ts';

/** What was offered stays under the pointer and under the keys, whatever the customer says meanwhile. */
export function useStill(fresh: readonly MacroView[], isInUse: boolean): readonly MacroView[] {
  const [still, setStill] = useState(fresh);
  const idsOf = (macros: readonly MacroView[]): string => macros.map(({ id }) => id).join();
  if (!isInUse && idsOf(still) !== idsOf(fresh)) setStill(fresh);
  return still;
}
