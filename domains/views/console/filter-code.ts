import type { Condition } from '#domains/conversations/contract';
import type { ListAsked } from '#platform/ui';
import type { Group } from './conditions.ts';

const open: Condition = { field: 'status', op: 'is', values: ['open'] };
const awake: Condition = { field: 'snoozed', op: 'is', yes: false };

/** The fixed lists as conditions, to be narrowed further. */
const boxes: Readonly<Record<string, readonly Condition[]>> = {
  mine: [open, { field: 'assignee', op: 'is', values: ['me'] }, awake],
  unassigned: [open, { field: 'assignee', op: 'is', values: ['none'] }, awake],
  snoozed: [
    { field: 'assignee', op: 'is', values: ['me'] },
    { field: 'snoozed', op: 'is', yes: true },
  ],
  closed: [{ field: 'status', op: 'is', values: ['closed'] }],
  all: [open],
};

/** What a list holds, as conditions. */
export function filterOf(asked: ListAsked | undefined): Group {
  if (asked?.filter !== undefined) return JSON.parse(asked.filter) as Group;
  if (asked?.box === 'queue')
    return { match: 'all', of: [open, { field: 'queue', op: 'is', values: [asked.queueId ?? ''] }, awake] };
  return { match: 'all', of: boxes[asked?.box ?? 'mine'] ?? [open] };
}

/** Conditions as a part of an address, so that every filtered list can be shared. */
export function codeOf(filter: Group): string {
  const bytes = new TextEncoder().encode(JSON.stringify(filter));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
