import { answer, type Domain } from '#platform/domain';
import { chooseNotice, listNoticeChoices, testNoticeMail } from './choices.ts';
import * as contract from './contract.ts';
import { listNotices } from './list-notices.ts';
import { mailNotices } from './mail-notices.ts';
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
  jobs: [mailNotices],
  mounts: [stopMount],
  routes: [
    answer(contract.listNotices, (ctx, { query }) => listNotices(ctx, query)),
    answer(contract.seeNotice, (ctx, { params }) => seeNotice(ctx, params.id)),
    answer(contract.seeNotices, (ctx, { body }) => seeNotices(ctx, body.upTo)),
    answer(contract.listNoticeChoices, (ctx) => listNoticeChoices(ctx)),
    answer(contract.chooseNotice, (ctx, { params, body }) => chooseNotice(ctx, params.kind, body)),
    answer(contract.testNoticeMail, (ctx, { body }) => testNoticeMail(ctx, body.id)),
  ],
};
