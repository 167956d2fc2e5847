import { useQueryClient } from '@tanstack/react-query';
import { Clock3, TriangleAlert } from 'lucide-react';
import { lazy, type ReactElement, useState } from 'react';
import { Part, type Refusal, useAct, useCommand, useKeys, useWords, whenOf } from '#platform/ui';
import { isTillReply } from '../inbox/snooze.ts';
import { listLiveConversations, snoozeConversation } from '../routes.ts';
import { say } from '../shell/toasts.tsx';
import { chatWords } from './words.ts';

const SnoozePicker = lazy(async () => ({ default: (await import('../inbox/snooze-picker.tsx')).SnoozePicker }));
const SnoozeDate = lazy(async () => ({ default: (await import('../inbox/snooze-picker.tsx')).SnoozeDate }));

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

/** What is told of a chat that goes or comes. */
interface Chat {
  readonly id: string;
  readonly customer: { readonly name: string };
}

/** The customer is away and comes back later: their chat leaves its column until then, or until they write. */
export function usePutAway(conversation: Chat & { readonly can: readonly string[] }, isFocused: boolean) {
  const t = useWords(chatWords);
  const keys = useKeys('snooze');
  const [asked, setAsked] = useState<'times' | 'date'>();
  const { putAway } = useComesBack();
  const canPutAway = conversation.can.includes('snooze');
  const open = (): void => setAsked('times');
  const shut = (): void => setAsked(undefined);
  useCommand('snooze', open, isFocused && canPutAway);
  const take = (until: Date): void => {
    shut();
    putAway(conversation, until.toISOString());
  };
  const dialog: ReactElement | null =
    asked === undefined ? null : (
      <Part isAsked>
        {asked === 'times' ? (
          <SnoozePicker
            conversationId={conversation.id}
            onSnooze={take}
            onDate={() => setAsked('date')}
            onClose={shut}
          />
        ) : (
          <SnoozeDate onSnooze={take} onClose={shut} />
        )}
      </Part>
    );
  return { canPutAway, open, dialog, title: `${t('putAway')} (${keys.toUpperCase()})` };
}

/** Putting a chat away and taking it back; either is undone by the other. */
export function useComesBack() {
  const t = useWords(chatWords);
  const client = useQueryClient();
  const act = useAct(snoozeConversation);
  const set = (chat: Chat, until: string | null, then: () => void): void => {
    const onError = (refusal: Refusal): void =>
      say({ id: chat.id, icon: <TriangleAlert />, text: refusal.problem.title });
    const onSuccess = async (): Promise<void> => {
      await client.invalidateQueries({ queryKey: [listLiveConversations.path] });
      then();
    };
    act.mutate({ params: { id: chat.id }, body: { until } }, { onSuccess, onError });
  };
  const told = (chat: Chat, text: string, undo: () => void): void =>
    say({ id: chat.id, icon: <Clock3 />, text, stayMs: undoStayMs, undo });
  return {
    putAway: (chat: Chat, until: string): void => {
      // Its column is free in a moment: the focus goes to the list, as after closing (R6).
      document.querySelector<HTMLElement>('[data-pane="queues"]')?.focus();
      const { name } = chat.customer;
      const text = isTillReply(until)
        ? t('awayTillReply', { name })
        : t('awayUntil', { name, when: whenOf(until, Date.now()) });
      set(chat, until, () => told(chat, text, () => set(chat, null, () => undefined)));
    },
    bringBack: (chat: Chat, until: string, then: () => void): void =>
      set(chat, null, () => {
        then();
        told(chat, t('backAtHand', { name: chat.customer.name }), () => set(chat, until, () => undefined));
      }),
  };
}
