import type { ConditionGroup } from '#platform/ui';
import { isSegmentGroup, type SegmentCondition, segmentTimeOperators, segmentTimes } from '../contract.ts';

export type SegmentGroup = ConditionGroup<SegmentCondition>;
export type SegmentField = SegmentCondition['field'];

/** The fields as the editor offers them. */
export const segmentFields: readonly SegmentField[] = [
  'tag',
  'company',
  'brand',
  'language',
  'custom',
  ...segmentTimes,
  'orders',
  'consent',
];

/** Whether a field is a moment of a customer. */
export function isTime(field: SegmentField): field is (typeof segmentTimes)[number] {
  return (segmentTimes as readonly string[]).includes(field);
}

/** A condition of this field as it begins, with what most mean by it. */
export function freshOf(field: SegmentField): SegmentCondition {
  if (isTime(field)) return { field, op: 'within-last', days: 30 };
  if (field === 'orders') return { field, op: 'at-least', count: 1 };
  if (field === 'consent') return { field, op: 'is', purpose: 'marketing', medium: 'mail' };
  if (field === 'custom') return { field, fieldId: '', op: 'is', values: [] };
  return { field, op: 'is', values: [] };
}

/** How a field can be asked. */
export function operatorsOf(field: SegmentField): readonly string[] {
  if (isTime(field)) return segmentTimeOperators;
  return field === 'orders' ? ['at-least', 'at-most'] : ['is', 'is-not'];
}

/** The same condition asked another way; what it then needs begins as most mean it. */
export function askedBy(condition: SegmentCondition, op: string): SegmentCondition {
  if (!isTime(condition.field)) return { ...condition, op } as SegmentCondition;
  const { field, at, days } = condition as Extract<SegmentCondition, { days?: number | undefined }>;
  if (op === 'is-set' || op === 'is-not-set') return { field, op };
  if (op === 'before' || op === 'after') return { field, op, at: at ?? startOfToday() };
  return { field, op: op as 'within-last', days: days ?? 30 };
}

/** The first condition that says nothing yet, or none. */
export function unfinishedOf(group: SegmentGroup): SegmentCondition | undefined {
  for (const part of group.of) {
    if (!('match' in part)) {
      if ('values' in part && part.values.length === 0) return part;
      continue;
    }
    const found = unfinishedOf(part);
    if (found) return found;
  }
  return undefined;
}

/** The conditions of an address; none where it holds none that can be read. */
export function groupOf(text: string): SegmentGroup {
  try {
    const read = JSON.parse(text) as SegmentGroup;
    return isSegmentGroup(read as never) ? read : everybody;
  } catch {
    return everybody;
  }
}

const everybody: SegmentGroup = { match: 'all', of: [] };

function startOfToday(): string {
  return new Date(new Date().setHours(0, 0, 0, 0)).toISOString();
}
