import { useRef } from 'react';
import { newId, useAct, useView } from '#platform/ui';
import { addChecklist, listChecklists } from '../contract.ts';
import { useTasksChanged } from './task-line.tsx';

/**
 * The checklists there are, and how one is put into this conversation. Pressed twice, or again after an answer that never
 * came, it is the same one: it has its id from the first press until it is there.
 */
export function useTemplates(conversationId: string) {
  const { data, error } = useView(listChecklists, {});
  const act = useAct(addChecklist);
  const changed = useTasksChanged();
  const ids = useRef(new Map<string, string>());
  const add = (templateId: string, then?: () => void): void => {
    if (act.isPending) return;
    const id = ids.current.get(templateId) ?? newId();
    ids.current.set(templateId, id);
    const body = { id, templateId } as Parameters<typeof act.mutate>[0]['body'];
    const onSuccess = (): void => {
      ids.current.delete(templateId);
      changed();
      then?.();
    };
    act.mutate({ params: { conversationId } as never, body }, { onSuccess });
  };
  return { rows: data?.rows, add, isPending: act.isPending, refusal: act.error ?? error };
}
