import { answer, type Handler } from '#platform/domain';
import * as contract from '../contract.ts';
import { explainSight } from './explain-sight.ts';

/** The door of asking who sees a conversation, and why. */
export const sightRoutes: readonly Handler[] = [
  answer(contract.explainSight, (ctx, { params, body }) => explainSight(ctx, params.id, body.teammateId)),
];
