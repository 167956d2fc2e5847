import type { EntryView } from './views.ts';

/** How far a message of ours is, over all of its recipients: the one thing that needs a look comes first. */
export type Standing =
  | { readonly state: 'sending' }
  | { readonly state: 'held'; readonly until: string }
  | { readonly state: 'failed'; readonly why: string; readonly isLocal: boolean }
  | { readonly state: 'not-confirmed' };

/** Undefined when all is well: sent, or not a message that leaves. */
export function standingOf(entry: EntryView): Standing | undefined {
  if (entry.local?.state === 'sending') return { state: 'sending' };
  if (entry.local?.state === 'failed') return { state: 'failed', why: entry.local.why, isLocal: true };
  const failed = entry.deliveries.find((delivery) => delivery.state === 'failed' || delivery.state === 'bounced');
  if (failed !== undefined) return { state: 'failed', why: failed.failure ?? failed.recipient, isLocal: false };
  if (entry.deliveries.some((delivery) => delivery.state === 'not-confirmed')) return { state: 'not-confirmed' };
  const held = entry.deliveries.find((delivery) => delivery.state === 'held');
  if (held !== undefined) return { state: 'held', until: held.deliverAt };
  return entry.deliveries.some((delivery) => delivery.state === 'sending') ? { state: 'sending' } : undefined;
}
