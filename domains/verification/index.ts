import { contactEnded } from '#domains/conversations/contract';
import { answer, type Domain, within } from '#platform/domain';
import * as contract from './contract.ts';
import { personalData } from './personal-data.ts';
import { endVerification, endWithCall, verificationsOf, verify } from './verify.ts';
import { addWay, changeWay, removeWay, settings, waysServed } from './ways.ts';
import { es } from './said.es.ts';

/** Who was checked before something was said to them, how, and what may then be said. */
export const verification: Domain = {
  name: 'verification',
  needs: ['identity', 'brands', 'customers', 'conversations'],
  said: { es },
  personalData,
  settings,
  reactions: [within(contactEnded, endWithCall)],
  settingsAreas: [{ id: 'verification', opens: { route: contract.listWays }, changes: { route: contract.changeWay } }],
  routes: [
    answer(contract.listVerifications, (ctx, { params }) => verificationsOf(ctx, params.conversationId)),
    answer(contract.verify, (ctx, { params, body }) => verify(ctx, params.conversationId, body)),
    answer(contract.endVerification, (ctx, { params }) => endVerification(ctx, params.id)),
    answer(contract.listWays, async (ctx) => ({ rows: await waysServed(ctx) })),
    answer(contract.addWay, async (ctx, { body }) => ({ rows: await addWay(ctx, body) })),
    answer(contract.changeWay, async (ctx, { params, body }) => ({
      rows: await changeWay(ctx, { ...body, id: params.id }),
    })),
    answer(contract.removeWay, async (ctx, { params }) => ({ rows: await removeWay(ctx, params.id) })),
  ],
};
