import * as z from 'zod';
import { brandNamed, brandsServed, nameIfNotFirst } from '#domains/brands';
import { allCalendars, calendarNamed } from '#domains/calendars';
import { queuesFor } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { configPart } from '#platform/domain';
import { problem } from '#platform/problem';
import { PolicyView } from './contract.ts';
import { add, change, readPolicies } from './policies.ts';

const { name, position, firstReplySeconds, nextReplySeconds } = PolicyView.shape;
const noSuchQueue = problem(
  'sla/no-queue-of-this-name',
  422,
  'There is no queue of this name',
  'Name it under "queues" first, or mend the spelling.',
);
const item = z.strictObject({
  name,
  /** `true`: whichever brand. */
  everyBrand: z.boolean().default(false),
  brand: z.string().optional(),
  queue: z.string().nullable().default(null),
  hours: z.string().nullable().default(null),
  position,
  firstReplySeconds,
  nextReplySeconds,
  /** The last one, for whatever no other fits. */
  isStandard: z.boolean().optional(),
});

export const promisesPart = configPart<z.output<typeof item>>({
  name: 'promises',
  says: 'What customers are promised, in seconds of the hours named; the first that fits counts.',
  permission: 'sla.configure',
  tables: ['sla_policies'],
  item,
  keyOf: (promise) => promise.name,
  standardOf: () => '',
  async read(ctx) {
    const [brands, queues] = [await brandsServed(ctx), await queuesFor(ctx)];
    const calendars = await allCalendars(ctx);
    const policies = await readPolicies(ctx);
    const last = policies.findLast(({ brandId, queueId }) => brandId === null && queueId === null);
    return policies.map((policy) => ({
      name: policy.name,
      everyBrand: policy.brandId === null,
      ...(policy.brandId === null ? {} : nameIfNotFirst(brands, policy.brandId)),
      queue: queues.find(({ id }) => id === policy.queueId)?.name ?? null,
      hours: calendars.find(({ id }) => id === policy.calendarId)?.name ?? null,
      position: policy.position,
      firstReplySeconds: policy.firstReplySeconds,
      nextReplySeconds: policy.nextReplySeconds,
      ...(policy === last ? { isStandard: true } : {}),
    }));
  },
  async write(ctx, { isStandard: _, ...promise }, before) {
    const policy = await withIds(ctx, promise);
    const there = (await readPolicies(ctx)).find((one) => one.name === (before ?? promise).name);
    if (there) await change(ctx, there.id, policy);
    else await add(ctx, { ...policy, id: newId() as PolicyView['id'] });
  },
});

async function withIds(
  ctx: Ctx,
  { everyBrand, brand, queue, hours, ...rest }: Omit<z.output<typeof item>, 'isStandard'>,
) {
  const brandId = everyBrand ? null : (await brandNamed(ctx, brand)).id;
  const fits = (one: { brandId: string; name: string }): boolean =>
    one.name === queue && (brandId === null || one.brandId === brandId);
  const place = queue === null ? null : (await queuesFor(ctx)).find(fits);
  if (place === undefined) throw noSuchQueue({ detail: queue ?? '' });
  return { ...rest, brandId, queueId: place?.id ?? null, calendarId: await calendarNamed(ctx, hours) };
}
