import type * as brands from '#domains/brands/contract';
import type * as chat from '#domains/channel-chat/contract';
import type * as email from '#domains/channel-email/contract';
import type * as voice from '#domains/channel-voice/contract';
import type * as conversations from '#domains/conversations/contract';
import type * as customers from '#domains/customers/contract';
import type * as identity from '#domains/identity/contract';
import type * as notices from '#domains/notices/contract';
import type * as orders from '#domains/orders/contract';
import type * as presence from '#domains/presence/contract';
import type * as sample from '#domains/sample/contract';
import type * as sla from '#domains/sla/contract';
import type * as teams from '#domains/teams/contract';
import type * as views from '#domains/views/contract';
import type { WireRoute } from '#platform/ui';

/**
 * The routes the console asks, by the types of their contracts alone: no validator is in the first load (it would be a
 * quarter of our share). `routes.test.ts` holds each method and path against its contract.
 */
function named<Contract extends WireRoute>(method: Contract['method'], path: Contract['path']): Contract {
  return { method, path } as Contract;
}

export const readSession = named<typeof identity.readSession>('GET', '/api/session');
export const signIn = named<typeof identity.signIn>('POST', '/api/session');
export const beginPasskeySignIn = named<typeof identity.beginPasskeySignIn>('POST', '/api/session/passkey-challenge');
export const signInWithPasskey = named<typeof identity.signInWithPasskey>('POST', '/api/session/passkey');
export const takeSecondStep = named<typeof identity.takeSecondStep>('POST', '/api/session/second-step');
export const beginSso = named<typeof identity.beginSso>('POST', '/api/session/sso-beginning');
export const endSso = named<typeof identity.endSso>('POST', '/api/session/sso');
export const listSsoOffers = named<typeof identity.listSsoOffers>('POST', '/api/session/sso-offers');
export const beginTwoStep = named<typeof identity.beginTwoStep>('POST', '/api/me/two-step');
export const confirmTwoStep = named<typeof identity.confirmTwoStep>('PUT', '/api/me/two-step');
export const signOut = named<typeof identity.signOut>('DELETE', '/api/session');
export const signInAsDemo = named<typeof identity.signInAsDemo>('POST', '/api/demo/session');
export const readSetup = named<typeof identity.readSetup>('GET', '/api/setup');
export const loadSample = named<typeof sample.loadSample>('POST', '/api/sample');
export const setUp = named<typeof identity.setUp>('POST', '/api/setup');
export const listTeammates = named<typeof identity.listTeammates>('GET', '/api/teammates');

export const inviteTeammate = named<typeof identity.inviteTeammate>('POST', '/api/teammates');
export const listRoles = named<typeof identity.listRoles>('GET', '/api/roles');
export const listTeams = named<typeof teams.listTeams>('GET', '/api/teams');
export const readInvitation = named<typeof identity.readInvitation>('POST', '/api/invitations/reading');
export const beginPasskeyOfInvitation = named<typeof identity.beginPasskeyOfInvitation>(
  'POST',
  '/api/invitations/passkey-challenge',
);
export const acceptWithPasskey = named<typeof identity.acceptWithPasskey>('POST', '/api/invitations/passkey');
export const askPasswordReset = named<typeof identity.askPasswordReset>('POST', '/api/password-resets');
export const resetPassword = named<typeof identity.resetPassword>('POST', '/api/password-resets/completion');
export const acceptInvitation = named<typeof identity.acceptInvitation>('POST', '/api/invitations/acceptance');

export const listBrands = named<typeof brands.listBrands>('GET', '/api/brands');
export const listLines = named<typeof brands.listLines>('GET', '/api/lines');
export const changeLine = named<typeof brands.changeLine>('PATCH', '/api/lines/:id');
export const closeLine = named<typeof brands.closeLine>('PUT', '/api/lines/:id/closure');
export const testConnection = named<typeof email.testConnection>('POST', '/api/lines/:id/connection-test');
export const findMailServers = named<typeof email.findMailServers>('GET', '/api/mail-servers');
export const beginPastMail = named<typeof email.beginPastMail>('POST', '/api/lines/:id/past-mail');
export const readLetter = named<typeof email.readLetter>('GET', '/api/lines/:id/letter');
export const openLine = named<typeof brands.openLine>('POST', '/api/lines');

export const listBoxes = named<typeof conversations.listBoxes>('GET', '/api/boxes');
export const listViews = named<typeof views.listViews>('GET', '/api/views');
export const countFilter = named<typeof views.countFilter>('GET', '/api/filter-count');
export const listQueueStates = named<typeof sla.listQueueStates>('GET', '/api/queue-states');
export const countViews = named<typeof views.countViews>('GET', '/api/view-counts');
export const listConversations = named<typeof conversations.listConversations>('GET', '/api/conversations');
export const searchConversations = named<typeof conversations.searchConversations>('GET', '/api/search');
export const listLiveConversations = named<typeof conversations.listLiveConversations>(
  'GET',
  '/api/live-conversations',
);
export const getConversation = named<typeof conversations.getConversation>('GET', '/api/conversations/:id');
export const listEntries = named<typeof conversations.listEntries>('GET', '/api/conversations/:id/entries');
export const listMoves = named<typeof conversations.listMoves>('GET', '/api/conversations/:id/moves');
export const undoMove = named<typeof conversations.undoMove>('DELETE', '/api/moves/:id');
export const listShownSenders = named<typeof conversations.listShownSenders>('GET', '/api/shown-senders');
export const showSender = named<typeof conversations.showSender>('PUT', '/api/shown-senders/:id');
export const hideSender = named<typeof conversations.hideSender>('DELETE', '/api/shown-senders/:id');
export const listWords = named<typeof conversations.listWords>('GET', '/api/conversation-words');
export const startConversation = named<typeof conversations.startConversation>('POST', '/api/conversations');
export const replyTo = named<typeof conversations.replyTo>('POST', '/api/conversations/:id/messages');
export const addNote = named<typeof conversations.addNote>('POST', '/api/conversations/:id/notes');
export const dropUpload = named<typeof conversations.dropUpload>('DELETE', '/api/uploads/:id');
export const undoSend = named<typeof conversations.undoSend>('DELETE', '/api/messages/:id/delivery');
export const retrySend = named<typeof conversations.retrySend>('POST', '/api/messages/:id/delivery');
export const listFull = named<typeof conversations.listFull>('GET', '/api/full-teammates');
export const setAssignee = named<typeof conversations.setAssignee>('PUT', '/api/conversations/:id/assignee');
export const closeConversation = named<typeof conversations.closeConversation>('PUT', '/api/conversations/:id/closure');
export const reopenConversation = named<typeof conversations.reopenConversation>(
  'DELETE',
  '/api/conversations/:id/closure',
);
export const snoozeConversation = named<typeof conversations.snoozeConversation>(
  'PUT',
  '/api/conversations/:id/snooze',
);
export const fitSnooze = named<typeof conversations.fitSnooze>('GET', '/api/conversations/:id/snooze-times');
export const setStatus = named<typeof conversations.setStatus>('PUT', '/api/conversations/:id/status');
export const setPriority = named<typeof conversations.setPriority>('PUT', '/api/conversations/:id/priority');
export const setReason = named<typeof conversations.setReason>('PUT', '/api/conversations/:id/reason');
export const tagConversation = named<typeof conversations.tagConversation>('PUT', '/api/conversations/:id/tags');
export const markRead = named<typeof conversations.markRead>('PUT', '/api/conversations/:id/read');
export const saveDraft = named<typeof conversations.saveDraft>('PUT', '/api/conversations/:id/drafts/:kind');
export const listColleagueDrafts = named<typeof conversations.listColleagueDrafts>(
  'GET',
  '/api/conversations/:id/colleague-drafts',
);
export const takeOverDraft = named<typeof conversations.takeOverDraft>(
  'PUT',
  '/api/conversations/:id/drafts/:kind/author',
);
export const getDrafts = named<typeof conversations.getDrafts>('GET', '/api/conversations/:id/drafts');

export const readCustomer = named<typeof customers.readCustomer>('GET', '/api/customers/:id');
export const listAddressees = named<typeof customers.listAddressees>('GET', '/api/addressees');
export const listCustomers = named<typeof customers.listCustomers>('GET', '/api/customers');

export const listCustomerOrders = named<typeof orders.listCustomerOrders>('GET', '/api/customers/:id/orders');

export const listUndeliverable = named<typeof customers.listUndeliverable>('GET', '/api/undeliverable-addresses');
export const liftUndeliverable = named<typeof customers.liftUndeliverable>(
  'DELETE',
  '/api/identities/:id/undeliverable',
);

export const listNotices = named<typeof notices.listNotices>('GET', '/api/notices');

export const listPresence = named<typeof presence.listPresence>('GET', '/api/presence');
export const setMyPresence = named<typeof presence.setMyPresence>('PUT', '/api/presence/me');

export const readMyCall = named<typeof voice.readMyCall>('GET', '/api/calls/mine');
export const answerCall = named<typeof voice.answerCall>('PUT', '/api/calls/:id/answer');
export const declineCall = named<typeof voice.declineCall>('DELETE', '/api/calls/:id/offer');
export const holdCall = named<typeof voice.holdCall>('PUT', '/api/calls/:id/hold');
export const resumeCall = named<typeof voice.resumeCall>('DELETE', '/api/calls/:id/hold');
export const endCall = named<typeof voice.endCall>('PUT', '/api/calls/:id/end');
export const wrapUpCall = named<typeof voice.wrapUpCall>('PUT', '/api/calls/:id/wrap-up');

export const readMyChatLimit = named<typeof chat.readMyChatLimit>('GET', '/api/chats/limit');
export const takeChat = named<typeof chat.takeChat>('PUT', '/api/chats/:id/taking');
