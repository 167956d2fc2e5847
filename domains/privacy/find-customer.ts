import type { ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';

/** The records of one customer. */
export interface FoundCustomer {
  /** The one who is there after merges. */
  readonly id: string;
  /** That one, and those merged into it: what other domains keep may still point at any of them. */
  readonly recordIds: readonly string[];
}

/** Who is there under this id as far as the actor may see; 404 where nobody is. */
export async function findCustomer(ctx: ReadCtx, customerId: string): Promise<FoundCustomer> {
  for (const { personalData } of ctx.house.domains) {
    const recordIds = (await personalData?.find?.(ctx, customerId)) ?? [];
    const [id] = recordIds;
    if (id) return { id, recordIds };
  }
  throw notFound();
}
