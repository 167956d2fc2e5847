import type { Ctx } from '#platform/ctx';

/**
 * Reads what promises go by, then says what is promised to a customer whose matter opens in a queue: so that the row is
 * born with it, and not changed again at once with every index it stands in. The clock itself starts by the message.
 */
export type PromiseAtOpening = (
  ctx: Ctx,
) => Promise<
  (opening: {
    readonly brandId: string;
    readonly queueId: string | null;
    readonly at: Date;
  }) => Promise<{ readonly kind: string; readonly dueAt: Date } | null>
>;
