import { problem } from '#platform/problem';
import { newHourly } from '#platform/often';

const tooOften = problem(
  'chats/too-often',
  429,
  'This is more than one person writes',
  'Wait a little and send it again: it was not lost.',
);

/** Most messages within an hour: of one visitor, of one address, and new visitors of one address (an office, a school). */
const ofVisitor = 200;
const ofAddress = 1_000;

const isWithinHour = newHourly(() => Date.now());

/** A person writes as much as they like; a machine does not fill the house. Each process counts for itself. */
export function refuseTooMany(from: string, visitorId: string): void {
  if (!isWithinHour(visitorId, 'visitor', ofVisitor) || !isWithinHour(from, 'from', ofAddress)) throw tooOften();
}
