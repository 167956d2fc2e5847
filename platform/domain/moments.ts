import type { ReadCtx } from '#platform/ctx';

/** Something that happened with a customer, as their timeline shows it. */
export interface CustomerMoment {
  readonly id: string;
  readonly at: Date;
  /** `customer.merged`: whose words say it; the domain's console brings them. */
  readonly kind: string;
  /** What somebody wrote, where the reader may see it. */
  readonly title: string | null;
  readonly href: string | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
  /** The teammate who did it. */
  readonly actorId: string | null;
}

/** A domain's part of a customer's timeline (read by customers). */
export interface CustomerMoments {
  /**
   * What happened with these records of one customer, the last first, only what the actor may see: those older than the
   * place (by time, then by id), at most `limit`, each source from its index.
   */
  list(
    ctx: ReadCtx,
    customerIds: readonly string[],
    page: { readonly before: { readonly at: Date; readonly id: string } | null; readonly limit: number },
  ): Promise<readonly CustomerMoment[]>;
}
