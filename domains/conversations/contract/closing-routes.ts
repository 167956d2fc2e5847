import * as z from 'zod';
import { route } from '#platform/contract';

const configure = { permission: 'settings.configure' } as const;
const brand = z.uuid().meta({ object: 'Brand' });
/** Longest time in days after which an answer still opens what was closed. */
export const longestReopenDays = 3_650;

const ReopenRule = z.object({
  brandId: z.string(),
  lineId: z.string().nullable(),
  afterDays: z.number().int().nullable(),
});

export const setReopening = route({
  method: 'PUT',
  path: '/api/reopening-rules',
  summary:
    'Say until when an answer opens again what was closed, for a brand or one of its lines; the other rules stay. A null `rule` takes it away: a line then does as its brand, a brand opens always.',
  access: configure,
  body: z.object({
    brandId: brand,
    lineId: z.uuid().meta({ object: 'Line' }).nullable(),
    /** Null days: always the same conversation. */
    rule: z.object({ afterDays: z.number().int().min(0).max(longestReopenDays).nullable() }).nullable(),
  }),
  reply: z.object({ rows: z.array(ReopenRule) }),
});

export const setReasonToClose = route({
  method: 'PUT',
  path: '/api/brands/:id/reason-to-close',
  summary: 'Say whether conversations of a brand are closed only with a reason; other brands stay as they are.',
  access: configure,
  params: z.object({ id: brand }),
  body: z.object({ isAsked: z.boolean() }),
  reply: z.object({ isAsked: z.boolean() }),
});
