import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert, UserRoundCheck } from 'lucide-react';
import { type Refusal, useAct, useWords } from '#platform/ui';
import type { ConversationRowView } from '../inbox/views.ts';
import { listLiveConversations, setAssignee, takeChat } from '../routes.ts';
import { say } from '../shell/toasts.tsx';
import { chatWords } from './words.ts';

/** Taking a chat that waits, as far as my limit allows. */
export interface Taking {
  readonly canTake: boolean;
  readonly take: (id: string) => void;
  readonly takeNext: () => void;
}

/** How long the toast of a taking stays. */
const undoStayMs = 10_000;

/** The one who waits longest comes first; the taken chat gets the focus, and can be given back. */
export function useTaking(
  waiting: readonly ConversationRowView[],
  hasRoom: boolean,
  focus: (id: string) => void,
): Taking {
  const t = useWords(chatWords);
  const client = useQueryClient();
  const act = useAct(takeChat);
  const assign = useAct(setAssignee);
  const canTake = hasRoom && waiting.length > 0 && !act.isPending;
  const onSettled = (): Promise<void> => client.invalidateQueries({ queryKey: [listLiveConversations.path] });
  const onError = (refusal: Refusal): void => {
    say({ id: 'take', icon: <TriangleAlert />, text: refusal.problem.title });
    void onSettled();
  };
  const take = (id: string): void => {
    if (!hasRoom) return;
    const name = waiting.find((chat) => chat.id === id)?.customer.name ?? '';
    const undo = (): void => {
      // its column goes: the focus goes to the list, never to the page (R6)
      document.querySelector<HTMLElement>('[data-pane="queues"]')?.focus();
      assign.mutate({ params: { id }, body: { assigneeId: null } }, { onSuccess: onSettled, onError });
    };
    const onSuccess = async (): Promise<void> => {
      await onSettled();
      focus(id);
      say({ id, icon: <UserRoundCheck />, text: t('taken', { name }), stayMs: undoStayMs, undo });
    };
    act.mutate({ params: { id } }, { onSuccess, onError });
  };
  return { canTake, take, takeNext: () => waiting[0] && take(waiting[0].id) };
}
