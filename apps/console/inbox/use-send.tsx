import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { Lock, Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { type AskOf, type ComposerMode, newId, Refusal, type Say, useAct, useWords, viewKey } from '#platform/ui';
import { dropEntry, putEntry } from '../live/entries.ts';
import { addNote, getConversation, listBoxes, replyTo, retrySend, undoSend } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { say, unsay } from '../shell/toasts.tsx';
import { drafts } from './draft-store.ts';
import { standingOf } from './standing.ts';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

/** A reply that was stopped because something new came first (R19). */
export interface Stopped {
  readonly id: string;
  readonly text: string;
  readonly then: 'wait' | 'close';
  readonly news: readonly string[];
}
type Message = Pick<Stopped, 'id' | 'text' | 'then'> & { readonly sendAnyway?: boolean };

/**
 * Sending: the message stands in the spine at once, the server has it at once and holds it for the undo window, so
 * closing the tab loses nothing and undo is the server's word (R12, R13).
 */
export function useSend(conversation: ConversationView, lineId?: string) {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const me = useMe()?.teammate;
  const reply = useAct(replyTo);
  const note = useAct(addNote);
  const takeBack = useAct(undoSend);
  const again = useAct(retrySend);
  const [stopped, setStopped] = useState<Stopped>();
  const { id } = conversation;

  const undo = (entry: EntryView): void => {
    unsay(entry.id);
    takeBack.mutate(
      { params: { id: entry.id } },
      {
        onSuccess: (taken) => {
          dropEntry(client, id, entry.id);
          takeOver(client, taken.conversation);
          drafts.write(id, 'reply', { text: taken.text, quotes: [] });
          say({ id: entry.id, icon: <Send className="turns" />, text: t('sendUndone'), stayMs: 4000 });
        },
        onError: (refusal) => say({ id: entry.id, icon: <TriangleAlert />, text: refusal.problem.title }),
      },
    );
  };

  const deliver = async (mode: ComposerMode, message: Message): Promise<boolean> => {
    const pending = pendingEntry(conversation, mode, message, me);
    putEntry(client, id, { ...pending, local: { state: 'sending' } });
    try {
      const line = lineId === undefined ? {} : { lineId };
      const body: AskOf<typeof replyTo>['body'] = {
        ...line,
        id: message.id,
        text: message.text,
        then: message.then,
        lastSeenVersion: conversation.version,
        sendAnyway: message.sendAnyway ?? false,
      };
      const sent =
        mode === 'note'
          ? await note.mutateAsync({ params: { id }, body: { id: message.id, text: message.text } })
          : await reply.mutateAsync({ params: { id }, body });
      putEntry(client, id, sent.entry);
      takeOver(client, sent.conversation);
      announce(conversation, mode, sent.entry, t, () => undo(sent.entry));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const news = newsOf(error);
      if (news.length > 0) {
        dropEntry(client, id, message.id);
        for (const entry of news) putEntry(client, id, entry);
        setStopped({ ...message, news: news.map((entry) => `${entry.author.name}: ${entry.text.slice(0, 120)}`) });
        return false;
      }
      // The text stays in the spine with its way out; nothing typed is ever lost (R28).
      putEntry(client, id, {
        ...pending,
        local: { state: 'failed', why: error.problem.detail ?? error.problem.title },
      });
      return true;
    }
  };

  const retry = async (entry: EntryView): Promise<void> => {
    const standing = standingOf(entry);
    const isLocal = standing?.state === 'failed' && standing.isLocal;
    if (isLocal)
      await deliver(entry.kind === 'note' ? 'note' : 'reply', { id: entry.id, text: entry.text, then: 'wait' });
    else
      again.mutate(
        { params: { id: entry.id } },
        {
          onSuccess: (sent) => putEntry(client, id, sent.entry),
          onError: (refusal) => say({ id: entry.id, icon: <TriangleAlert />, text: refusal.problem.title }),
        },
      );
  };

  return {
    send: (mode: ComposerMode, text: string, then: Stopped['then']) => deliver(mode, { id: newId(), text, then }),
    retry,
    undo,
    stopped,
    sendAnyway: () => {
      if (stopped === undefined) return;
      setStopped(undefined);
      void deliver('reply', { ...stopped, sendAnyway: true });
    },
    edit: () => {
      if (stopped === undefined) return;
      drafts.write(id, 'reply', { text: stopped.text, quotes: [] });
      setStopped(undefined);
    },
  };
}

/** What the spine shows until the server answers. */
function pendingEntry(
  conversation: ConversationView,
  mode: ComposerMode,
  message: Message,
  me: { readonly id: string; readonly name: string } | undefined,
): EntryView {
  return {
    id: message.id,
    conversationId: conversation.id,
    kind: mode === 'note' ? 'note' : 'out',
    visibility: mode === 'note' ? 'internal' : 'public',
    channel: mode === 'note' ? null : (conversation.replyLines[0]?.channel ?? null),
    author: { kind: 'teammate', id: me?.id ?? null, name: me?.name ?? '' },
    occurredAt: new Date().toISOString(),
    subject: null,
    text: message.text,
    quoted: '',
    hasHtml: false,
    from: null,
    recipients: [],
    files: [],
    deliveries: [],
    facts: {},
    evidence: null,
  };
}

/** The conversation as it is after the change; what stands beside it is kept. */
function takeOver(client: QueryClient, next: ConversationView): void {
  client.setQueryData<ConversationView>(viewKey(getConversation, { params: { id: next.id } }), (old) =>
    old === undefined || old.version > next.version ? old : { ...next, ...(old.beside ? { beside: old.beside } : {}) },
  );
  void client.invalidateQueries({ queryKey: [listBoxes.path] });
}

function announce(
  conversation: ConversationView,
  mode: ComposerMode,
  sent: EntryView,
  t: Say<keyof typeof inboxWords.en>,
  undo: () => void,
): void {
  if (mode === 'note') return say({ id: sent.id, icon: <Lock />, text: t('noteAdded'), stayMs: 3000 });
  const standing = standingOf(sent);
  const stayMs = standing?.state === 'held' ? Date.parse(standing.until) - Date.now() : 0;
  return say({
    id: sent.id,
    icon: <Send className="turns" />,
    text: t('sentTo', { name: conversation.customer.name }),
    stayMs: Math.max(stayMs, 3000),
    undo: stayMs > 0 ? undo : undefined,
  });
}

/** What came meanwhile, as the refusal carries it. */
function newsOf(refusal: Refusal): readonly EntryView[] {
  const entries = refusal.problem.status === 409 ? refusal.problem.more?.['entries'] : undefined;
  return Array.isArray(entries) ? (entries as readonly EntryView[]) : [];
}
