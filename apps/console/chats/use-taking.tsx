import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { type Refusal, useAct } from '#platform/ui';
import type { ConversationRowView } from '../inbox/views.ts';
import { listLiveConversations, takeChat } from '../routes.ts';
import { say } from '../shell/toasts.tsx';

/** Taking a chat that waits, as far as my limit allows. */
export interface Taking {
  readonly canTake: boolean;
  readonly take: (id: string) => void;
  readonly takeNext: () => void;
}

/** The one who waits longest comes first; the taken chat gets the focus. */
export function useTaking(
  waiting: readonly ConversationRowView[],
  hasRoom: boolean,
  focus: (id: string) => void,
): Taking {
  const client = useQueryClient();
  const act = useAct(takeChat);
  const canTake = hasRoom && waiting.length > 0 && !act.isPending;
  const take = (id: string): void => {
    if (!hasRoom) return;
    const onError = (refusal: Refusal): void => {
      say({ id: 'take', icon: <TriangleAlert />, text: refusal.problem.title });
      void client.invalidateQueries({ queryKey: [listLiveConversations.path] });
    };
    const onSuccess = async (): Promise<void> => {
      await client.invalidateQueries({ queryKey: [listLiveConversations.path] });
      focus(id);
    };
    act.mutate({ params: { id } }, { onSuccess, onError });
  };
  return { canTake, take, takeNext: () => waiting[0] && take(waiting[0].id) };
}
