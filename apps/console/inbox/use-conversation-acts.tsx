import { useQueryClient } from '@tanstack/react-query';
import { Check, Clock3, TriangleAlert, UserRoundCheck } from 'lucide-react';
import { type Refusal, useAct, useWords, viewKey, whenOf } from '#platform/ui';
import { showRead } from '../live/apply.ts';
import { useGo } from '../shell/links.tsx';
import { say } from '../shell/toasts.tsx';
import { neighbourOf, useListActions } from './list-actions.ts';
import {
  closeConversation,
  getConversation,
  listBoxes,
  listConversations,
  markRead,
  reopenConversation,
  setAssignee,
  snoozeConversation,
} from '../routes.ts';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

/** What can be done with a conversation as a whole; each says what it did and can be undone. */
export function useConversationActs(conversation: ConversationView, view: string) {
  const t = useWords(inboxWords);
  const go = useGo();
  const client = useQueryClient();
  const { list } = useListActions();
  const close = useAct(closeConversation);
  const reopen = useAct(reopenConversation);
  const snooze = useAct(snoozeConversation);
  const assign = useAct(setAssignee);
  const unread = useAct(markRead);
  const params = { id: conversation.id };

  const take = (next: ConversationView): void => {
    client.setQueryData<ConversationView>(viewKey(getConversation, { params }), (old) => ({
      ...next,
      ...(old?.beside ? { beside: old.beside } : {}),
    }));
    void client.invalidateQueries({ queryKey: [listConversations.path] });
    void client.invalidateQueries({ queryKey: [listBoxes.path] });
  };
  const refused = (refusal: Refusal): void => {
    list.restore(conversation.id);
    say({ id: `refused-${conversation.id}`, icon: <TriangleAlert />, text: refusal.problem.title });
  };
  /** The row leaves at once and the next one opens, so the focus never falls to the page (R6). */
  const moveOn = (): void => {
    const next = neighbourOf(list.ids, conversation.id, 1) ?? neighbourOf(list.ids, conversation.id, -1);
    list.remove(conversation.id);
    go(next === undefined ? `/inbox/${view}` : `/inbox/${view}/${next}`, { replace: true });
    document.querySelector<HTMLElement>('[data-pane="list"] [role="listbox"]')?.focus();
  };
  const comeBack = (): void => {
    list.restore(conversation.id);
    go(`/inbox/${view}/${conversation.id}`);
  };

  return {
    close: () => {
      moveOn();
      close.mutate({ params, body: { how: 'answered' } }, { onSuccess: take, onError: refused });
      const undo = (): void =>
        reopen.mutate({ params }, { onSuccess: (next) => (take(next), comeBack()), onError: refused });
      say({
        id: conversation.id,
        icon: <Check />,
        text: `${t('closed')}: ${conversation.subject}`,
        stayMs: undoStayMs,
        undo,
      });
    },
    reopen: () => reopen.mutate({ params }, { onSuccess: take, onError: refused }),
    snooze: (until: Date) => {
      moveOn();
      snooze.mutate({ params, body: { until: until.toISOString() } }, { onSuccess: take, onError: refused });
      const undo = (): void =>
        snooze.mutate(
          { params, body: { until: null } },
          { onSuccess: (next) => (take(next), comeBack()), onError: refused },
        );
      say({
        id: conversation.id,
        icon: <Clock3 />,
        text: t('snoozedUntil', { when: whenOf(until, Date.now()) }),
        stayMs: undoStayMs,
        undo,
      });
    },
    assign: (teammate: { readonly id: string; readonly name: string } | null) => {
      const before = conversation.assigneeId;
      assign.mutate({ params, body: { assigneeId: teammate?.id ?? null } }, { onSuccess: take, onError: refused });
      const undo = (): void =>
        assign.mutate({ params, body: { assigneeId: before } }, { onSuccess: take, onError: refused });
      say({
        id: conversation.id,
        icon: <UserRoundCheck />,
        text: t('assignedTo', { name: teammate?.name ?? t('nobody') }),
        stayMs: undoStayMs,
        undo,
      });
    },
    markUnread: () => {
      unread.mutate(
        { params, body: { version: 0 } },
        { onSuccess: () => showRead(client, conversation.id, true), onError: refused },
      );
      const next = neighbourOf(list.ids, conversation.id, 1);
      if (next !== undefined) go(`/inbox/${view}/${next}`, { replace: true });
    },
  };
}
