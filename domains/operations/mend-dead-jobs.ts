import type { Asker, Tools } from '#platform/domain';
import { notFound } from '#platform/problem';

/** The job tries again from the start; one that is no longer on the list was mended by somebody faster. */
export async function retryDeadJob(tools: Tools, asker: Asker, id: string): Promise<void> {
  if (!(await tools.jobs.retryDead(asker.workspaceId, id))) throw notFound();
}

/** The job leaves the list for good. */
export async function dropDeadJob(tools: Tools, asker: Asker, id: string): Promise<void> {
  if (!(await tools.jobs.dropDead(asker.workspaceId, id))) throw notFound();
}
