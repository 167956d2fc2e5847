import * as z from 'zod';
import { ownWords, route } from '#platform/contract';

export const SettingView = z.object({
  name: z.string(),
  says: ownWords(z.string()),
  value: z.unknown(),
  standard: z.unknown(),
  changedAt: z.iso.datetime().nullable(),
});
export type SettingView = z.output<typeof SettingView>;

export const listSettings = route({
  method: 'GET',
  path: '/api/settings',
  summary: 'Every setting of the workspace with its value and its standard.',
  access: { permission: 'settings.read' },
  reply: z.object({ rows: z.array(SettingView) }),
});

export const changeSettings = route({
  method: 'PUT',
  path: '/api/settings',
  summary: 'Give settings new values; null puts one back to its standard.',
  access: { permission: 'settings.configure' },
  body: z.object({
    values: z
      .record(z.string().max(100), z.unknown())
      .refine((values) => Object.keys(values).length <= 100, 'at most 100 at once'),
  }),
  reply: z.object({ rows: z.array(SettingView) }),
});
