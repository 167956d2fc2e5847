/** How the installation is, as both sides of the wire see it. Browser-safe. */
import * as z from 'zod';
import { cursor, id, ownWords, page, route } from '#platform/contract';

export const DeadJobId = id('DeadJob');

/** One line of the health page: how something is, and what to do about it in words. */
export const HealthCheckView = z.object({
  name: z.string(),
  title: ownWords(z.string()),
  state: z.enum(['good', 'warning', 'bad']),
  says: ownWords(z.string()),
  mend: ownWords(z.string()).nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type HealthCheckView = z.output<typeof HealthCheckView>;

/** A job that gave up: what it was and why it failed; what it carried stays inside. */
export const DeadJobView = z.object({
  id: DeadJobId,
  job: z.string(),
  askedAt: z.iso.datetime(),
  diedAt: z.iso.datetime(),
  tries: z.number().int(),
  error: z.string(),
  can: z.array(z.enum(['retry', 'drop'])),
});
export type DeadJobView = z.output<typeof DeadJobView>;

const read = { permission: 'health.read' } as const;
const mend = { permission: 'settings.configure' } as const;

export const listHealthChecks = route({
  method: 'GET',
  path: '/api/health-checks',
  summary:
    'How this installation is: database, disk, work behind the scenes, clock, versions and what the domains add, each with what to do.',
  access: read,
  reply: z.object({ checkedAt: z.iso.datetime(), rows: z.array(HealthCheckView) }),
});

export const listDeadJobs = route({
  method: 'GET',
  path: '/api/dead-jobs',
  summary: 'Jobs that failed at every try, newest first.',
  access: read,
  query: cursor,
  reply: page(DeadJobView),
});

export const retryDeadJob = route({
  method: 'POST',
  path: '/api/dead-jobs/:id/retry',
  summary: 'Let a job that gave up try again, with all its tries.',
  access: mend,
  params: z.object({ id: DeadJobId }),
  reply: z.void(),
});

export const dropDeadJob = route({
  method: 'DELETE',
  path: '/api/dead-jobs/:id',
  summary: 'Take a job that gave up off the list for good: what it should have done is not done.',
  access: mend,
  params: z.object({ id: DeadJobId }),
  reply: z.void(),
});
