import { answer, answerOutside, type Handler } from '#platform/domain';
import { addNote } from './add-note.ts';
import { assign } from './assign.ts';
import { fullTeammates } from './at-hand.ts';
import { boxes } from './boxes.ts';
import { entryBody, entrySource, fileBytes } from './bytes.ts';
import { close } from './close.ts';
import { confide, confidenceOf, unconfide } from './confide.ts';
import { colleagueDrafts, takeOverDraft } from './colleague-drafts.ts';
import * as contract from './contract.ts';
import { draftsOf, saveDraft } from './drafts.ts';
import { entryPage } from './entries.ts';
import { follow, unfollow } from './follow.ts';
import { history } from './history.ts';
import { cursorOf, readCursor } from './keyset.ts';
import { readFilter, readIds } from './filter/read-filter.ts';
import { fitSnooze, readMoments } from './fit-snooze.ts';
import { setPriority, setReason, tag } from './label.ts';
import { list } from './list.ts';
import { listLive } from './list-live.ts';
import { load } from './load.ts';
import { markRead } from './mark-read.ts';
import { merge, undoMove } from './move-items.ts';
import { makePromise } from './promise.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { retrySend } from './retry-send.ts';
import { search } from './search/search.ts';
import { listMoves } from './list-moves.ts';
import { setFields } from './set-fields.ts';
import { setStatus } from './set-status.ts';
import { showSender, shownSenders } from './shown-senders.ts';
import { snooze } from './snooze.ts';
import { moveMessage, split } from './split.ts';
import { start } from './start.ts';
import { dropUpload, takeUpload, uploadBytes } from './uploads.ts';
import { undoSend } from './undo-send.ts';
import { conversationView } from './views.ts';
import { withdrawPromise } from './withdraw-promise.ts';
import { listWords } from './words.ts';

/** Every door of this domain, with the verb that answers. */
export const routes: readonly Handler[] = [
  answer(contract.listBoxes, (ctx) => boxes(ctx)),
  answer(contract.listConversations, (ctx, { query }) =>
    list(ctx, { ...query, filter: readFilter(query.filter), only: readIds(query.only) }),
  ),
  answer(contract.listLiveConversations, (ctx) => listLive(ctx)),
  answer(contract.getConversation, (ctx, { params }) => conversationView(ctx, params.id)),
  answer(contract.listEntries, async (ctx, { params, query }) => {
    const conversation = await load(ctx, params.id);
    const place = readCursor(query.before);
    const page = await entryPage(ctx, params.id, {
      before: place ? { at: new Date(place.value), id: place.id } : null,
      limit: query.limit,
    });
    return {
      rows: [...page.rows],
      before: page.before ? cursorOf(page.before.at, page.before.id) : null,
      version: conversation.version,
    };
  }),
  answer(contract.getEntryBody, (ctx, { params, query, files }) => entryBody(ctx, files, params.id, query)),
  answer(contract.getEntrySource, (ctx, { params, files }) => entrySource(ctx, files, params.id)),
  answer(contract.getFile, (ctx, { params, files }) => fileBytes(ctx, files, params.id)),
  answer(contract.startConversation, (ctx, { body }) => start(ctx, body)),
  answerOutside(contract.uploadFile, (tools, { query, bytes }, asker) => takeUpload(tools, asker, query, bytes)),
  answer(contract.readUpload, (ctx, { params, files }) => uploadBytes(ctx, files, params.id)),
  answer(contract.dropUpload, (ctx, { params }) => dropUpload(ctx, params.id)),
  answer(contract.replyTo, (ctx, { params, body }) => reply(ctx, params.id, body)),
  answer(contract.undoSend, (ctx, { params }) => undoSend(ctx, params.id)),
  answer(contract.retrySend, (ctx, { params }) => retrySend(ctx, params.id)),
  answer(contract.addNote, (ctx, { params, body }) => addNote(ctx, params.id, body)),
  answer(contract.setAssignee, (ctx, { params, body }) => assign(ctx, params.id, body)),
  answer(contract.listFull, (ctx, { query }) => fullTeammates(ctx, query)),
  answer(contract.closeConversation, (ctx, { params, body }) => close(ctx, params.id, body.how, body.closeAnyway)),
  answer(contract.reopenConversation, (ctx, { params }) => reopen(ctx, params.id)),
  answer(contract.fitSnooze, (ctx, { params, query }) => fitSnooze(ctx, params.id, readMoments(query.at))),
  answer(contract.setStatus, (ctx, { params, body }) => setStatus(ctx, params.id, body.statusId, body.closeAnyway)),
  answer(contract.setPriority, (ctx, { params, body }) => setPriority(ctx, params.id, body.priority)),
  answer(contract.setFields, (ctx, { params, body }) => setFields(ctx, params.id, body.custom)),
  answer(contract.setReason, (ctx, { params, body }) => setReason(ctx, params.id, body.reasonId)),
  answer(contract.tagConversation, (ctx, { params, body }) => tag(ctx, params.id, body.names)),
  answer(contract.snoozeConversation, (ctx, { params, body }) =>
    snooze(ctx, params.id, body.until ? new Date(body.until) : null),
  ),
  answer(contract.markRead, (ctx, { params, body }) => markRead(ctx, params.id, body.version)),
  answer(contract.saveDraft, (ctx, { params, body }) => saveDraft(ctx, params.id, { kind: params.kind, ...body })),
  answer(contract.listColleagueDrafts, (ctx, { params }) => colleagueDrafts(ctx, params.id)),
  answer(contract.takeOverDraft, (ctx, { params, body }) =>
    takeOverDraft(ctx, params.id, { teammateId: body.teammateId, kind: params.kind }),
  ),
  answer(contract.getDrafts, (ctx, { params }) => draftsOf(ctx, params.id)),
  answer(contract.makePromise, (ctx, { params, body }) =>
    makePromise(ctx, params.id, { id: body.id, dueAt: new Date(body.dueAt), words: body.words }),
  ),
  answer(contract.mergeConversation, async (ctx, { params, body }) => {
    const { moveId } = await merge(ctx, params.id, body.intoId);
    return { moveId, conversation: await conversationView(ctx, body.intoId) };
  }),
  answer(contract.undoMove, async (ctx, { params }) => {
    const { fromId } = await undoMove(ctx, params.id);
    return { conversation: await conversationView(ctx, fromId) };
  }),
  answer(contract.searchConversations, (ctx, { query }) => search(ctx, query)),
  answer(contract.splitConversation, async (ctx, { params, body }) => {
    const { moveId, toId } = await split(ctx, params.id, body);
    return { moveId, conversation: await conversationView(ctx, toId) };
  }),
  answer(contract.moveMessage, async (ctx, { params, body }) => {
    const { moveId, fromId } = await moveMessage(ctx, params.id, body.conversationId);
    return { moveId, conversation: await conversationView(ctx, fromId) };
  }),
  answer(contract.getConfidence, (ctx, { params }) => confidenceOf(ctx, params.id)),
  answer(contract.confideConversation, async (ctx, { params, body }) => {
    await confide(ctx, params.id, body.teammateIds, body.teamIds);
    return conversationView(ctx, params.id);
  }),
  answer(contract.unconfideConversation, async (ctx, { params }) => {
    await unconfide(ctx, params.id);
    return conversationView(ctx, params.id);
  }),
  answer(contract.readConversationHistory, (ctx, { params, query }) => history(ctx, params.id, query)),
  answer(contract.withdrawPromise, (ctx, { params }) => withdrawPromise(ctx, params.id, params.promiseId)),
  answer(contract.followConversation, (ctx, { params }) => follow(ctx, params.id, params.teammateId)),
  answer(contract.unfollowConversation, (ctx, { params }) => unfollow(ctx, params.id, params.teammateId)),
  answer(contract.listShownSenders, async (ctx) => ({ customerIds: [...(await shownSenders(ctx))] })),
  answer(contract.showSender, async (ctx, { params }) => ({
    customerIds: [...(await showSender(ctx, params.id, true))],
  })),
  answer(contract.hideSender, async (ctx, { params }) => ({
    customerIds: [...(await showSender(ctx, params.id, false))],
  })),
  answer(contract.listMoves, async (ctx, { params, query }) => ({
    rows: await listMoves(ctx, params.id, query.entryId),
  })),
  answer(contract.listWords, (ctx) => listWords(ctx)),
];
