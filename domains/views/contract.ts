import * as z from 'zod';
import { event, id, route } from '#platform/contract';
import { Filter, filterOrders } from '#domains/conversations/contract';

export const SavedViewId = id('SavedView');
const uuid = z.uuid();
const brandId = uuid.meta({ object: 'Brand' });

/** What a row can show beside who, about what and when; and what an export has as its columns. */
export const viewColumns = [
  'number',
  'customer',
  'subject',
  'status',
  'priority',
  'assignee',
  'team',
  'queue',
  'channel',
  'opened',
  'last-message',
  'waiting-since',
  'due',
  'closed',
] as const;

export const visibilities = ['mine', 'team', 'everybody'] as const;

export const SavedView = z.object({
  id: z.string(),
  name: z.string(),
  ownerId: z.string(),
  visibility: z.enum(visibilities),
  teamId: z.string().nullable(),
  /** Whose customers it is about, where it is shared; null: all brands. */
  brandId: z.string().nullable(),
  filter: Filter,
  columns: z.array(z.enum(viewColumns)),
  sort: z.enum(filterOrders),
  position: z.number().int(),
  can: z.array(z.enum(['change', 'export'])),
});
export type SavedView = z.output<typeof SavedView>;

const wish = {
  name: z.string().trim().min(1).max(80),
  visibility: z.enum(visibilities),
  teamId: uuid.meta({ object: 'Team' }).nullable().default(null),
  /** Left out: all brands for who serves all of them, else the first one served. */
  brandId: brandId.nullable().optional(),
  filter: Filter,
  columns: z.array(z.enum(viewColumns)).max(viewColumns.length).default([]),
  sort: z.enum(filterOrders).default('due'),
};

/** Whoever reads conversations looks at views of them. */
const read = { permission: 'conversations.read' } as const;

export const listViews = route({
  method: 'GET',
  path: '/api/views',
  summary: 'Saved views: your own, those of your teams, and everybody’s, in their order.',
  access: read,
  reply: z.object({ rows: z.array(SavedView) }),
});

export const countViews = route({
  method: 'GET',
  path: '/api/view-counts',
  summary: 'How many conversations each view holds for you, up to 1,000; null where counting took too long.',
  access: read,
  reply: z.object({
    rows: z.array(z.object({ id: z.string(), count: z.number().int().nullable() })),
    /** Some of these are from before the newest change: ask again after so many milliseconds. */
    againInMs: z.number().int().nullable(),
  }),
});

export const makeView = route({
  method: 'POST',
  path: '/api/views',
  summary: 'Save a view. The id is yours: the same again is the same view.',
  access: read,
  body: z.object({ id: SavedViewId, ...wish }),
  reply: SavedView,
});

export const changeView = route({
  method: 'PATCH',
  path: '/api/views/:id',
  summary: 'Change a view, or move it in the order of the column.',
  access: read,
  params: z.object({ id: SavedViewId }),
  body: z.object({
    name: wish.name.optional(),
    visibility: wish.visibility.optional(),
    teamId: uuid.meta({ object: 'Team' }).nullable().optional(),
    brandId: brandId.nullable().optional(),
    filter: Filter.optional(),
    columns: z.array(z.enum(viewColumns)).max(viewColumns.length).optional(),
    sort: z.enum(filterOrders).optional(),
    position: z.number().int().min(0).max(1_000).optional(),
  }),
  reply: SavedView,
});

export const removeView = route({
  method: 'DELETE',
  path: '/api/views/:id',
  summary: 'Remove a view; the conversations in it stay as they are.',
  access: read,
  params: z.object({ id: SavedViewId }),
  reply: z.object({}),
});

export const restoreView = route({
  method: 'POST',
  path: '/api/views/:id/restoration',
  summary: 'Take the removal of a view back.',
  access: read,
  params: z.object({ id: SavedViewId }),
  reply: SavedView,
});

export const countFilter = route({
  method: 'GET',
  path: '/api/filter-count',
  summary: 'How many conversations a filter holds for you, up to 1,000; null where counting took too long.',
  access: read,
  /** Conditions as JSON, see Filter. */
  query: z.object({ filter: z.string().max(8_000) }),
  reply: z.object({ count: z.number().int().nullable() }),
});

export const exportView = route({
  method: 'POST',
  path: '/api/views/:id/exports',
  summary: 'The rows of a view as CSV, those you may see; that you took them is kept in the history.',
  access: { permission: 'views.export' },
  params: z.object({ id: SavedViewId }),
  reply: z.unknown(),
  replyIs: 'bytes',
});

export const viewSaved = event('view.saved', 1, z.object({ visibility: z.enum(visibilities) }));
export const viewRemoved = event('view.removed', 1, z.object({}));
/** Somebody took a view's rows out of the house. */
export const viewExported = event('view.exported', 1, z.object({ teammateId: uuid.nullable() }));
