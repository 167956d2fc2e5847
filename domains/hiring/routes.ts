import { answer, answerOutside, type Handler } from '#platform/domain';
import {
  applicationById,
  cvBytes,
  eraseApplication,
  listApplications,
  moveApplication,
  noteApplication,
  wholeApplication,
} from './applications.ts';
import * as contract from './contract.ts';
import { addFeed, listFeeds, readFeedNow, removeFeed } from './feeds.ts';
import { draftLetter, writeToApplicant } from './letters.ts';
import { addOpening, changeOpening, listOpenings, openingsForRole, readOpening, setOpeningState } from './openings.ts';

/** The routes of who hires. Applicants have pages of the careers site instead. */
export const routes: readonly Handler[] = [
  answer(contract.listOpenings, (ctx, { query }) => listOpenings(ctx, query)),
  answer(contract.listOpenForRole, async (ctx, { query }) => ({ rows: await openingsForRole(ctx, query.role) })),
  answer(contract.readOpening, (ctx, { params }) => readOpening(ctx, params.id)),
  answer(contract.addOpening, (ctx, { body: { id, brandId, ...given } }) => addOpening(ctx, id, brandId, given)),
  answer(contract.changeOpening, (ctx, { params, body }) => changeOpening(ctx, params.id, body)),
  answer(contract.setOpeningState, (ctx, { params, body }) => setOpeningState(ctx, params.id, body.state)),
  answer(contract.listApplications, (ctx, { params, query }) => listApplications(ctx, params.id, query)),
  answerOutside(contract.readApplication, (tools, { params }, asker) =>
    tools.read({ ...asker, via: 'api' }, async (ctx) =>
      wholeApplication(ctx, tools.config, await applicationById(ctx, params.id)),
    ),
  ),
  answer(contract.readCv, (ctx, { params, files }) => cvBytes(ctx, files, params.id)),
  answerOutside(contract.moveApplication, (tools, { params, body }, asker) =>
    tools.transact({ ...asker, via: 'api' }, (ctx) => moveApplication(ctx, tools.config, params.id, body.stage)),
  ),
  answerOutside(contract.noteApplication, (tools, { params, body }, asker) =>
    tools.transact({ ...asker, via: 'api' }, (ctx) => noteApplication(ctx, tools.config, params.id, body)),
  ),
  answer(contract.draftLetter, (ctx, { params }) => draftLetter(ctx, params.id, params.kind)),
  answerOutside(contract.writeLetter, (tools, { params, body }, asker) =>
    tools.transact({ ...asker, via: 'api' }, async (ctx) => {
      await writeToApplicant(ctx, params.id, body);
      return wholeApplication(ctx, tools.config, await applicationById(ctx, params.id));
    }),
  ),
  answer(contract.eraseApplication, (ctx, { params }) => eraseApplication(ctx, params.id)),
  answer(contract.listFeeds, async (ctx) => ({ rows: await listFeeds(ctx) })),
  answer(contract.addFeed, async (ctx, { body }) => ({ rows: await addFeed(ctx, body) })),
  answer(contract.readFeedNow, async (ctx, { params }) => ({ rows: await readFeedNow(ctx, params.id) })),
  answer(contract.removeFeed, async (ctx, { params }) => ({ rows: await removeFeed(ctx, params.id) })),
];
