/** Conversations: one matter of one customer over one or more channels, from first contact to closed. */
import { seenOf } from './load.ts';
import { type Domain, every } from '#platform/domain';
import { clientRoutes } from './clients/routes.ts';
import { configNames, reasonsPart, statusesPart, tagsPart } from './config-parts.ts';
import { customerMoments } from './customer-moments.ts';
import { demo } from './demo.ts';
import { foldCounts } from './fold-counts.ts';
import { reopeningSetting } from './follow-up.ts';
import { laterRoutes } from './later/routes.ts';
import { sendScheduled, sweepScheduled } from './later/send-scheduled.ts';
import { fanOut } from './links/fan-out.ts';
import { linkRoutes } from './links/routes.ts';
import { contactsCount } from './metrics/contacts-count.ts';
import { handleTime } from './metrics/handle-time.ts';
import { reopenRate } from './metrics/reopen-rate.ts';
import { ofBrand } from './of-brand.ts';
import { permissions } from './permissions.ts';
import { personalData } from './personal-data.ts';
import { reactions } from './reactions.ts';
import { noticeKinds, noticeReactions, promiseDue } from './reactions-notices.ts';
import { settings } from './reason-to-close.ts';
import { routes } from './routes.ts';
import { searchJobs } from './search/keep-search.ts';
import { wakeDue } from './snooze.ts';
import { sweepDeliveries } from './sweep-deliveries.ts';
import { sweepUploads } from './uploads.ts';
import { shareRoutes } from './shares/routes.ts';
import { sightRoutes } from './sight/routes.ts';
import { conversationTopic } from './topic.ts';

import { wordsRoutes } from './words-routes.ts';
import { es } from './said.es.ts';
import { listSettings } from '#domains/identity/contract';
import * as contract from './contract.ts';

export { addNote } from './add-note.ts';
export { saveDraft } from './drafts.ts';
export { assign, reachOf } from './assign.ts';
export { atHand, fullHands, refuseFullOf, roomOf } from './at-hand.ts';
export { writeCallEntry, type CallEntry } from './call-entry.ts';
export { carryOn, type CarriedOn } from './carry-on.ts';
export { claimMessage, type ClaimedMessage } from './claim-message.ts';
export { confide } from './confide.ts';
export { close } from './close.ts';
export { answerContact, type ContactStart, endContact, startContact } from './contacts.ts';
export type { Evidence } from './evidence.ts';
export { endHandling, type HandlingKind, handlingSums, startHandling, wrapUpContact } from './handling.ts';
export { foreseeClosing, type InTheWay } from './foresee-closing.ts';
export { setPriority, setReason, tag, tagNamesOf } from './label.ts';
export { setFields } from './set-fields.ts';
export { list } from './list.ts';
export { countFiltered } from './filter/list-filtered.ts';
export { checkFilter, conditionsOf, readFilter } from './filter/read-filter.ts';
export { newestChange } from './newest-change.ts';
export { listLive } from './list-live.ts';
export { link, unlink } from './links/link.ts';
export { loadMany, load, lock, factsOf, numbersOf, type Conversation } from './load.ts';
export { markRead } from './mark-read.ts';
export { merge, undoMove } from './move-items.ts';
export { noteDue } from './note-due.ts';
export { openConversationOf } from './open-conversation-of.ts';
export { readyToOpen } from './open.ts';
export { participantsOf, type Taking } from './participants.ts';
export { can, type ConversationFacts, visible } from './policy.ts';
export { firstPromiseDue, makePromise } from './promise.ts';
export { receive, type Incoming, type Received } from './receive.ts';
export { receivePast } from './receive-past.ts';
export { markBounced, recordDeliveries, type DeliveryOutcome } from './record-deliveries.ts';
export { rewordReceived } from './reword-received.ts';
export { reopen } from './reopen.ts';
export { reply, type Reply } from './reply.ts';
export { isOpenedHere, rowHere } from './row-here.ts';
export { saidPublicly } from './said-publicly.ts';
export { setStatus } from './set-status.ts';
export { soonestDue } from './soonest-due.ts';
export { fitSnooze } from './fit-snooze.ts';
export { snooze } from './snooze.ts';
export { start } from './start.ts';
export { takeBackNote } from './take-back-note.ts';
export { undoSend } from './undo-send.ts';
export { listWords as wordsOf } from './words.ts';
export { conversationView } from './views.ts';
export { withdrawPromise } from './withdraw-promise.ts';
export type { NewFile, Recipient } from './write-entry.ts';

export const conversations: Domain = {
  name: 'conversations',
  needs: ['identity', 'brands', 'notices', 'calendars', 'customers', 'teams'],
  said: { es },
  ofBrand: [ofBrand],
  settingsAreas: [
    { id: 'words', opens: { route: contract.listWords }, changes: { route: contract.addReason } },
    { id: 'reopening', opens: { route: listSettings }, changes: { route: contract.setReopening } },
  ],
  routes: [...routes, ...linkRoutes, ...laterRoutes, ...shareRoutes, ...clientRoutes, ...sightRoutes, ...wordsRoutes],
  reactions: [...reactions, ...noticeReactions],
  notices: noticeKinds,
  subjects: [{ kind: 'conversation', place: '/inbox/all/', seen: seenOf }],
  permissions,
  configParts: [statusesPart, reasonsPart, tagsPart],
  configNames,
  settings: [...settings, reopeningSetting],
  personalData,
  moments: customerMoments,
  topics: [conversationTopic],
  metrics: [contactsCount, handleTime, reopenRate],
  demo,
  jobs: [
    ...searchJobs,
    promiseDue,
    fanOut,
    sendScheduled,
    every('* * * * *', 'conversations.sweep-scheduled', sweepScheduled),
    every('* * * * *', 'conversations.fold-counts', foldCounts),
    every('* * * * *', 'conversations.wake-due', wakeDue),
    every('* * * * *', 'conversations.sweep-deliveries', sweepDeliveries),
    every('41 3 * * *', 'conversations.sweep-uploads', sweepUploads),
  ],
};
