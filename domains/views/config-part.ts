import * as z from 'zod';
import { conditionsOf } from '#domains/conversations';
import { Filter, filterOrders } from '#domains/conversations/contract';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { configPart } from '#platform/domain';
import { viewColumns, visibilities } from './contract.ts';
import { can } from './policy.ts';
import { sharedViews, type ViewRow } from './queries.ts';
import { insertView, updateView } from './save-view.ts';

const item = z.strictObject({
  name: z.string().trim().min(1).max(80),
  visibility: z.enum(visibilities).exclude(['mine']),
  teamId: z.string().nullable().default(null),
  brandId: z.string().nullable().default(null),
  filter: Filter,
  columns: z.array(z.enum(viewColumns)).max(viewColumns.length).default([]),
  sort: z.enum(filterOrders).default('due'),
});
type Item = z.output<typeof item>;

const keyOf = ({
  name,
  visibility,
  teamId,
  brandId,
}: Pick<Item, 'name' | 'teamId' | 'brandId'> & { readonly visibility: string }): string =>
  [visibility, teamId, brandId, name].join(' ');

/** Views that others see too, in their order; also those of teams that the actor is not in, where they may share there. */
export const viewsPart = configPart<Item>({
  name: 'views',
  says: 'Views of a team or for everybody, in their order; one about a single customer or company is not in it.',
  permission: 'conversations.configure',
  tables: ['saved_views'],
  item,
  keyOf,
  read: async (ctx) =>
    (await mine(ctx)).map(({ name, visibility, teamId, brandId, filter, columns, sort }) => ({
      name,
      visibility: visibility as Item['visibility'],
      teamId,
      brandId,
      filter,
      columns,
      sort,
    })),
  async write(ctx, view) {
    const there = (await mine(ctx)).find((one) => keyOf(one) === keyOf(view));
    if (there) await updateView(ctx, there, { ...there, ...view });
    else await insertView(ctx, { ...view, id: newId() });
  },
});

async function mine(ctx: ReadCtx): Promise<readonly ViewRow[]> {
  return (await sharedViews(ctx)).filter(
    (view) =>
      can.share(ctx.actor, view) &&
      conditionsOf(view.filter).every(({ field }) => field !== 'customer' && field !== 'company'),
  );
}
