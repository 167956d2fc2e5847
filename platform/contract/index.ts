/** What both sides of the wire share: ids, routes, events, pages. Browser-safe: imports zod alone. */
export { event, type AnyEventContract, type EventContract } from './event.ts';
export { id, isUuid, type AnyId } from './id.ts';
export { ownWords, ownWordsOf } from './own-words.ts';
export { cursor, page, type Page } from './page.ts';
export {
  route,
  type Access,
  type AnyRoute,
  type BodyOf,
  type ParamsOf,
  type QueryOf,
  type ReplyOf,
  type Route,
} from './route.ts';
export { scopes, type Scope } from './scope.ts';
export { channelKinds, lineSettings, type ChannelCapabilities } from './channel.ts';
export { Problem, type ProblemBody } from './problem-body.ts';
