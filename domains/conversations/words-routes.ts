import { answer, type Handler } from '#platform/domain';
import { addReason, addStatus, changeReason, changeStatus, changeTag, mergeTag } from './change-words.ts';
import { setReopening } from './follow-up.ts';
import { setReasonToClose } from './reason-to-close.ts';
import * as contract from './contract.ts';

/** The doors to the words a workspace gives its work. */
export const wordsRoutes: readonly Handler[] = [
  answer(contract.addReason, async (ctx, { body }) => {
    await addReason(ctx, body);
    return {};
  }),
  answer(contract.changeReason, async (ctx, { params, body }) => {
    await changeReason(ctx, params.id, body);
    return {};
  }),
  answer(contract.changeTag, async (ctx, { params, body }) => {
    await changeTag(ctx, params.id, body);
    return {};
  }),
  answer(contract.mergeTag, async (ctx, { params, body }) => {
    await mergeTag(ctx, params.id, body.intoId);
    return {};
  }),
  answer(contract.addStatus, async (ctx, { body }) => {
    await addStatus(ctx, body);
    return {};
  }),
  answer(contract.changeStatus, async (ctx, { params, body }) => {
    await changeStatus(ctx, params.id, body);
    return {};
  }),
  answer(contract.setReopening, async (ctx, { body: { rule, ...of } }) => ({
    rows: [...(await setReopening(ctx, of, rule))],
  })),
  answer(contract.setReasonToClose, (ctx, { params, body }) => setReasonToClose(ctx, params.id, body.isAsked)),
];
