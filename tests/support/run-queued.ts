import type { AnyEvent } from '#platform/ctx';
import type { House, Tools } from '#platform/domain';
import type { QueuedJob } from '#platform/work';
import { at } from './world.ts';

/** Most jobs one call runs: more is a circle. */
const runLimit = 10_000;

/**
 * Runs what is due at a moment, oldest first, and what that queues, until nothing due is left. Answers how many ran. Jobs
 * for later stay. A job that throws fails the test: in a test nothing is retried in silence.
 */
export async function runQueued(run: { tools: Tools; house: House; queued: QueuedJob[]; now: Date }): Promise<number> {
  const tools = at(run.tools, run.now);
  for (let done = 0; done < runLimit; done += 1) {
    const position = run.queued.findIndex((job) => (job.startAfter ?? run.now) <= run.now);
    if (position === -1) return done;
    const [job] = run.queued.splice(position, 1);
    if (job) await runOne(tools, run.house, job);
  }
  throw new Error(`More than ${runLimit} jobs: they go round in a circle.`);
}

async function runOne(tools: Tools, house: House, queued: QueuedJob): Promise<void> {
  const { workspaceId, data } = queued;
  const job = house.jobs.get(queued.name);
  if (job) return job.run(tools, { ...data, workspaceId });
  const event = data['event'] as AnyEvent | undefined;
  const reaction = event && house.after.get(event.name)?.find(({ name }) => name === queued.name);
  if (!event || !reaction) throw new Error(`Nobody runs the job ${queued.name}.`);
  return tools.transact({ workspaceId, via: 'job', causeEventId: event.id }, (ctx) => reaction.run(ctx, event));
}
