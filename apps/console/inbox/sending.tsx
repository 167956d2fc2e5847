import type { QueryClient } from '@tanstack/react-query';
import { Lock, Send } from 'lucide-react';
import { type ComposerMode, type Refusal, type Say, viewKey } from '#platform/ui';
import { getConversation, listBoxes } from '../routes.ts';
import { say } from '../shell/toasts.tsx';
import type { DraftContent, UploadView } from './draft-store.ts';
import { standingOf } from './standing.ts';
import type { ConversationView, EntryView } from './views.ts';
import type { inboxWords } from './words.ts';

/** What is to be sent, under the id that makes sending it twice sending it once. */
export interface Message {
  readonly id: string;
  readonly text: string;
  readonly then: 'stay' | 'wait' | 'close';
  readonly sendAnyway?: boolean;
  readonly closeAnyway?: boolean;
  /** Everything beside the words, with the files put in. */
  readonly content?: DraftContent;
  readonly uploads?: readonly UploadView[];
  /** Files still on their way when it was sent: it leaves once they are there. Answers which did not arrive. */
  readonly arrival?: Promise<ReadonlySet<string>> | undefined;
}

/** What the spine shows until the server answers. */
export function pendingEntry(
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
    files: (message.uploads ?? []).map((file) => ({ ...file, inline: false, contentId: null })),
    deliveries: [],
    facts: {},
    evidence: null,
  };
}

/** The conversation as it is after the change; what stands beside it is kept. */
export function takeOver(client: QueryClient, next: ConversationView): void {
  client.setQueryData<ConversationView>(viewKey(getConversation, { params: { id: next.id } }), (old) =>
    old === undefined || old.version > next.version ? old : { ...next, ...(old.beside ? { beside: old.beside } : {}) },
  );
  void client.invalidateQueries({ queryKey: [listBoxes.path] });
}

/** Says that it is on its way, with the way back for as long as the server holds it. */
export function announce(
  conversation: ConversationView,
  mode: ComposerMode,
  sent: EntryView,
  t: Say<keyof typeof inboxWords.en>,
  undo: () => void,
): void {
  if (mode === 'note') return say({ id: sent.id, icon: <Lock />, text: t('noteAdded'), stayMs: 3000 });
  const standing = standingOf(sent);
  const heldMs = standing?.state === 'held' ? Date.parse(standing.until) - Date.now() : 0;
  return say({
    id: sent.id,
    icon: <Send className="turns" />,
    text: t('sentTo', { name: conversation.customer.name }),
    stayMs: Math.max(heldMs, 3000),
    undo: heldMs > 0 ? undo : undefined,
  });
}

/** What came meanwhile, as the refusal carries it. */
export function newsOf(refusal: Refusal): readonly EntryView[] {
  const entries = refusal.problem.status === 409 ? refusal.problem.more?.['entries'] : undefined;
  return Array.isArray(entries) ? (entries as readonly EntryView[]) : [];
}
