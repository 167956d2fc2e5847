import type { Tools } from './tools.ts';

/** A mail of our own: to a teammate, or in a brand's name to somebody who wrote to it. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Where one click stops mails of this kind; null where there is nothing to stop. */
  readonly stopUrl: string | null;
  /** The brand in whose name it goes: then only by a line of that brand. */
  readonly from?: { readonly id: string; readonly name: string };
}

/** What became of it, in words. */
export interface LetterOutcome {
  readonly outcome: 'sent' | 'failed' | 'not-confirmed';
  readonly says: string;
}

/** Hands a letter to whatever carries the workspace's mail. Called outside of transactions. */
export type SendLetter = (
  tools: Tools,
  workspaceId: string,
  letter: Letter,
  signal: AbortSignal,
) => Promise<LetterOutcome>;
