import type { Page } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { answer, answerOutside } from '#platform/domain';
import * as contract from '../contract.ts';
import { listCustomers } from '../list-customers.ts';
import { countSegment } from './count-segment.ts';
import { exportSegment } from './export-segment.ts';
import { readSegmentFilter } from './read-filter.ts';
import { changeSegment, listSegments, makeSegment, removeSegment, segmentById } from './segments.ts';
import { tagsInUse } from './tags.ts';

type Asked = Omit<Parameters<typeof listCustomers>[1], 'filter'> & {
  readonly segmentId?: string | undefined;
  readonly filter?: string | undefined;
};

/** The list of customers as it was asked for: of a segment, by conditions, by a text, or all. */
export async function listAsked(ctx: ReadCtx, asked: Asked): Promise<Page<contract.CustomerRow>> {
  const { segmentId, filter, ...query } = asked;
  if (segmentId !== undefined)
    return listCustomers(ctx, { ...query, filter: (await segmentById(ctx, segmentId)).filter });
  return listCustomers(ctx, { ...query, filter: filter === undefined ? undefined : readSegmentFilter(filter) });
}

/** The doors of segments. */
export const segmentRoutes = [
  answer(contract.listSegments, async (ctx) => ({ rows: await listSegments(ctx), tags: await tagsInUse(ctx) })),
  answer(contract.makeSegment, (ctx, { body }) => makeSegment(ctx, body)),
  answer(contract.changeSegment, (ctx, { params, body }) => changeSegment(ctx, params.id, body)),
  answer(contract.removeSegment, async (ctx, { params }) => {
    await removeSegment(ctx, params.id);
    return {};
  }),
  answer(contract.countSegment, async (ctx, { query }) => ({
    count: await countSegment(ctx, readSegmentFilter(query.filter)),
  })),
  answerOutside(contract.exportSegment, (tools, { params }, asker) => exportSegment(tools, params.id, asker)),
];
