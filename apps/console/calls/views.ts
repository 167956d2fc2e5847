import { wire } from '../wire.ts';

/** A call that rings for me, that I am in, or that waits for its wrap-up. */
export interface CallView {
  readonly id: string;
  readonly version: number;
  readonly conversationId: string;
  readonly state: 'ringing' | 'answered' | 'held' | 'wrap-up' | 'done' | 'missed';
  readonly customer: { readonly id: string; readonly name: string };
  readonly from: string;
  readonly queueName: string;
  readonly languageName?: string;
  readonly waitingSince: string;
  readonly offeredUntil: string;
  readonly offeredAt: string;
  readonly answeredAt: string | null;
  readonly endedAt: string | null;
  readonly facts: readonly { readonly tone: 'bad' | 'warn' | 'plain'; readonly text: string }[];
  readonly likely?: { readonly about: string; readonly text: string };
  readonly isMuted?: boolean;
}

/** State, time in state, load, next break: the card under the queues. */
export interface PresenceView {
  readonly state: 'available' | 'busy' | 'break' | 'away' | 'offline';
  readonly since: string;
  readonly chats: { readonly now: number; readonly limit: number } | null;
  readonly voice: boolean;
  readonly next: { readonly what: string; readonly at: string } | null;
}

type ById = { params: { id: string } };
export const readMyCall = wire<{ reply: { readonly call: CallView | null } }>('GET', '/api/calls/mine');
export const answerCall = wire<ById & { reply: CallView }>('PUT', '/api/calls/:id/answer');
export const declineCall = wire<ById & { reply: CallView }>('PUT', '/api/calls/:id/decline');
export const holdCall = wire<ById & { body: { held: boolean }; reply: CallView }>('PUT', '/api/calls/:id/hold');
export const endCall = wire<ById & { reply: CallView }>('PUT', '/api/calls/:id/end');
export const wrapUpCall = wire<ById & { body: { reason: string; outcome: string; note: string }; reply: CallView }>('PUT', '/api/calls/:id/wrap-up');
export const readPresence = wire<{ reply: PresenceView }>('GET', '/api/presence');
export const setPresence = wire<{ body: { state: PresenceView['state'] }; reply: PresenceView }>('PUT', '/api/presence');
