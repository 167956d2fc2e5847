/** Lists of customers by conditions, as both sides of the wire see them. */
import * as z from 'zod';
import { event, id, route } from '#platform/contract';
import { consentMedia, consentPurposes } from './consent.ts';
import { BrandId } from './ids.ts';

export const SegmentId = id('Segment');

/** Most values of one condition, parts of one group, and conditions of a whole filter. */
export const segmentLimits = { values: 50, inGroup: 20, inAll: 40 } as const;

const is = z.enum(['is', 'is-not']);
const values = z.array(z.string().max(80)).min(1).max(segmentLimits.values);

/** Moments of a customer. */
export const segmentTimes = ['first-seen', 'last-contact', 'last-order'] as const;
export const segmentTimeOperators = ['within-last', 'longer-ago', 'before', 'after', 'is-set', 'is-not-set'] as const;

/** One thing that must hold of a customer. */
export const SegmentCondition = z.discriminatedUnion('field', [
  z.object({ field: z.literal('tag'), op: is, values }),
  /** Companies by their ids; `none`: who belongs to none. */
  z.object({ field: z.literal('company'), op: is, values }),
  z.object({ field: z.literal('brand'), op: is, values }),
  z.object({ field: z.literal('language'), op: is, values }),
  /** A field of the workspace's own says one of these (its choices by their ids), or none of them. */
  z.object({
    field: z.literal('custom'),
    fieldId: z.uuid(),
    op: is,
    values: z
      .array(z.union([z.string().max(200), z.number().min(-1e15).max(1e15), z.boolean()]))
      .min(1)
      .max(segmentLimits.values),
  }),
  z.object({
    field: z.enum(segmentTimes),
    op: z.enum(segmentTimeOperators),
    /** For before and after. */
    at: z.iso.datetime().optional(),
    /** For within-last and longer-ago. */
    days: z.number().int().min(1).max(3_650).optional(),
  }),
  z.object({
    field: z.literal('orders'),
    op: z.enum(['at-least', 'at-most']),
    count: z.number().int().min(0).max(1_000_000),
  }),
  /** Agreed to be reached so; who said nothing did not. */
  z.object({
    field: z.literal('consent'),
    op: is,
    purpose: z.enum(consentPurposes),
    medium: z.enum(consentMedia),
  }),
]);
export type SegmentCondition = z.output<typeof SegmentCondition>;

const { inGroup } = segmentLimits;
const match = z.enum(['all', 'any']);
const Innermost = z.object({ match, of: z.array(SegmentCondition).max(inGroup) });
const Inner = z.object({ match, of: z.array(z.union([SegmentCondition, Innermost])).max(inGroup) });

/** Conditions joined by "all" or "any", in groups within groups, three deep. */
export const SegmentFilter = z.object({ match, of: z.array(z.union([SegmentCondition, Inner])).max(inGroup) });
export type SegmentFilter = z.output<typeof SegmentFilter>;
export type SegmentGroup = SegmentFilter | z.output<typeof Inner> | z.output<typeof Innermost>;

/** Whether this is a group of conditions and not one of them. */
export function isSegmentGroup(part: SegmentCondition | SegmentGroup): part is SegmentGroup {
  return 'match' in part;
}

export const SegmentView = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.string(),
  /** Others see it too: those who serve its brand, or everybody where it has none. */
  isShared: z.boolean(),
  brandId: z.string().nullable(),
  filter: SegmentFilter,
  can: z.array(z.enum(['change', 'export'])),
});
export type SegmentView = z.output<typeof SegmentView>;

const read = { permission: 'customers.read' } as const;
const wish = {
  name: z.string().trim().min(1).max(80),
  isShared: z.boolean().default(false),
  /** Whose customers it is about, where it is shared; left out: all brands for who serves all, else the first one served. */
  brandId: BrandId.nullable().optional(),
  filter: SegmentFilter,
};

export const listSegments = route({
  method: 'GET',
  path: '/api/segments',
  summary: 'Saved lists of customers: your own and the shared ones of the brands you serve, by name.',
  access: read,
  reply: z.object({ rows: z.array(SegmentView), tags: z.array(z.string()) }),
});

export const makeSegment = route({
  method: 'POST',
  path: '/api/segments',
  summary: 'Save a list of customers by its conditions. The id is yours: the same again is the same segment.',
  access: read,
  body: z.object({ id: SegmentId, ...wish }),
  reply: SegmentView,
});

export const changeSegment = route({
  method: 'PUT',
  path: '/api/segments/:id',
  summary: 'Change a segment.',
  access: read,
  params: z.object({ id: SegmentId }),
  body: z.object(wish),
  reply: SegmentView,
});

export const removeSegment = route({
  method: 'DELETE',
  path: '/api/segments/:id',
  summary: 'Remove a segment; the customers in it stay as they are.',
  access: read,
  params: z.object({ id: SegmentId }),
  reply: z.object({}),
});

export const countSegment = route({
  method: 'GET',
  path: '/api/segment-count',
  summary: 'How many customers these conditions hold for you, up to 1,000; null where counting took too long.',
  access: read,
  /** Conditions as JSON, see SegmentFilter. */
  query: z.object({ filter: z.string().max(8_000) }),
  reply: z.object({ count: z.number().int().nullable() }),
});

export const exportSegment = route({
  method: 'POST',
  path: '/api/segments/:id/exports',
  summary: 'The customers of a segment as CSV, those you may see; that you took them is kept in the history.',
  access: { permission: 'customers.export' },
  params: z.object({ id: SegmentId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const segmentSaved = event('segment.saved', 1, z.object({ isShared: z.boolean() }));
export const segmentRemoved = event('segment.removed', 1, z.object({}));
/** Somebody took the customers of a segment out of the house. */
export const segmentExported = event('segment.exported', 1, z.object({ teammateId: z.uuid().nullable() }));
