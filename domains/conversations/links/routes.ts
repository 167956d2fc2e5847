import { answer, type Handler } from '#platform/domain';
import * as contract from '../contract.ts';
import { answerIncidents, fanOutsOf } from './fan-out.ts';
import { link, unlink } from './link.ts';
import { listLinks } from './list-links.ts';

/** The doors of what conversations are to one another. */
export const linkRoutes: readonly Handler[] = [
  answer(contract.listLinks, async (ctx, { params }) => ({
    rows: await listLinks(ctx, params.id),
    fanOuts: await fanOutsOf(ctx, params.id),
  })),
  answer(contract.linkConversation, async (ctx, { params }) => {
    await link(ctx, params.id, params.otherId, params.relation);
    return { rows: await listLinks(ctx, params.id) };
  }),
  answer(contract.unlinkConversation, async (ctx, { params }) => {
    await unlink(ctx, params.id, params.otherId, params.relation);
    return { rows: await listLinks(ctx, params.id) };
  }),
  answer(contract.answerIncidents, (ctx, { params, body }) => answerIncidents(ctx, params.id, body)),
];
