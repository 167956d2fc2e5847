import { useQueryClient } from '@tanstack/react-query';
import { Check, Clock3, TriangleAlert, UserRoundCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { type Refusal, useAct, useWords, viewKey, whenOf } from '#platform/ui';
import { showRead } from '../live/apply.ts';
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
import { useGo } from '../shell/links.tsx';
import { say } from '../shell/toasts.tsx';
import { neighbourOf, useListActions } from './list-actions.ts';
import type { ConversationView } from './views.ts';
import { inboxWords } from './words.ts';

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

/** What can be done with a conversation as a whole; each says what it did and can be undone. */
export function useConversationActs(conversation: ConversationView, view: string) {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const close = useAct(closeConversation);
  const reopen = useAct(reopenConversation);
  const snooze = useAct(snoozeConversation);
  const assign = useAct(setAssignee);
  const read = useAct(markRead);
  const way = useWay(conversation, view);
  const params = { id: conversation.id };
  const plain = { onSuccess: way.take, onError: way.refused };
  const back = { onSuccess: (next: ConversationView) => (way.take(next), way.comeBack()), onError: way.refused };
  const told = (icon: ReactElement, text: string, undo: () => void): void =>
    say({ id: conversation.id, icon, text, stayMs: undoStayMs, undo });

  return {
    close: () => {
      way.moveOn();
      close.mutate({ params, body: { how: 'answered' } }, plain);
      told(<Check />, `${t('closed')}: ${conversation.subject}`, () => reopen.mutate({ params }, back));
    },
    reopen: () => reopen.mutate({ params }, plain),
    snooze: (until: Date) => {
      way.moveOn();
      snooze.mutate({ params, body: { until: until.toISOString() } }, plain);
      const wake = (): void => snooze.mutate({ params, body: { until: null } }, back);
      told(<Clock3 />, t('snoozedUntil', { when: whenOf(until, Date.now()) }), wake);
    },
    assign: (teammate: { readonly id: string; readonly name: string } | null) => {
      const before = conversation.assigneeId;
      assign.mutate({ params, body: { assigneeId: teammate?.id ?? null } }, plain);
      const giveBack = (): void => assign.mutate({ params, body: { assigneeId: before } }, plain);
      told(<UserRoundCheck />, t('assignedTo', { name: teammate?.name ?? t('nobody') }), giveBack);
    },
    markUnread: () => {
      const onSuccess = (): void => showRead(client, conversation.id, true);
      read.mutate({ params, body: { version: 0 } }, { onSuccess, onError: way.refused });
      way.goToNext();
    },
  };
}

/** Where an act leads: the answer into the cache, the row out of the list, the next conversation onto the screen. */
function useWay(conversation: ConversationView, view: string) {
  const go = useGo();
  const client = useQueryClient();
  const { list } = useListActions();
  const { id } = conversation;
  const next = neighbourOf(list.ids, id, 1);
  return {
    take: (changed: ConversationView): void => {
      client.setQueryData<ConversationView>(viewKey(getConversation, { params: { id } }), (old) => ({
        ...changed,
        ...(old?.beside ? { beside: old.beside } : {}),
      }));
      void client.invalidateQueries({ queryKey: [listConversations.path] });
      void client.invalidateQueries({ queryKey: [listBoxes.path] });
    },
    refused: (refusal: Refusal): void => {
      list.restore(id);
      say({ id: `refused-${id}`, icon: <TriangleAlert />, text: refusal.problem.title });
    },
    /** The row leaves at once and the next one opens, so the focus never falls to the page (R6). */
    moveOn: (): void => {
      const other = next ?? neighbourOf(list.ids, id, -1);
      list.remove(id);
      go(other === undefined ? `/inbox/${view}` : `/inbox/${view}/${other}`, { replace: true });
      document.querySelector<HTMLElement>('[data-pane="list"] [role="listbox"]')?.focus();
    },
    comeBack: (): void => {
      list.restore(id);
      go(`/inbox/${view}/${id}`);
    },
    goToNext: (): void => {
      if (next !== undefined) go(`/inbox/${view}/${next}`, { replace: true });
    },
  };
}
