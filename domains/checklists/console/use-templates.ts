import { newId, useAct, useView } from '#platform/ui';
import { addChecklist, listChecklists } from '../contract.ts';
import { useTasksChanged } from './task-line.tsx';

/** The checklists there are, and how one is put into this conversation. */
export function useTemplates(conversationId: string) {
  const rows = useView(listChecklists, {}).data?.rows ?? [];
  const act = useAct(addChecklist);
  const changed = useTasksChanged();
  const add = (templateId: string, then?: () => void): void => {
    const body = { id: newId(), templateId } as Parameters<typeof act.mutate>[0]['body'];
    const onSuccess = (): void => {
      changed();
      then?.();
    };
    act.mutate({ params: { conversationId } as never, body }, { onSuccess });
  };
  return { rows, add, isPending: act.isPending, refusal: act.error };
}
