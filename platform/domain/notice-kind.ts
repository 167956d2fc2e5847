import type { ReadCtx } from '#platform/ctx';

/** A kind of notice people may get and silence (read by notices). */
export interface NoticeKind {
  readonly name: string;
  readonly says: string;
  readonly level: 'call' | 'customer' | 'queue' | 'mention';
}

/** Something that a notice can be about, and where the console shows one of it: this path, then its id. */
export interface Subject {
  readonly kind: string;
  readonly place: string;
  /** Which of these its reader (the actor of the context) may still see; without it all may be told of. */
  seen?(ctx: ReadCtx, ids: readonly string[]): Promise<ReadonlySet<string>>;
}
