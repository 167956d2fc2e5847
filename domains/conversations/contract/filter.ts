import * as z from 'zod';
import { channelKinds } from '#platform/contract';
import { StatusCategory, statusCategories } from './views.ts';

/** Most values of one condition, conditions of one group, and conditions of a whole filter. */
export const filterLimits = { values: 50, inGroup: 20, inAll: 40 } as const;

const is = z.enum(['is', 'is-not']);
const ids = z.array(z.string().max(60)).min(1).max(filterLimits.values);

/** Fields that name things: ids, or `me` and `none` where that can be. */
export const idFields = [
  'status-name',
  'queue',
  'team',
  'assignee',
  'tag',
  'reason',
  'brand',
  'customer',
  'company',
] as const;
/** Moments of a conversation; null where it has not happened. */
export const timeFields = [
  'opened',
  'closed',
  'solved',
  'last-message',
  'last-from-customer',
  'last-from-us',
  'waiting-since',
  'due',
  'snoozed-until',
] as const;
/** Yes or no. */
export const flagFields = [
  'snoozed',
  'unread',
  'confidential',
  'has-file',
  'overdue',
  'follows',
  'mentioned',
  'drafted',
] as const;

/** `before` and `after` a date; `within-last` and `longer-ago` count back from now, `within-next` ahead; `is-set` and `is-not-set`. */
export const timeOperators = [
  'before',
  'after',
  'within-last',
  'longer-ago',
  'within-next',
  'is-set',
  'is-not-set',
] as const;

/** One thing that must hold of a conversation. */
export const Condition = z.discriminatedUnion('field', [
  z.object({ field: z.literal('status'), op: is, values: z.array(StatusCategory).min(1).max(statusCategories.length) }),
  z.object({ field: z.literal('priority'), op: is, values: z.array(z.number().int().min(1).max(4)).min(1).max(4) }),
  z.object({ field: z.literal('channel'), op: is, values: z.array(channelKinds).min(1).max(filterLimits.values) }),
  z.object({ field: z.enum(idFields), op: is, values: ids }),
  z.object({
    field: z.enum(timeFields),
    op: z.enum(timeOperators),
    /** For before and after. */
    at: z.iso.datetime().optional(),
    /** For the others: minutes from now. */
    minutes: z.number().int().min(1).max(5_256_000).optional(),
  }),
  z.object({ field: z.enum(flagFields), op: z.literal('is'), yes: z.boolean() }),
  /** A field of the workspace's own says one of these (its choices by their ids), or none of them. */
  z.object({
    field: z.literal('custom'),
    fieldId: z.uuid(),
    op: is,
    values: z
      .array(z.union([z.string().max(200), z.number().min(-1e15).max(1e15), z.boolean()]))
      .min(1)
      .max(filterLimits.values),
  }),
  /** A part of the subject, the customer's name or an address; three letters at least, so that an index can answer. */
  z.object({
    field: z.literal('text'),
    op: z.enum(['contains', 'contains-not']),
    text: z.string().trim().min(3).max(100),
  }),
]);
export type Condition = z.output<typeof Condition>;

const inGroup = filterLimits.inGroup;
const Innermost = z.object({ match: z.enum(['all', 'any']), of: z.array(Condition).max(inGroup) });
const Inner = z.object({ match: z.enum(['all', 'any']), of: z.array(z.union([Condition, Innermost])).max(inGroup) });

/** Conditions joined by "all" or "any", in groups within groups, three deep: what a saved view asks for. */
export const Filter = z.object({
  match: z.enum(['all', 'any']),
  of: z.array(z.union([Condition, Inner])).max(inGroup),
});
export type Filter = z.output<typeof Filter>;
export type FilterGroup = z.output<typeof Filter> | z.output<typeof Inner> | z.output<typeof Innermost>;

/** How a list by a filter is ordered. */
export const filterOrders = ['due', 'newest', 'oldest', 'waiting'] as const;

/** Whether this is a group of conditions and not one of them. */
export function isGroup(part: Condition | FilterGroup): part is FilterGroup {
  return 'match' in part;
}
