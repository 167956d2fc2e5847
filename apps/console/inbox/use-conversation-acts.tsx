import { useQueryClient } from '@tanstack/react-query';
import {
  Check,
  CircleDot,
  Clock3,
  Flag,
  Layers,
  MessageCircleQuestion,
  Tag,
  TriangleAlert,
  UserRoundCheck,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { askBeforeClosing, askBeforeHanding } from '#domains/conversations/console';
import { type AskOf, Refusal, useAct, useWords, viewKey, whenOf } from '#platform/ui';
import { showRead } from '../live/apply.ts';
import {
  closeConversation,
  getConversation,
  listBoxes,
  listConversations,
  listFull,
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
import { say, unsay } from '../shell/toasts.tsx';
import { listNow } from './leave-field.ts';
import { neighbourOf, useListActions } from './list-actions.ts';
import { isTillReply } from './snooze.ts';
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
  const read = useAct(markRead);
  const way = useWay(conversation, view);
  const params = { id: conversation.id };
  const plain = { onSuccess: way.take, onError: way.refused };
  // The thread these are called from is gone once the next one is open: what follows is the answer's, not the screen's.
  const after = (asked: Promise<ConversationView>): Promise<void> => asked.then(way.take, way.refused);
  const back = (asked: Promise<ConversationView>): Promise<void> =>
    asked.then((changed) => {
      way.take(changed);
      way.comeBack();
    }, way.refused);
  const told = (icon: ReactElement, text: string, undo: () => void): void =>
    say({ id: conversation.id, icon, text, stayMs: undoStayMs, undo });

  return {
    close: () => {
      way.moveOn();
      const closeIt = (closeAnyway = false): void =>
        void way.closing(close.mutateAsync({ params, body: { how: 'answered', closeAnyway } }), again);
      // it stood in the list again while something was asked
      const again = (closeAnyway: boolean): void => (way.leave(), closeIt(closeAnyway));
      closeIt();
      told(<Check />, `${t('closed')}: ${conversation.subject}`, () => void back(reopen.mutateAsync({ params })));
    },
    reopen: () => reopen.mutate({ params }, plain),
    snooze: (until: Date) => {
      way.moveOn();
      void after(snooze.mutateAsync({ params, body: { until: until.toISOString() } }));
      const wake = (): void => void back(snooze.mutateAsync({ params, body: { until: null } }));
      told(
        <Clock3 />,
        isTillReply(until.toISOString())
          ? t('snoozedTillReply')
          : t('snoozedUntil', { when: whenOf(until, Date.now()) }),
        wake,
      );
    },
    assign: useAssign(conversation, way, told),
    markUnread: () => {
      const onSuccess = (): void => showRead(client, conversation.id, true);
      read.mutate({ params, body: { version: 0 } }, { onSuccess, onError: way.refused });
      way.goToNext();
    },
  };
}

type Way = ReturnType<typeof useWay>;

/** Handing it to somebody; whose hands are full is asked about on the conversation that was to go to them. */
function useAssign(
  conversation: ConversationView,
  way: Way,
  told: (icon: ReactElement, text: string, undo: () => void) => void,
) {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const assign = useAct(setAssignee);
  const { id, assigneeId: before } = conversation;
  const hand = (assigneeId: string | null, anyway: boolean): Promise<ConversationView> =>
    assign.mutateAsync({ params: { id }, body: { assigneeId, anyway } });
  return (teammate: { readonly id: string; readonly name: string } | null, isMe = false): void => {
    const refused = (error: unknown): void => {
      if (!(error instanceof Refusal)) throw error;
      unsay(id);
      const asked = { conversationId: id, name: isMe ? undefined : teammate?.name, problem: error.problem };
      if (!askBeforeHanding({ ...asked, handOver: () => handIt(true) })) way.refused(error);
    };
    const handIt = (anyway: boolean): void => {
      const done = hand(teammate?.id ?? null, anyway).then(way.take, refused);
      void done.then(() => client.invalidateQueries({ queryKey: [listFull.path] }));
      // they had it: giving it back asks nobody whether their hands are full
      const giveBack = (): void => void hand(before, true).then(way.take, way.refused);
      told(<UserRoundCheck />, t('assignedTo', { name: teammate?.name ?? t('nobody') }), giveBack);
    };
    handIt(false);
  };
}

/** What is said about a conversation: tags, reason, priority, status. Nothing moves; each can be undone. */
export function useLabelActs(conversation: ConversationView, view: string) {
  const t = useWords(inboxWords);
  const tags = useAct(tagConversation);
  const reason = useAct(setReason);
  const priority = useAct(setPriority);
  const status = useAct(setStatus);
  const assign = useAct(setAssignee);
  const way = useWay(conversation, view);
  const params = { id: conversation.id };
  const plain = { onSuccess: way.take, onError: way.refused };
  const told = (icon: ReactElement, text: string, undo: (() => void) | undefined): void =>
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
    /** Whoever has it keeps it: a queue is where it waits, not whose it is. */
    moveTo: (queue: { readonly id: string; readonly name: string }) => {
      const { assigneeId, queueId: before } = conversation;
      const put = (queueId: string): void => assign.mutate({ params, body: { assigneeId, queueId } }, plain);
      put(queue.id);
      const undo = before === null ? undefined : (): void => put(before);
      told(<Layers />, t('movedTo', { name: queue.name }), undo);
    },
    setStatus: (given: { readonly id: string; readonly name: string }) => {
      const before = conversation.status.id;
      const setIt = (closeAnyway = false): void =>
        void way.closing(
          status.mutateAsync({ params, body: { statusId: given.id, closeAnyway } as StatusBody }),
          setIt,
        );
      setIt();
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
  const take = (changed: ConversationView): void => {
    client.setQueryData<ConversationView>(viewKey(getConversation, { params: { id } }), (old) => ({
      ...changed,
      ...(old?.beside ? { beside: old.beside } : {}),
    }));
    void client.invalidateQueries({ queryKey: [listConversations.path] });
    void client.invalidateQueries({ queryKey: [listBoxes.path] });
  };
  const refused = (refusal: Refusal): void => {
    list().restore(id);
    say({ id: `refused-${id}`, icon: <TriangleAlert />, text: refusal.problem.title });
  };
  const comeBack = (): void => {
    list().restore(id);
    go(`/inbox/${view}/${id}`);
  };
  return {
    take,
    refused,
    comeBack,
    leave: (): void => list().remove(id),
    /**
     * What whoever closes can settle is asked of them, on the conversation it is about; then it is tried again. By the
     * promise: another conversation is on the screen when the answer comes, and nothing of this one hears of it.
     */
    closing: async (act: Promise<ConversationView>, again: (closeAnyway: boolean) => void): Promise<void> => {
      try {
        take(await act);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        const retry = ({ closeAnyway }: { readonly closeAnyway: boolean }): void => again(closeAnyway);
        unsay(id);
        if (askBeforeClosing({ conversationId: id, problem: error.problem, retry })) comeBack();
        else refused(error);
      }
    },
    /** The row leaves at once and the next one opens, so the focus never falls to the page (R6). */
    moveOn: (): void => {
      const other = next() ?? neighbourOf(list().ids, id, -1);
      // before the row goes: of the last one not even a list is left to stand on
      listNow()?.focus();
      list().remove(id);
      go(other === undefined ? `/inbox/${view}` : `/inbox/${view}/${other}`, { replace: true });
    },
    goToNext: (): void => {
      const other = next();
      if (other !== undefined) go(`/inbox/${view}/${other}`, { replace: true });
    },
  };
}
