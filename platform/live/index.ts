/**
 * Live: open screens follow committed facts, over Socket.IO. The browser's half is `#platform/live-client`.
 *
 * Rooms are named `<topic>:<subjectId>` (one subject) or `<topic>:<anything>` (a list); that full name is what a screen
 * joins and what `Topic.rooms`, `Topic.mayJoin` and `Topic.head` give and get. The workspace is added in here.
 *
 * From a screen:  `join(room)` → `{ ok, head, people }` · `leave(room)` · `signal(room, kind | null)`
 * To a screen:    `changed` `{ topic, id, version, view, rooms }` or `{ topic, id, gone: true }` · `head` `{ room, head }`
 *                 · `left` `{ room }` · `refetch` (its rights changed) · `people` `{ room, people }`
 *
 * What always holds:
 * - Nothing is pushed that the policy was not asked about for this very reader, now; the view is the one HTTP returns.
 * - Between processes only ids travel. Each process loads a changed row once for all of its readers.
 * - Nothing here is needed for correctness: what was missed (a kill between commit and publish, a lost connection, a
 *   dead Redis) shows as a head that the screen has not seen, and the screen fetches.
 */
export type { Authenticate, LiveSession } from './admit.ts';
export { createLive, type Live, type LiveOptions } from './create-live.ts';
export type { Change } from './publish.ts';
