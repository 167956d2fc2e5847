import * as z from 'zod';
import { event, id, route } from '#platform/contract';

/** What somebody is doing as far as their work is concerned. `busy` and `wrap-up` are set by contacts alone. */
export const presenceStates = ['available', 'busy', 'wrap-up', 'break', 'away', 'offline'] as const;
export const PresenceState = z.enum(presenceStates);
export type PresenceState = z.output<typeof PresenceState>;

/** The states somebody chooses for themselves, and returns to after a contact. */
export const restStates = ['available', 'break', 'away', 'offline'] as const;
export const RestState = z.enum(restStates);
export type RestState = z.output<typeof RestState>;

/** Why somebody is not available: words of a fixed list, so that planning can count them. */
export const presenceReasons = [
  'lunch',
  'short-break',
  'meeting',
  'coaching',
  'training',
  'back-office',
  'technical',
] as const;
export const PresenceReason = z.enum(presenceReasons);
export type PresenceReason = z.output<typeof PresenceReason>;

/** What made a state: the teammate, a contact, a clock, or their leader. */
export const PresenceCause = z.enum(['own', 'contact', 'clock', 'leader']);
export type PresenceCause = z.output<typeof PresenceCause>;

/** One teammate's state and since when. */
export const PresenceView = z.object({
  teammateId: z.string(),
  state: PresenceState,
  reason: PresenceReason.nullable(),
  since: z.iso.datetime(),
  cause: PresenceCause,
  /** The contact that holds them, while one does. */
  contactId: z.string().nullable(),
  /** What they return to when the contact is over. */
  then: z.object({ state: RestState, reason: PresenceReason.nullable() }).nullable(),
  version: z.number().int(),
});
export type PresenceView = z.output<typeof PresenceView>;

export const listPresence = route({
  method: 'GET',
  path: '/api/presence',
  summary: 'Your own state, and those of the teammates you may see.',
  access: { permission: 'presence.read' },
  query: z.object({ teamId: z.uuid().optional() }),
  reply: z.object({ me: PresenceView.nullable(), rows: z.array(PresenceView) }),
});

export const setMyPresence = route({
  method: 'PUT',
  path: '/api/presence/me',
  summary: 'Say your state. During a contact it is kept, and taken up when the contact is over.',
  access: { permission: 'presence.set' },
  body: z.object({ state: RestState, reason: PresenceReason.nullable().default(null) }),
  reply: PresenceView,
});

export const setTheirPresence = route({
  method: 'PUT',
  path: '/api/teammates/:id/presence',
  summary: "A leader sets a teammate's state; the history says that it was the leader.",
  access: { permission: 'presence.set' },
  params: z.object({ id: id('Teammate') }),
  body: z.object({ state: RestState, reason: PresenceReason.nullable().default(null) }),
  reply: PresenceView,
});

/** A teammate (the subject) came into a state. */
export const presenceChanged = event(
  'presence.changed',
  1,
  z.object({
    state: PresenceState,
    fromState: PresenceState.nullable(),
    reason: PresenceReason.nullable(),
    cause: PresenceCause,
    contactId: z.uuid().nullable(),
  }),
);
