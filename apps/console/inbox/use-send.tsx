import { useQueryClient } from '@tanstack/react-query';
import { Lock, Send } from 'lucide-react';
import { useCallback, useState } from 'react';
import { ask, type ComposerMode, newId, Refusal, useView, useWords } from '#platform/ui';
import { dropEntry, putEntry } from '../live/entries.ts';
import { readSession } from '../session/views.ts';
import { say, unsay } from '../shell/toasts.tsx';
import { drafts } from './draft-store.ts';
import { addNote, type ConversationView, type EntryView, listConversations, sendReply, undoSend } from './views.ts';
import { inboxWords } from './words.ts';

/** A reply that was stopped because something new came first (R19). */
export interface Stopped {
  readonly id: string;
  readonly text: string;
  readonly news: readonly string[];
}

/**
 * Sending: the message stands in the spine at once, the server has it at once and holds it for the undo window, so
 * closing the tab loses nothing and undo is the server's word (R12, R13).
 */
export function useSend(conversation: ConversationView, lineId?: string) {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const me = useView(readSession, {}).data?.teammate;
  const [stopped, setStopped] = useState<Stopped>();
  const line = conversation.lines.find((one) => one.id === lineId) ?? conversation.lines[0];

  const undo = useCallback(
    async (entry: EntryView): Promise<void> => {
      unsay(entry.id);
      try {
        await ask(undoSend, { params: { id: conversation.id, entryId: entry.id } });
        dropEntry(client, conversation.id, entry.id);
        drafts.write(conversation.id, 'reply', { text: entry.text, quotes: [] });
        say({ id: entry.id, icon: <Send className="turns" />, text: t('sendUndone'), stayMs: 4000 });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        say({ id: entry.id, icon: <Send className="turns" />, text: error.problem.title });
      }
    },
    [client, conversation.id, t],
  );

  const deliver = async (mode: ComposerMode, id: string, text: string, sendAnyway = false): Promise<boolean> => {
    const pending: EntryView = {
      id,
      version: 0,
      kind: mode === 'note' ? 'note' : 'out',
      channel: line?.channel ?? 'email',
      occurredAt: new Date().toISOString(),
      author: { kind: 'teammate', id: me?.id ?? null, name: me?.name ?? '' },
      text,
      files: [],
      delivery: { state: 'sending' },
    };
    putEntry(client, conversation.id, pending);
    try {
      const sent = await post(conversation, mode, { id, text, lineId: line?.id ?? '', sendAnyway });
      putEntry(client, conversation.id, sent);
      void client.invalidateQueries({ queryKey: [listConversations.path] });
      announce(conversation, mode, sent, t, () => void undo(sent));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.problem.status === 409) {
        dropEntry(client, conversation.id, id);
        setStopped({ id, text, news: newsOf(error) });
        return false;
      }
      // The text stays in the spine with its way out; nothing typed is ever lost (R28).
      putEntry(client, conversation.id, { ...pending, delivery: { state: 'failed', why: error.problem.title } });
      return true;
    }
  };

  return {
    send: (mode: ComposerMode, text: string) => deliver(mode, newId(), text),
    retry: (entry: EntryView) => deliver(entry.kind === 'note' ? 'note' : 'reply', entry.id, entry.text),
    undo: (entry: EntryView) => void undo(entry),
    stopped,
    sendAnyway: () => {
      if (stopped === undefined) return;
      setStopped(undefined);
      void deliver('reply', stopped.id, stopped.text, true);
    },
    edit: () => {
      if (stopped === undefined) return;
      drafts.write(conversation.id, 'reply', { text: stopped.text, quotes: [] });
      setStopped(undefined);
    },
  };
}

async function post(conversation: ConversationView, mode: ComposerMode, message: { id: string; text: string; lineId: string; sendAnyway: boolean }): Promise<EntryView> {
  const params = { id: conversation.id };
  if (mode === 'note') return (await ask(addNote, { params, body: { id: message.id, text: message.text } })) as EntryView;
  return (await ask(sendReply, { params, body: { ...message, lastSeenVersion: conversation.version } })) as EntryView;
}

function announce(conversation: ConversationView, mode: ComposerMode, sent: EntryView, t: (key: 'noteAdded' | 'sentTo', values?: Record<string, string>) => string, undo: () => void): void {
  if (mode === 'note') return say({ id: sent.id, icon: <Lock />, text: t('noteAdded'), stayMs: 3000 });
  const stayMs = sent.delivery?.deliverAt === undefined ? 0 : Date.parse(sent.delivery.deliverAt) - Date.now();
  const text = t('sentTo', { name: conversation.customer.name });
  return say({ id: sent.id, icon: <Send className="turns" />, text, stayMs: Math.max(stayMs, 3000), undo: stayMs > 0 ? undo : undefined });
}

function newsOf(refusal: Refusal): readonly string[] {
  const news = refusal.problem.more?.['news'];
  return Array.isArray(news) ? news.map(String) : [];
}
