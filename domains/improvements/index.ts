import { itemsMoved, moveUndone } from '#domains/conversations/contract';
import { after, answer, type Domain, within } from '#platform/domain';
import * as contract from './contract.ts';
import { moveSupports, returnSupports } from './follow-moves.ts';
import { improvementsOf, listImprovements } from './list-improvements.ts';
import { noticeKinds, tellSettled } from './notices.ts';
import { personalData } from './personal-data.ts';
import { improvementsSeen, improvementView } from './queries.ts';
import { settle } from './settle.ts';
import { suggest, support, unsupport } from './suggest.ts';
import { improvementTopic } from './topic.ts';
import { es } from './said.es.ts';

/** What should be mended, suggested from any conversation that shows it, with an owner and an outcome. */
export const improvements: Domain = {
  name: 'improvements',
  needs: ['identity', 'brands', 'notices', 'customers', 'conversations'],
  said: { es },
  permissions: [{ name: 'improvements.settle', says: 'Take, finish and decline suggested fixes', group: 'work' }],
  subjects: [{ kind: 'improvement', place: '/improvements/', seen: improvementsSeen }],
  topics: [improvementTopic],
  notices: noticeKinds,
  personalData,
  reactions: [
    within(itemsMoved, moveSupports),
    within(moveUndone, returnSupports),
    after(contract.improvementSettled, tellSettled),
  ],
  routes: [
    answer(contract.listImprovements, (ctx, { query }) => listImprovements(ctx, query)),
    answer(contract.getImprovement, (ctx, { params }) => improvementView(ctx, params.id)),
    answer(contract.improvementsOfConversation, async (ctx, { params }) => ({
      rows: await improvementsOf(ctx, params.conversationId),
    })),
    answer(contract.suggestImprovement, (ctx, { params, body }) => suggest(ctx, params.conversationId, body)),
    answer(contract.supportImprovement, (ctx, { params }) => support(ctx, params.id, params.conversationId)),
    answer(contract.unsupportImprovement, (ctx, { params }) => unsupport(ctx, params.id, params.conversationId)),
    answer(contract.settleImprovement, (ctx, { params, body }) => settle(ctx, params.id, body)),
  ],
};
