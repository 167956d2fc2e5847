import { useQueryClient } from '@tanstack/react-query';
import {
  Check,
  CircleDot,
  Clock3,
  Flag,
  MessageCircleQuestion,
  Tag,
  TriangleAlert,
  UserRoundCheck,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { type AskOf, type Refusal, useAct, useWords, viewKey, whenOf } from '#platform/ui';
import { showRead } from '../live/apply.ts';
import {
  closeConversation,
  getConversation,
  listBoxes,
  listConversations,
  markRead,
  reopenConversation,
  setAssignee,
  setPriority,
  setReason,
  setStatus,
  snoozeConversation,
  tagConversation,
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

/** What is said about a conversation: tags, reason, priority, status. Nothing moves; each can be undone. */
export function useLabelActs(conversation: ConversationView, view: string) {
  const t = useWords(inboxWords);
  const tags = useAct(tagConversation);
  const reason = useAct(setReason);
  const priority = useAct(setPriority);
  const status = useAct(setStatus);
  const way = useWay(conversation, view);
  const params = { id: conversation.id };
  const plain = { onSuccess: way.take, onError: way.refused };
  const told = (icon: ReactElement, text: string, undo: () => void): void =>
    say({ id: conversation.id, icon, text, stayMs: undoStayMs, undo });

  return {
    tag: (names: readonly string[]) => {
      const before = conversation.tags.map((tag) => tag.name);
      tags.mutate({ params, body: { names: [...names] } }, plain);
      told(<Tag />, names.length === 0 ? t('untagged') : t('tagged', { names: names.join(', ') }), () =>
        tags.mutate({ params, body: { names: before } }, plain),
      );
    },
    giveReason: (given: { readonly id: string; readonly name: string } | null) => {
      const before = conversation.reasonId;
      reason.mutate({ params, body: { reasonId: given?.id ?? null } as ReasonBody }, plain);
      told(<MessageCircleQuestion />, t('reasonIs', { name: given?.name ?? t('noReason') }), () =>
        reason.mutate({ params, body: { reasonId: before } as ReasonBody }, plain),
      );
    },
    prioritise: (given: number, name: string) => {
      const before = conversation.priority;
      priority.mutate({ params, body: { priority: given } }, plain);
      told(<Flag />, t('priorityIs', { name }), () => priority.mutate({ params, body: { priority: before } }, plain));
    },
    setStatus: (given: { readonly id: string; readonly name: string }) => {
      const before = conversation.status.id;
      status.mutate({ params, body: { statusId: given.id } as StatusBody }, plain);
      told(<CircleDot />, t('statusIs', { name: given.name }), () =>
        status.mutate({ params, body: { statusId: before } as StatusBody }, plain),
      );
    },
  };
}

/** Ids of the words come from the server's own list; the contract's brands are its own. */
type ReasonBody = AskOf<typeof setReason>['body'];
type StatusBody = AskOf<typeof setStatus>['body'];

/** Where an act leads: the answer into the cache, the row out of the list, the next conversation onto the screen. */
function useWay(conversation: ConversationView, view: string) {
  const go = useGo();
  const client = useQueryClient();
  const { list } = useListActions();
  const { id } = conversation;
  const next = (): string | undefined => neighbourOf(list().ids, id, 1);
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
      list().restore(id);
      say({ id: `refused-${id}`, icon: <TriangleAlert />, text: refusal.problem.title });
    },
    /** The row leaves at once and the next one opens, so the focus never falls to the page (R6). */
    moveOn: (): void => {
      const other = next() ?? neighbourOf(list().ids, id, -1);
      list().remove(id);
      go(other === undefined ? `/inbox/${view}` : `/inbox/${view}/${other}`, { replace: true });
      document.querySelector<HTMLElement>('[data-pane="list"] [role="listbox"]')?.focus();
    },
    comeBack: (): void => {
      list().restore(id);
      go(`/inbox/${view}/${id}`);
    },
    goToNext: (): void => {
      const other = next();
      if (other !== undefined) go(`/inbox/${view}/${other}`, { replace: true });
    },
  };
}
