import type { Ctx, ReadCtx } from '#platform/ctx';

/** A type of thing that is kept for a time and then goes (read by privacy). */
export interface KeptType {
  readonly type: string;
  readonly title: string;
  /** What goes, and from when its time counts. */
  readonly says: string;
  /**
   * Some that are older than `before`, in the order of their ids after `after`: each with whose it is. `next` says where to
   * go on, null where nobody is left. Index look-ups alone.
   */
  due(
    ctx: ReadCtx,
    asked: { readonly before: Date; readonly after: string | null; readonly limit: number },
  ): Promise<{ readonly rows: readonly { id: string; customerId: string }[]; readonly next: string | null }>;
  /** Whether one that was found is still due, asked in the transaction that takes it away; nothing comes in between. */
  stillDue?(ctx: Ctx, id: string, before: Date): Promise<boolean>;
  /** Takes one of them away; not given where the whole customer goes. */
  remove?(ctx: Ctx, id: string): Promise<void>;
}
