import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import type { CustomerMoment } from '#platform/domain';
import { teammateNames } from '#domains/identity';
import type { MomentView } from './contract.ts';
import { cursorOf, readTimeCursor } from './keyset.ts';
import { visibleCustomer, withMerged } from './queries.ts';

/** Everything that happened with a customer: each domain gives its newest, and the newest of these are the page. */
export async function listMoments(
  ctx: ReadCtx,
  id: string,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<MomentView>> {
  const customer = await visibleCustomer(ctx, id);
  const recordIds = await withMerged(ctx, customer.id);
  const page = { before: readTimeCursor(query.after), limit: query.limit + 1 };
  const told: CustomerMoment[] = [];
  for (const { moments } of ctx.house.domains) {
    if (moments) told.push(...(await moments.list(ctx, recordIds, page)));
  }
  told.sort(laterFirst);
  const shown = told.slice(0, query.limit);
  const names = await teammateNames(
    ctx,
    shown.flatMap(({ actorId }) => actorId ?? []),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map(({ actorId, at, ...moment }) => ({
      ...moment,
      facts: { ...moment.facts },
      at: at.toISOString(),
      actorName: names.get(actorId ?? '') ?? null,
    })),
    next: told.length > query.limit && last ? cursorOf(last.at, last.id) : null,
  };
}

function laterFirst(one: CustomerMoment, other: CustomerMoment): number {
  return other.at.getTime() - one.at.getTime() || (other.id > one.id ? 1 : -1);
}
