import { teammateDeactivated, teammateSignedOut } from '#domains/identity/contract';
import { answer, answerOutside, type Domain, within } from '#platform/domain';
import { chooseNotice, listNoticeChoices, testNoticeMail } from './choices.ts';
import * as contract from './contract.ts';
import { listNotices } from './list-notices.ts';
import { mailNotices } from './mail-notices.ts';
import { addThisBrowser, dropAllDevices, listDevices, removeDevice, testDevice } from './push-devices.ts';
import { pushNotices } from './push-notices.ts';
import { pushKeys } from './send-push.ts';
import { seeNotice, seeNotices } from './see-notices.ts';
import { stopMount } from './stop-mails.ts';
import { noticeTopic } from './topic.ts';
import { es } from './said.es.ts';

export { type NewNotice, notify } from './notify.ts';

/** What somebody should know, told once. */
export const notices: Domain = {
  name: 'notices',
  needs: ['identity'],
  said: { es },
  topics: [noticeTopic],
  reactions: [
    within(teammateDeactivated, (ctx, { subjectId }) => dropAllDevices(ctx, subjectId)),
    within(teammateSignedOut, (ctx, { subjectId }) => dropAllDevices(ctx, subjectId)),
  ],
  jobs: [mailNotices, pushNotices],
  mounts: [stopMount],
  routes: [
    answer(contract.listNotices, (ctx, { query }) => listNotices(ctx, query)),
    answer(contract.seeNotice, (ctx, { params }) => seeNotice(ctx, params.id)),
    answer(contract.seeNotices, (ctx, { body }) => seeNotices(ctx, body.upTo)),
    answer(contract.listNoticeChoices, (ctx) => listNoticeChoices(ctx)),
    answer(contract.chooseNotice, (ctx, { params, body }) => chooseNotice(ctx, params.kind, body)),
    answerOutside(contract.listPushDevices, async (tools, _input, asker) => ({
      ...(await tools.read({ ...asker }, listDevices)),
      publicKey: pushKeys(tools.config).publicKey,
    })),
    answerOutside(contract.addPushDevice, addThisBrowser),
    answer(contract.removePushDevice, (ctx, { params }) => removeDevice(ctx, params.id)),
    answerOutside(contract.testPushDevice, (tools, { params, body }, asker) =>
      testDevice(tools, { id: params.id, testId: body.id }, asker),
    ),
    answer(contract.testNoticeMail, (ctx, { body }) => testNoticeMail(ctx, body.id)),
  ],
};
