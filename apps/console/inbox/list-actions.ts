import { createContext, useContext } from 'react';

/** The list in view, as the thread needs it: what comes next, and taking a row out at once. */
export interface ShownList {
  readonly ids: readonly string[];
  readonly remove: (id: string) => void;
  readonly restore: (id: string) => void;
}

/** Asked when something is done, so that a list that grows draws nothing beside it anew. */
export interface ListActions {
  readonly list: () => ShownList;
  readonly setList: (list: ShownList) => void;
}

const noList: ShownList = { ids: [], remove: () => undefined, restore: () => undefined };

/** Holds what the list shows for the thread beside it. */
export const ListActionsContext = createContext<ListActions>({ list: () => noList, setList: () => undefined });

/** What one page's list shows, kept for its thread. */
export function newListActions(): ListActions {
  let list = noList;
  return {
    list: () => list,
    setList: (next) => {
      list = next;
    },
  };
}

/** What the list beside the thread shows now. */
export function useListActions(): ListActions {
  return useContext(ListActionsContext);
}

/** The conversation after this one, or before it at the end of the list, or none. */
export function neighbourOf(ids: readonly string[], id: string, step: 1 | -1): string | undefined {
  const at = ids.indexOf(id);
  if (at === -1) return ids[0];
  return ids[at + step];
}
