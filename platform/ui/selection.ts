import { useSyncExternalStore } from 'react';

/** The rows chosen in the list in sight: some, or all that the list holds but for some. */
export interface Selection {
  /** Rows can be chosen by pointing at them. */
  readonly isOn: boolean;
  readonly ids: ReadonlySet<string>;
  /** Everything the list holds, also what is not loaded. */
  readonly isAll: boolean;
  readonly except: ReadonlySet<string>;
}

export const nothingSelected: Selection = { isOn: false, ids: new Set(), isAll: false, except: new Set() };
let selection = nothingSelected;
const listeners = new Set<() => void>();

/** What is chosen now. */
export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, () => selection);
}

/** Another choice takes the place of the one before. */
export function select(next: Selection): void {
  selection = next;
  for (const listener of listeners) listener();
}

/** Whether a row is chosen. */
export function isSelected({ isAll, ids, except }: Selection, id: string): boolean {
  return isAll ? !except.has(id) : ids.has(id);
}

/** Chooses a row, or takes it out again; `isIn` says which, where it is to be one of them. */
export function toggleSelected(id: string, isIn = !isSelected(selection, id)): void {
  const change = (from: ReadonlySet<string>, has: boolean): ReadonlySet<string> => {
    const next = new Set(from);
    if (has) next.add(id);
    else next.delete(id);
    return next;
  };
  if (selection.isAll) select({ ...selection, except: change(selection.except, !isIn) });
  else select({ ...selection, isOn: true, ids: change(selection.ids, isIn) });
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
