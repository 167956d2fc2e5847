import type { Tools } from './tools.ts';

/** A mail of our own to a teammate. */
export interface Letter {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** Where one click stops mails of this kind; null where there is nothing to stop. */
  readonly stopUrl: string | null;
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
