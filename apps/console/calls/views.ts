import type * as contract from '#domains/channel-voice/contract';

/** A call, and what other domains will know of who rings. */
export type CallView = contract.CallView & { readonly beside?: CallBeside };

export interface CallBeside {
  readonly languageName: string;
  readonly facts: readonly { readonly tone: 'bad' | 'warn' | 'plain'; readonly text: string }[];
  readonly likely: { readonly about: string; readonly text: string };
}
