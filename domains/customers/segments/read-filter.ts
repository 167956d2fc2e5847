import { invalidInput } from '#platform/problem';
import { isSegmentGroup, type SegmentCondition, SegmentFilter, type SegmentGroup, segmentLimits } from '../contract.ts';

/** Reads conditions from an address; what cannot be read, or asks for too much at once, is refused in words. */
export function readSegmentFilter(text: string): SegmentFilter {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw refused('is no filter: give it as JSON');
  }
  const read = SegmentFilter.safeParse(given);
  if (!read.success) throw refused(read.error.issues[0]?.message ?? 'is no filter');
  checkSegmentFilter(read.data);
  return read.data;
}

/** Refuses more conditions than one list may ask for, and a condition that lacks what it compares with. */
export function checkSegmentFilter(filter: SegmentFilter): void {
  const conditions = segmentConditions(filter);
  if (conditions.length > segmentLimits.inAll) throw refused(`has more than ${segmentLimits.inAll} conditions`);
  if (conditions.some(lacks)) throw refused('has a condition of time without its days or its moment');
}

/** Every condition of a segment, however deep. */
export function segmentConditions(group: SegmentGroup): readonly SegmentCondition[] {
  return group.of.flatMap((part) => (isSegmentGroup(part) ? segmentConditions(part) : [part]));
}

function lacks(condition: SegmentCondition): boolean {
  if (condition.op === 'within-last' || condition.op === 'longer-ago') return condition.days === undefined;
  return (condition.op === 'before' || condition.op === 'after') && condition.at === undefined;
}

function refused(message: string): Error {
  return invalidInput({ fields: [{ path: 'filter', message }] });
}
