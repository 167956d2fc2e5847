import * as z from 'zod';
import { configPart } from '#platform/domain';
import { listKeepings, setKeeping } from './keeping-times.ts';
import { can } from './policy.ts';

/** Keeping times by what they are about; what has none is kept until somebody erases it. */
export const keepingTimesPart = configPart({
  name: 'keepingTimes',
  says: 'For how many days each kind of thing is kept. What is not here is kept until somebody erases it.',
  permission: 'privacy.configure',
  tables: ['keeping_times'],
  item: z.strictObject({ type: z.string().max(40), days: z.number().int().min(1).max(36_500) }),
  keyOf: ({ type }) => type,
  async read(ctx) {
    if (!can.keep(ctx.actor)) return [];
    return (await listKeepings(ctx)).flatMap(({ type, days }) => (days === null ? [] : [{ type, days }]));
  },
  async write(ctx, { type, days }) {
    await setKeeping(ctx, type, days);
  },
});
