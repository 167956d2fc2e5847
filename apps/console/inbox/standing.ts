import type { EntryView } from './views.ts';

/** How far a message of ours is, over all of its recipients: the one thing that needs a look comes first. */
export type Standing =
  | { readonly state: 'sending'; readonly since: string }
  | { readonly state: 'held'; readonly until: string }
  | { readonly state: 'again'; readonly until: string; readonly why: string }
  | { readonly state: 'failed'; readonly why: string; readonly isLocal: boolean }
  | { readonly state: 'not-confirmed' };

/** Undefined when all is well: sent, or not a message that leaves. */
export function standingOf(entry: EntryView): Standing | undefined {
  if (entry.local?.state === 'sending') return { state: 'sending', since: entry.occurredAt };
  if (entry.local?.state === 'failed') return { state: 'failed', why: entry.local.why, isLocal: true };
  const failed = entry.deliveries.filter((delivery) => delivery.state === 'failed' || delivery.state === 'bounced');
  if (failed.length > 0) return { state: 'failed', why: whyOf(failed, entry.deliveries.length), isLocal: false };
  if (entry.deliveries.some((delivery) => delivery.state === 'not-confirmed')) return { state: 'not-confirmed' };
  const held = entry.deliveries.find((delivery) => delivery.state === 'held');
  if (held !== undefined)
    return held.failure === null
      ? { state: 'held', until: held.deliverAt }
      : { state: 'again', until: held.deliverAt, why: held.failure };
  const leaving = entry.deliveries.find((delivery) => delivery.state === 'sending');
  return leaving === undefined ? undefined : { state: 'sending', since: leaving.deliverAt };
}

/** Where several got it, each whose copy did not arrive is named. */
function whyOf(failed: EntryView['deliveries'], copies: number): string {
  return failed
    .map(({ recipient, failure }) =>
      copies > 1 && failure !== null ? `${recipient}: ${failure}` : (failure ?? recipient),
    )
    .join('; ');
}
