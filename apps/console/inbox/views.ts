import type { Page } from '#platform/contract';
import { wire } from '../wire.ts';

/** A channel's own word: `email`, `chat`, `voice`, … The screen knows signs for the usual ones and has one for all others. */
export type ChannelKind = string;

/** When an answer is due, and since when that runs; or that it was met, or what it waits for. */
export type Clock =
  | { readonly state: 'running'; readonly startedAt: string; readonly dueAt: string }
  | { readonly state: 'met' }
  | { readonly state: 'paused'; readonly waitsFor: string };

/** One line of a list. `version` grows with each change, so the newer of two is known. */
export interface ConversationRowView {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly subject: string;
  readonly customer: { readonly id: string; readonly name: string; readonly isVip?: boolean };
  readonly channel: ChannelKind;
  readonly preview: string;
  readonly lastAt: string;
  readonly isUnread: boolean;
  readonly clock: Clock | null;
  readonly marker?: { readonly label: string; readonly tone: 'warn' | 'info' | 'ai' } | undefined;
  readonly writing?: readonly string[] | undefined;
  readonly category: 'open' | 'waiting' | 'on-hold' | 'closed';
}

/** A promise with its time (R22). */
export interface PromiseView {
  readonly id: string;
  readonly text: string;
  readonly madeAt: string;
  readonly dueAt: string;
}

/** The conversation itself; its entries come by their own pages. */
export interface ConversationView {
  readonly id: string;
  readonly version: number;
  readonly number: number;
  readonly subject: string;
  readonly status: { readonly name: string; readonly category: ConversationRowView['category'] };
  readonly priority: string;
  readonly tags: readonly string[];
  readonly queue: { readonly id: string; readonly name: string } | null;
  readonly assignee: { readonly id: string; readonly name: string } | null;
  readonly customer: CustomerBrief;
  readonly lines: readonly { readonly id: string; readonly channel: ChannelKind; readonly title: string; readonly undoWindowMs: number }[];
  readonly promise: PromiseView | null;
  readonly viewers: readonly { readonly id: string; readonly name: string; readonly isWriting: boolean }[];
  readonly suggestion?: SuggestionView | undefined;
  /** What I was writing here, on whichever device. */
  readonly drafts?: { readonly reply?: DraftView; readonly note?: DraftView } | undefined;
  readonly can: readonly string[];
}

/** A text not sent yet, with the quotes taken over. */
export interface DraftView {
  readonly text: string;
  readonly quotes: SuggestionView['quotes'];
}

/** What articles and macros offer for an answer: quoted, never rephrased. */
export interface SuggestionView {
  readonly text: string;
  readonly quotes: readonly { readonly text: string; readonly articleId: string; readonly title: string }[];
  readonly macros: readonly { readonly id: string; readonly title: string }[];
}

/** What the side panel says of a customer. */
export interface CustomerBrief {
  readonly id: string;
  readonly name: string;
  readonly isVip?: boolean;
  readonly place?: string;
  readonly zone?: string;
  readonly languageName?: string;
  readonly stats: readonly { readonly title: string; readonly value: string; readonly unit?: string }[];
  readonly order?: {
    readonly number: string;
    readonly title: string;
    readonly state: string;
    readonly amount: string;
    readonly actions: readonly { readonly id: string; readonly title: string; readonly sign: 'send' | 'refund' }[];
  };
  readonly facts: readonly { readonly sign: 'contacts' | 'person' | 'date' | 'promise'; readonly strong?: string; readonly text: string; readonly after?: string }[];
  readonly factsAt?: string;
  readonly journey: readonly { readonly title: string; readonly when: string; readonly state: 'done' | 'broke' | 'now' | 'next' }[];
  readonly earlier: readonly { readonly id: string; readonly subject: string; readonly when: string }[];
  readonly earlierCount: number;
  readonly details: readonly { readonly key: string; readonly value: string }[];
}

/** Where a sent message stands; `held` until its undo window ends. */
export interface DeliveryView {
  readonly state: 'sending' | 'held' | 'sent' | 'failed' | 'unconfirmed' | 'cancelled';
  readonly deliverAt?: string;
  readonly why?: string;
}

/** One entry of the spine. */
export interface EntryView {
  readonly id: string;
  readonly version: number;
  readonly kind: 'in' | 'out' | 'note' | 'call' | 'system';
  readonly channel: ChannelKind;
  readonly occurredAt: string;
  readonly author: { readonly kind: 'customer' | 'teammate' | 'assistant' | 'system'; readonly id: string | null; readonly name: string };
  readonly text: string;
  readonly isQuoted?: boolean;
  /** The words in it that made a promise. */
  readonly promised?: string;
  readonly files: readonly { readonly id: string; readonly name: string; readonly sizeBytes: number; readonly type: string; readonly href: string }[];
  readonly delivery?: DeliveryView;
  readonly call?: { readonly seconds: number; readonly playedSeconds?: number; readonly hasSound: boolean; readonly hasTranscript: boolean; readonly outcome?: string };
}

/** The queue column: my work, queues and views, each with its count. */
export interface BoxesView {
  readonly mine: readonly BoxView[];
  readonly queues: readonly BoxView[];
  readonly views: readonly BoxView[];
}
export interface BoxView {
  readonly id: string;
  readonly name: string;
  readonly sign?: string;
  readonly count: number | null;
  /** How many of them wait for me: the number on the rail. */
  readonly waiting?: number;
  readonly isCapped?: boolean;
  readonly state?: 'good' | 'risk' | 'bad' | 'info';
}

type ById = { params: { id: string } };
export const listBoxes = wire<{ reply: BoxesView }>('GET', '/api/inbox');
export const listConversations = wire<{ query: { view: string; text?: string; after?: string }; reply: Page<ConversationRowView> }>('GET', '/api/conversations');
export const readConversation = wire<ById & { reply: ConversationView }>('GET', '/api/conversations/:id');
/** Newest first; `next` leads to older ones. */
export const listEntries = wire<ById & { query: { limit?: number; after?: string }; reply: Page<EntryView> }>('GET', '/api/conversations/:id/entries');
export const sendReply = wire<ById & { body: { id: string; lineId: string; text: string; lastSeenVersion: number; sendAnyway?: boolean }; reply: EntryView }>('POST', '/api/conversations/:id/messages');
export const addNote = wire<ById & { body: { id: string; text: string }; reply: EntryView }>('POST', '/api/conversations/:id/notes');
export const undoSend = wire<{ params: { id: string; entryId: string }; reply: EntryView }>('DELETE', '/api/conversations/:id/messages/:entryId');
export const closeConversation = wire<ById & { body: { how: 'answered' | 'duplicate' | 'spam' }; reply: ConversationView }>('PUT', '/api/conversations/:id/closure');
export const reopenConversation = wire<ById & { reply: ConversationView }>('DELETE', '/api/conversations/:id/closure');
export const snoozeConversation = wire<ById & { body: { until: string }; reply: ConversationView }>('PUT', '/api/conversations/:id/snooze');
export const assignConversation = wire<ById & { body: { teammateId: string | null }; reply: ConversationView }>('PUT', '/api/conversations/:id/assignee');
export const markRead = wire<ById & { reply: unknown }>('PUT', '/api/conversations/:id/read');
export const markUnread = wire<ById & { reply: unknown }>('DELETE', '/api/conversations/:id/read');
export const saveDraft = wire<ById & { body: { kind: 'reply' | 'note'; text: string; revision: number }; reply: { revision: number } }>('PUT', '/api/conversations/:id/draft');
export const tellWriting = wire<ById & { body: { isWriting: boolean }; reply: unknown }>('PUT', '/api/conversations/:id/presence');
export const listTeammates = wire<{ reply: { readonly rows: readonly { readonly id: string; readonly name: string }[] } }>('GET', '/api/teammates');
