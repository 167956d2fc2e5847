import { useQueryClient } from '@tanstack/react-query';
import { Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { askBeforeClosing } from '#domains/conversations/console';
import type { ReplyOf } from '#platform/contract';
import { type AskOf, type ComposerMode, newId, Refusal, type Say, useAct, useWords } from '#platform/ui';
import { dropEntry, putEntry } from '../live/entries.ts';
import { addNote, replyTo, retrySend, undoSend } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { say, unsay } from '../shell/toasts.tsx';
import { drafts } from './draft-store.ts';
import { announce, type Message, newsOf, pendingEntry, takeOver } from './sending.tsx';
import { standingOf } from './standing.ts';
import { useNamed } from './use-named.ts';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

/** A reply that was stopped because something new came first (R19). */
export interface Stopped extends Message {
  readonly news: readonly string[];
}

/** What goes along with the words. */
type Along = Pick<Message, 'content' | 'uploads' | 'arrival'>;
/** What went along with messages the server has not taken yet: a second try is the same message. */
const unsent = new Map<string, Along>();

/**
 * Sending: the message stands in the spine at once, the server has it at once and holds it for the undo window, so
 * closing the tab loses nothing and undo is the server's word (R12, R13).
 */
export function useSend(conversation: ConversationView, lineId?: string) {
  const client = useQueryClient();
  const sendAgain = useAct(retrySend);
  const { id } = conversation;
  const undo = useUndo(conversation);
  const { deliver, stopped, setStopped } = useDeliver(conversation, lineId, undo);

  return {
    send: (mode: ComposerMode, text: string, then: Message['then'], also: Along = {}): Promise<void> => {
      setStopped(undefined);
      // After a refusal the writer has seen what came: the same message, with the words as they are now.
      const isAgain = mode === 'reply' && stopped !== undefined;
      return deliver(
        mode,
        isAgain ? { ...stopped, text, then, sendAnyway: true, ...also } : { id: newId(), text, then, ...also },
      );
    },
    undo,
    stopped,
    retry: async (entry: EntryView): Promise<void> => {
      const standing = standingOf(entry);
      if (standing?.state === 'failed' && standing.isLocal) {
        const also = unsent.get(entry.id) ?? {};
        const again = { id: entry.id, text: entry.text, then: 'wait' as const, ...also };
        await deliver(entry.kind === 'note' ? 'note' : 'reply', again);
        return;
      }
      const onError = (refusal: Refusal): void =>
        say({ id: entry.id, icon: <TriangleAlert />, text: refusal.problem.title });
      sendAgain.mutate(
        { params: { id: entry.id } },
        { onSuccess: (sent) => putEntry(client, id, sent.entry), onError },
      );
    },
    edit: () => setStopped(undefined),
  };
}

/** Takes a held reply back: the text comes back into the field, as the server returns it. */
function useUndo(conversation: ConversationView): (entry: EntryView) => void {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const takeBack = useAct(undoSend);
  return (entry) => {
    unsay(entry.id);
    const onError = (refusal: Refusal): void =>
      say({ id: entry.id, icon: <TriangleAlert />, text: refusal.problem.title });
    const onSuccess = (taken: ReplyOf<typeof undoSend>): void => {
      dropEntry(client, conversation.id, entry.id);
      takeOver(client, taken.conversation);
      const { uploadIds: _ids, ...content } = taken.draft;
      drafts.write(conversation.id, 'reply', { text: taken.text, quotes: [], content, uploads: taken.uploads });
      say({ id: entry.id, icon: <Send className="turns" />, text: t('sendUndone'), stayMs: 4000 });
    };
    takeBack.mutate({ params: { id: entry.id } }, { onSuccess, onError });
  };
}

/** Shows a message at once, hands it to the server, and says what the server made of it. */
function useDeliver(conversation: ConversationView, lineId: string | undefined, undo: (entry: EntryView) => void) {
  const t = useWords(inboxWords);
  const client = useQueryClient();
  const me = useMe()?.teammate;
  const reply = useAct(replyTo);
  const note = useAct(addNote);
  const { namedIn } = useNamed();
  const [stopped, setStopped] = useState<Stopped>();
  const params = { id: conversation.id };
  const post = (mode: ComposerMode, message: Message) => {
    const { id, text, then, sendAnyway = false, closeAnyway = false, content = {} } = message;
    const along = { ...filesIn(message), draftRevision: drafts.handed(conversation.id, mode) };
    if (mode === 'note') {
      const body = { id, text, ...namedIn(text), ...along } as AskOf<typeof addNote>['body'];
      return note.mutateAsync({ params, body });
    }
    const words = { id, text, then, sendAnyway, closeAnyway, lastSeenVersion: conversation.version };
    const body = { ...words, ...content, ...along } as AskOf<typeof replyTo>['body'];
    return reply.mutateAsync({ params, body: lineId === undefined ? body : { ...body, lineId } });
  };
  const refused = (refusal: Refusal, pending: EntryView, message: Message): void => {
    const news = newsOf(refusal);
    const isAsked = asksBefore(conversation.id, refusal, (given) => void deliver('reply', { ...message, ...given }));
    // The text stays in the spine with its way out; nothing typed is ever lost (R28).
    if (news.length === 0 && !isAsked) return putEntry(client, conversation.id, failedBy(refusal, pending));
    dropEntry(client, conversation.id, message.id);
    for (const entry of news) putEntry(client, conversation.id, entry);
    intoField(conversation.id, message);
    if (!isAsked)
      setStopped({ ...message, news: news.map((entry) => `${entry.author.name}: ${entry.text.slice(0, 120)}`) });
  };
  const deliver = async (mode: ComposerMode, message: Message): Promise<void> => {
    const pending = pendingEntry(conversation, mode, message, me);
    putEntry(client, conversation.id, { ...pending, local: { state: 'sending' } });
    unsent.set(message.id, message);
    const missing = (await message.arrival) ?? new Set();
    if (missing.size > 0) {
      dropEntry(client, conversation.id, message.id);
      return takeBackWithout(missing, conversation, mode, message, t);
    }
    try {
      const sent = await post(mode, message);
      unsent.delete(message.id);
      putEntry(client, conversation.id, sent.entry);
      takeOver(client, sent.conversation);
      drafts.arrived(conversation.id, mode);
      announce(conversation, mode, sent.entry, t, () => undo(sent.entry));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.isUnreachable && !navigator.onLine) {
        await online();
        return deliver(mode, message);
      }
      refused(error, pending, message);
      return undefined;
    }
  };
  return { deliver, stopped, setStopped };
}

function failedBy({ problem }: Refusal, pending: EntryView): EntryView {
  return { ...pending, local: { state: 'failed', why: problem.detail ?? problem.title } };
}

function filesIn({ uploads = [] }: Message): Pick<AskOf<typeof replyTo>['body'], 'uploadIds'> {
  const uploadIds = uploads.map((file) => file.id) as NonNullable<AskOf<typeof replyTo>['body']['uploadIds']>;
  return uploadIds.length > 0 ? { uploadIds } : {};
}

/** A file did not arrive: nothing left, and the words are back with the files that did. */
function takeBackWithout(
  missing: ReadonlySet<string>,
  conversation: ConversationView,
  mode: ComposerMode,
  message: Message,
  t: Say<keyof typeof inboxWords.en>,
): void {
  const files = message.uploads ?? [];
  const lost = files.filter((file) => missing.has(file.id)).map(({ name }) => name);
  unsent.delete(message.id);
  intoField(conversation.id, { ...message, uploads: files.filter((file) => !missing.has(file.id)) }, mode);
  const text = t('notSentFiles', { files: lost.join(', '), name: conversation.customer.name });
  say({ id: message.id, icon: <TriangleAlert />, text });
}

/** Back into the field: leaving the conversation or the page loses nothing. */
function intoField(
  id: string,
  message: Pick<Message, 'text' | 'content' | 'uploads'>,
  mode: ComposerMode = 'reply',
): void {
  const { text, content, uploads } = message;
  // What was begun meanwhile stays, below.
  if (drafts.read(id, mode).text !== '') drafts.join(id, mode, { text, content, uploads, revision: 0 });
  else drafts.write(id, mode, { text, quotes: [], content, uploads });
}

/** Something speaks against closing that its writer can settle: then it is the same message again, out of the field. */
function asksBefore(
  id: string,
  { problem }: Refusal,
  again: (given: { readonly closeAnyway: boolean }) => void,
): boolean {
  const retry = (given: { readonly closeAnyway: boolean }): void => {
    drafts.write(id, 'reply', { text: '', quotes: [] });
    again(given);
  };
  return askBeforeClosing({ conversationId: id, problem, retry });
}

/** The connection is back: what was sent without one waits for it, as the bar says (R28). */
function online(): Promise<unknown> {
  return new Promise((resolve) => addEventListener('online', resolve, { once: true }));
}
