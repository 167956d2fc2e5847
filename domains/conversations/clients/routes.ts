import { answer, type Handler } from '#platform/domain';
import * as contract from '../contract.ts';
import { entriesForClient, fileForClient, listForClient, readForClient } from './read.ts';

/** The doors of a client: of their own brand, to read. */
export const clientRoutes: readonly Handler[] = [
  answer(contract.listClientConversations, (ctx, { query }) => listForClient(ctx, query)),
  answer(contract.getClientConversation, (ctx, { params }) => readForClient(ctx, params.id)),
  answer(contract.listClientEntries, (ctx, { params, query }) => entriesForClient(ctx, params.id, query)),
  answer(contract.getClientFile, (ctx, { params, files }) => fileForClient(ctx, files, params.id)),
];
