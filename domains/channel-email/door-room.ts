import type { SMTPServerAddress } from 'smtp-server';
import type { Arrivals, Place } from './arrivals.ts';
import { mailLimitBytes } from './contract.ts';

/**
 * A host that says how large its mail is hears before it sends it that there is no room now; else the room is kept. If
 * many large ones each got a part of what there is, none could end.
 */
export function keepRoom(
  arrivals: Arrivals,
  places: Map<string, Place>,
  sessionId: string,
  address: SMTPServerAddress,
): Error | null {
  leaveRoom(places, sessionId);
  const place = arrivals.place();
  if (!place.grow(toldSize(address))) return noRoom();
  places.set(sessionId, place);
  return null;
}

/** What a client had kept and does not use is free again. */
export function leaveRoom(places: Map<string, Place>, sessionId: string): void {
  places.get(sessionId)?.leave();
  places.delete(sessionId);
}

/** The size a host told with the sender, in bytes; 0 where it told none. */
function toldSize(sender: SMTPServerAddress | false): number {
  const told = sender && sender.args && typeof sender.args === 'object' ? (sender.args as { SIZE?: string }).SIZE : 0;
  const bytes = Number(told ?? 0);
  return Number.isSafeInteger(bytes) && bytes > 0 ? Math.min(bytes, mailLimitBytes) : 0;
}

/** What a host hears when it is to come again. */
export function noRoom(): Error {
  return answer(452, '4.3.1 Too much mail at once, please try again later');
}

/** An answer of ours, with its code. */
export function answer(responseCode: number, message: string): Error & { responseCode: number } {
  return Object.assign(new Error(message), { responseCode });
}
