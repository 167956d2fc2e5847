import { forgetSessions, rightsTopic } from '#domains/identity';
import type { Live } from '#platform/live';
import type { Change } from '#platform/work';

/**
 * After a commit that changed what somebody may: what was remembered of their sessions is dropped once more (a request
 * may have remembered the old rights while the transaction ran), and their open screens lose what they may not see.
 */
export function followRights(changes: readonly Change[], live: Live | null): void {
  for (const { topic, workspaceId, subjectId } of changes) {
    if (topic !== rightsTopic) continue;
    forgetSessions(workspaceId, subjectId);
    live?.recheck(workspaceId, [subjectId]);
  }
}
