import { answer, type Handler } from '#platform/domain';
import * as contract from '../contract.ts';
import { listShares } from './list-shares.ts';
import { endShare, share } from './share.ts';

/** The doors of sharing one conversation with guests. */
export const shareRoutes: readonly Handler[] = [
  answer(contract.listShares, (ctx, { params }) => listShares(ctx, params.id)),
  answer(contract.shareConversation, (ctx, { params, body }) => share(ctx, params.id, body)),
  answer(contract.endShare, (ctx, { params }) => endShare(ctx, params.id, params.teammateId)),
];
