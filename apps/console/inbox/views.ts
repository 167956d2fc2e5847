import type * as z from 'zod';
import type * as contract from '#domains/conversations/contract';

/**
 * The views of the inbox are the contract's. What stands under `beside` is what other domains will add to them (orders,
 * journeys, quoted articles, who writes where); it is absent until they do, and then the screen shows less.
 */
export type ConversationRowView = contract.ConversationRow & { readonly beside?: RowBeside };
export type ConversationView = contract.ConversationView & { readonly beside?: ConversationBeside };
export type EntryView = contract.EntryView & { readonly beside?: EntryBeside; readonly local?: LocalState };
export type BoxView = z.output<typeof contract.BoxView>;
export type EntriesPage = z.output<typeof contract.listEntries.reply>;

/** A message of ours that the server has not answered for yet. */
export type LocalState = { readonly state: 'sending' } | { readonly state: 'failed'; readonly why: string };

export interface RowBeside {
  readonly isVip?: boolean;
  readonly marker?: { readonly label: string; readonly tone: 'warn' | 'info' | 'ai' };
  readonly writing?: readonly string[];
  /** Instead of time left: it was met, or what it waits for. */
  readonly met?: boolean;
  readonly waitsFor?: string;
}

/** What articles and macros offer for an answer: quoted, never rephrased. */
export interface Suggestion {
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly macros: readonly { readonly id: string; readonly title: string }[];
}
export interface Quote {
  readonly text: string;
  readonly articleId: string;
  readonly title: string;
}

export interface EntryBeside {
  readonly isQuoted?: boolean;
  /** The words in it that made a promise. */
  readonly promised?: string;
  readonly playedSeconds?: number;
  readonly hasSound?: boolean;
  readonly hasTranscript?: boolean;
}

export interface ConversationBeside {
  readonly suggestion?: Suggestion;
  readonly customer?: CustomerBeside;
}

/** What the side panel could say of a customer. */
export interface CustomerBeside {
  readonly isVip?: boolean;
  readonly place?: string;
  readonly zone?: string;
  readonly languageName?: string;
  readonly stats?: readonly { readonly title: string; readonly value: string; readonly unit?: string }[];
  readonly facts?: readonly {
    readonly sign: 'contacts' | 'person' | 'date' | 'promise';
    readonly strong?: string;
    readonly text: string;
    readonly after?: string;
  }[];
  readonly factsAt?: string;
  readonly journey?: readonly {
    readonly title: string;
    readonly when: string;
    readonly state: 'done' | 'broke' | 'now' | 'next';
  }[];
  readonly details?: readonly { readonly key: string; readonly value: string }[];
}

/** Lists beside the fixed boxes: mentions, saved views. */
export interface BoxesBeside {
  readonly mine: readonly NamedList[];
  readonly views: readonly NamedList[];
  readonly waiting: number;
  readonly states: Readonly<Record<string, 'good' | 'risk' | 'bad' | 'info'>>;
}
export interface NamedList {
  readonly id: string;
  readonly name: string;
  readonly sign: string;
  readonly count: number | null;
}
