import type { ReplyOf } from '#platform/contract';
import type { Asker, Tools } from '#platform/domain';
import { DeadJobId, type listDeadJobs as contract } from './contract.ts';
import { can } from './policy.ts';

/** The jobs of this workspace that gave up, newest first. */
export async function listDeadJobs(
  tools: Tools,
  asker: Asker,
  query: { after?: string | undefined; limit: number },
): Promise<ReplyOf<typeof contract>> {
  const { rows, next } = await tools.jobs.dead(asker.workspaceId, { after: query.after ?? null, limit: query.limit });
  const mayMend = can.mend(asker.actor);
  return {
    rows: rows.map(({ id, job, askedAt, diedAt, tries, error }) => ({
      id: DeadJobId.parse(id),
      job,
      askedAt: askedAt.toISOString(),
      diedAt: diedAt.toISOString(),
      tries,
      error,
      can: mayMend ? ['retry', 'drop'] : [],
    })),
    next,
  };
}
