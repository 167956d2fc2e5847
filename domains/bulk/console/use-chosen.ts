import { useEffect } from 'react';
import {
  type ListAsked,
  nothingSelected,
  select,
  type Selection,
  useAct,
  useCommand,
  useSelection,
} from '#platform/ui';
import { type BatchAction, countChosen, type startBatch } from '../contract.ts';

type Asked = Parameters<ReturnType<typeof useAct<typeof startBatch>>['mutate']>[0]['body'];

/** What is chosen, as a batch asks for it, and how many that are. */
export function useChosen(query: ListAsked | undefined) {
  const selection = useSelection();
  const size = useAct(countChosen);
  const { mutate, reset } = size;
  const asked = JSON.stringify(listOf(query));
  useEffect(() => {
    if (selection.isAll) mutate({ body: { list: JSON.parse(asked) } as never });
    else reset();
  }, [selection.isAll, asked, mutate, reset]);
  useCommand('selectAll', () => select({ ...nothingSelected, isOn: true, isAll: true }), query !== undefined);
  const listed = size.data && Math.max(0, size.data.count - selection.except.size);
  return {
    selection,
    isAny: selection.isAll || selection.ids.size > 0,
    /** Undefined while the server counts. */
    count: selection.isAll ? listed : selection.ids.size,
    isMore: selection.isAll && size.data?.isMore === true,
    /** Which they are, as the server is asked about them. */
    which: chosenOf(selection, query),
    bodyOf: (id: string, action: BatchAction): Asked => ({ id, action, ...chosenOf(selection, query) }) as Asked,
  };
}

function chosenOf(selection: Selection, query: ListAsked | undefined) {
  if (!selection.isAll) return { ids: [...selection.ids] };
  return { list: listOf(query), except: [...selection.except] };
}

function listOf(query: ListAsked | undefined): ListAsked {
  const { box = 'mine', filter, queueId, order } = query ?? {};
  return { box, ...(filter ? { filter } : {}), ...(queueId ? { queueId } : {}), ...(order ? { order } : {}) };
}
