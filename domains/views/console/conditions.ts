import { type Condition, flagFields, timeFields, timeOperators } from '#domains/conversations/contract';

/** Conditions joined by "all" or "any", as the editor holds them. */
export interface Group {
  readonly match: 'all' | 'any';
  readonly of: readonly (Condition | Group)[];
}

export type FieldName = Condition['field'];

/** The fields as the editor offers them. */
export const fields: readonly FieldName[] = [
  'status',
  'assignee',
  'priority',
  'queue',
  'team',
  'tag',
  'reason',
  'status-name',
  'channel',
  'text',
  'customer',
  'company',
  'brand',
  'custom',
  ...timeFields,
  ...flagFields,
];

/** Whether this is a group and not one condition. */
export function isGroup(part: Condition | Group): part is Group {
  return 'match' in part;
}

/** A condition of this field as it begins, with what most mean by it. */
export function freshCondition(field: FieldName): Condition {
  if (field === 'status') return { field, op: 'is', values: ['open'] };
  if (field === 'priority') return { field, op: 'is', values: [3, 4] };
  if (field === 'channel') return { field, op: 'is', values: [] };
  if (field === 'text') return { field, op: 'contains', text: '' };
  if (field === 'custom') return { field, fieldId: '', op: 'is', values: [] };
  if (isTimeField(field)) return { field, op: 'within-last', minutes: 1_440 };
  if (isFlagField(field)) return { field, op: 'is', yes: true };
  return { field, op: 'is', values: field === 'assignee' ? ['me'] : [] };
}

/** How a field can be asked. */
export function operatorsOf(field: FieldName): readonly string[] {
  if (field === 'text') return ['contains', 'contains-not'];
  if (isTimeField(field)) return timeOperators;
  return isFlagField(field) ? ['is'] : ['is', 'is-not'];
}

/** The same condition asked another way; what it needs and does not have begins as most mean it. */
export function withOperator(condition: Condition, op: string): Condition {
  if (!isTimeField(condition.field)) return { ...condition, op } as Condition;
  const { field, at, minutes } = condition as Extract<Condition, { minutes?: number | undefined }>;
  if (op === 'is-set' || op === 'is-not-set') return { field, op };
  if (op === 'before' || op === 'after') return { field, op, at: at ?? startOfToday() } as Condition;
  return { field, op, minutes: minutes ?? 1_440 } as Condition;
}

const shortestText = 3;

/** The first condition that says nothing yet, or none. */
export function unfinishedIn(group: Group): Condition | undefined {
  for (const part of group.of) {
    const found = isGroup(part) ? unfinishedIn(part) : isUnfinished(part) && part;
    if (found) return found;
  }
  return undefined;
}

function isUnfinished(condition: Condition): boolean {
  if ('values' in condition) return condition.values.length === 0;
  return condition.field === 'text' && condition.text.trim().length < shortestText;
}

function startOfToday(): string {
  return new Date(new Date().setHours(0, 0, 0, 0)).toISOString();
}

/** Whether a field is a moment of a conversation. */
export function isTimeField(field: FieldName): field is (typeof timeFields)[number] {
  return (timeFields as readonly string[]).includes(field);
}

/** Whether a field is a yes or no. */
export function isFlagField(field: FieldName): field is (typeof flagFields)[number] {
  return (flagFields as readonly string[]).includes(field);
}
