/** Brands and lines as both sides of the wire see them. Browser-safe. */
import * as z from 'zod';
import { Zone } from '#domains/identity/contract';
import { channelKinds, event, id, lineSettings, ownWords, route } from '#platform/contract';

export const BrandId = id('Brand');
export const LineId = id('Line');

const uuid = z.uuid();
const Hue = z.number().int().min(0).max(359);
const Locale = z.string().max(35).refine(isLocale, 'must be a language such as en or pt-BR');
const name = z.string().trim().min(1).max(120);

/** A brand begins: queues and policies make their part of it at once. */
export const brandOpened = event('brand.opened', 1, z.object({ isFirst: z.boolean() }));
/** Nobody is served under this name any more; what was said stays. */
export const brandArchived = event('brand.archived', 1, z.object({ linesClosed: z.number().int() }));
/** It serves its customers again. */
export const brandRestored = event('brand.restored', 1, z.object({}));
/** Somebody serves a brand from now on, or no longer. */
export const brandServed = event('brand.served', 1, z.object({ teammateId: uuid }));
export const brandLeft = event('brand.left', 1, z.object({ teammateId: uuid }));
/** Customers can reach us here from now on; the channel starts listening. */
export const lineOpened = event('line.opened', 1, z.object({ brandId: uuid, channel: channelKinds }));
/** Settings or secrets of a line are others: the channel connects again. */
export const lineChanged = event('line.changed', 1, z.object({ channel: channelKinds }));
export const lineClosed = event('line.closed', 1, z.object({ channel: channelKinds }));

export const casePolicies = ['thread', 'open-conversation', 'customer'] as const;

export const BrandView = z.object({
  id: BrandId,
  name: z.string(),
  slug: z.string(),
  hue: z.number().int(),
  locale: z.string(),
  zone: z.string(),
  isFirst: z.boolean(),
  archivedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(['configure', 'archive', 'restore'])),
});
export type BrandView = z.output<typeof BrandView>;

/** How a line is, in the words of its channel. */
export const LineStateView = z.object({
  state: z.enum(['good', 'warning', 'bad', 'off']),
  says: ownWords(z.string()),
  lastMessageAt: z.iso.datetime().nullable(),
});

export const LineView = z.object({
  id: LineId,
  brandId: BrandId,
  channel: channelKinds,
  channelTitle: z.string(),
  name: z.string(),
  address: z.string(),
  casePolicy: z.enum(casePolicies),
  caseWindowHours: z.number().int().nullable(),
  queueId: uuid.nullable(),
  /** The channel's own; only for who may configure. */
  settings: lineSettings.nullable(),
  /** Names of the secrets that are kept, never what they are. */
  secretNames: z.array(z.string()),
  state: LineStateView,
  closedAt: z.iso.datetime().nullable(),
  /** `start`: one may write to somebody first, by this line. */
  can: z.array(z.enum(['configure', 'start'])),
});
export type LineView = z.output<typeof LineView>;

/** A channel that lines can be opened on. */
export const ChannelView = z.object({ kind: channelKinds, title: ownWords(z.string()), icon: z.string() });

const readLines = { permission: 'lines.read' } as const;
const configureLines = { permission: 'lines.configure' } as const;
const configureBrands = { permission: 'brands.configure' } as const;
/** Most secrets one line keeps, and the longest of them in characters. */
const secrets = z
  .record(z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), z.string().max(8_000))
  .refine((all) => Object.keys(all).length <= 10, 'at most 10 secrets');

const lineParts = {
  name,
  casePolicy: z.enum(casePolicies),
  caseWindowHours: z.number().int().min(1).max(8784).nullable(),
  queueId: uuid.nullable(),
  settings: lineSettings,
};

export const listBrands = route({
  method: 'GET',
  path: '/api/brands',
  summary: 'The brands you serve.',
  access: 'member',
  reply: z.object({ rows: z.array(BrandView) }),
});

export const openBrand = route({
  method: 'POST',
  path: '/api/brands',
  summary: 'Add a brand: its customers, conversations and figures stay apart from those of the others.',
  access: configureBrands,
  body: z.object({ name, hue: Hue.optional(), locale: Locale.optional(), zone: Zone.optional() }),
  reply: BrandView,
});

export const changeBrand = route({
  method: 'PATCH',
  path: '/api/brands/:id',
  summary: 'Change a brand’s name, colour, language or zone.',
  access: configureBrands,
  params: z.object({ id: BrandId }),
  body: z.object({ name: name.optional(), hue: Hue.optional(), locale: Locale.optional(), zone: Zone.optional() }),
  reply: BrandView,
});

/** What a brand keeps is counted so far before it is archived: more is no other decision. */
export const countedTo = 1_000;

/** What archiving a brand would do, before it is done. */
export const ArchivalView = z.object({
  /** Its open lines: they close with it. */
  lines: z.array(z.object({ id: LineId, name: z.string(), address: z.string() })),
  /** What else is kept of it, how many of each (counted up to 1,000), and what becomes of them. */
  keeps: z.array(z.object({ says: ownWords(z.string()), becomes: ownWords(z.string()), count: z.number().int() })),
});
export type ArchivalView = z.output<typeof ArchivalView>;

export const previewArchival = route({
  method: 'GET',
  path: '/api/brands/:id/archival',
  summary: 'What archiving a brand would do: the lines that close, and what becomes of all it keeps.',
  access: configureBrands,
  params: z.object({ id: BrandId }),
  reply: ArchivalView,
});

export const archiveBrand = route({
  method: 'PUT',
  path: '/api/brands/:id/archival',
  summary:
    'Serve nobody under this name any more. Refused for the first brand, and while lines are open unless they close with it.',
  access: configureBrands,
  params: z.object({ id: BrandId }),
  body: z.object({ closesLines: z.boolean().default(false) }),
  reply: BrandView,
});

export const restoreBrand = route({
  method: 'DELETE',
  path: '/api/brands/:id/archival',
  summary: 'Serve an archived brand again. Its lines stay closed: they are opened anew.',
  access: configureBrands,
  params: z.object({ id: BrandId }),
  reply: BrandView,
});

export const listArchivedBrands = route({
  method: 'GET',
  path: '/api/archived-brands',
  summary: 'The archived brands you served.',
  access: configureBrands,
  reply: z.object({ rows: z.array(BrandView) }),
});

export const listServing = route({
  method: 'GET',
  path: '/api/brands/:id/teammates',
  summary: 'Who serves a brand, by their ids; the first thousand of them.',
  access: configureBrands,
  params: z.object({ id: BrandId }),
  reply: z.object({ rows: z.array(uuid) }),
});

export const serveBrand = route({
  method: 'PUT',
  path: '/api/brands/:id/teammates/:teammateId',
  summary: 'Let a teammate serve a brand.',
  access: configureBrands,
  params: z.object({ id: BrandId, teammateId: z.uuid().meta({ object: 'Teammate' }) }),
  reply: BrandView,
});

export const leaveBrand = route({
  method: 'DELETE',
  path: '/api/brands/:id/teammates/:teammateId',
  summary: 'A teammate no longer serves a brand.',
  access: configureBrands,
  params: z.object({ id: BrandId, teammateId: z.uuid().meta({ object: 'Teammate' }) }),
  reply: BrandView,
});

export const listLines = route({
  method: 'GET',
  path: '/api/lines',
  summary: 'Every line customers can use to reach the brands you serve, each with its state in words.',
  access: readLines,
  query: z.object({ brandId: BrandId.optional(), closed: z.stringbool().default(false) }),
  reply: z.object({
    rows: z.array(LineView),
    channels: z.array(ChannelView),
    /** What the reader may do with the lines as a whole. */
    can: z.array(z.enum(['open'])),
  }),
});

export const readLine = route({
  method: 'GET',
  path: '/api/lines/:id',
  summary: 'One line.',
  access: readLines,
  params: z.object({ id: LineId }),
  reply: LineView,
});

export const openLine = route({
  method: 'POST',
  path: '/api/lines',
  summary: 'Open a line on a channel. Secrets are sealed and never shown again.',
  access: configureLines,
  body: z.object({
    ...lineParts,
    brandId: BrandId.optional(),
    channel: channelKinds,
    address: z.string().trim().min(1).max(320),
    casePolicy: lineParts.casePolicy.default('thread'),
    caseWindowHours: lineParts.caseWindowHours.default(null),
    queueId: lineParts.queueId.default(null),
    settings: lineParts.settings.default({}),
    secrets: secrets.default({}),
  }),
  reply: LineView,
});

export const changeLine = route({
  method: 'PATCH',
  path: '/api/lines/:id',
  summary: 'Change a line. Only the secrets that are named are replaced.',
  access: configureLines,
  params: z.object({ id: LineId }),
  body: z.object({ ...z.object(lineParts).partial().shape, secrets: secrets.optional() }),
  reply: LineView,
});

export const closeLine = route({
  method: 'PUT',
  path: '/api/lines/:id/closure',
  summary: 'Close a line: nothing comes in or goes out by it; what was said stays. Its secrets are removed.',
  access: configureLines,
  params: z.object({ id: LineId }),
  reply: LineView,
});

export const moveLine = route({
  method: 'PUT',
  path: '/api/lines/:id/brand',
  summary:
    'Serve an address under another brand: its line closes, and one of that brand opens with its settings and passwords. What was said stays.',
  access: configureLines,
  params: z.object({ id: LineId }),
  body: z.object({ brandId: BrandId }),
  reply: LineView,
});

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
