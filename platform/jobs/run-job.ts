import type { AnyEvent } from '#platform/ctx';
import type { House, Job, Reaction, Tools } from '#platform/domain';
import type { JobKind } from './insert-jobs.ts';

/** What stands in a job's row: its name, its workspace, and what it was given. */
export type JobData = Readonly<Record<string, unknown>> & { readonly job: string; readonly workspaceId: string };

/** Everything that can be run, by name. */
export interface Repertoire {
  readonly jobs: ReadonlyMap<string, Job>;
  readonly reactions: ReadonlyMap<string, Reaction>;
  kindOf(name: string): JobKind;
}

/** Longest time the transaction of one reaction may take. */
const reactionLimitSeconds = 60;

/** Gathers the domains' jobs and reactions, and the few of the platform itself. */
export function gatherRepertoire(house: House, own: readonly Job[]): Repertoire {
  const jobs = new Map(house.jobs);
  for (const job of own) jobs.set(job.name, job);
  const reactions = new Map([...house.after.values()].flat().map((reaction) => [reaction.name, reaction]));
  return {
    jobs,
    reactions,
    kindOf(name) {
      if (reactions.has(name)) return { queue: 'after', expireSeconds: reactionLimitSeconds };
      const job = jobs.get(name);
      if (!job) throw new Error(`No domain has a job or reaction named "${name}".`);
      // An outward job may begin its last call just before its limit.
      return { queue: 'tasks', expireSeconds: 2 * job.limitSeconds };
    },
  };
}

/** Runs one job by its name. A name that this program does not know (yet) fails, and so waits for one that does. */
export async function runJob(tools: Tools, repertoire: Repertoire, data: JobData): Promise<void> {
  const reaction = repertoire.reactions.get(data.job);
  if (reaction) {
    const event = reviveEvent(data['event']);
    await tools.transact({ workspaceId: data.workspaceId, via: 'job', causeEventId: event.id }, (ctx) =>
      reaction.run(ctx, event),
    );
    return;
  }
  const job = repertoire.jobs.get(data.job);
  if (!job) throw new Error(`This program knows no job named "${data.job}".`);
  await job.run(tools, data);
}

/** The event travels in the job, so that nothing is read to run it; its dates went as text. */
function reviveEvent(value: unknown): AnyEvent {
  const event = value as AnyEvent & { occurredAt: string | Date; recordedAt: string | Date };
  return { ...event, occurredAt: new Date(event.occurredAt), recordedAt: new Date(event.recordedAt) };
}
