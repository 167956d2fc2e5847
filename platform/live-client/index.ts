/**
 * The browser's half of live: joins rooms, joins them again after a lost connection, and says when to fetch. Browser-safe,
 * and the only place that knows what travels; `#platform/live` is the server's half.
 */
export { type LiveConnection, type LiveState, openLive, type OpenLiveOptions } from './open-live.ts';
export {
  type ChangedMessage,
  type ClientEvents,
  type HeadMessage,
  type JoinReply,
  livePath,
  type PeopleMessage,
  type Person,
  type ServerEvents,
  signalEveryMs,
  signalStaleMs,
} from './protocol.ts';
