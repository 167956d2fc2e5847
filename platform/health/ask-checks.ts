import type { HealthCheck, HealthReport, Tools } from '#platform/domain';
import { withinTime } from './within-time.ts';

/** Longest one check may take: a page that hangs is no news. */
const checkLimitMs = 5_000;

/** Asks one check. One that fails or does not answer is itself bad news, in words; why stands in the log. */
export async function askCheck(tools: Tools, workspaceId: string, check: HealthCheck): Promise<HealthReport> {
  try {
    return await withinTime(checkLimitMs, check.check(tools, workspaceId));
  } catch (error) {
    tools.log.error({ check: check.name, error }, 'A health check could not be done.');
    return {
      state: 'bad',
      says: 'This could not be found out.',
      mend: 'It did not answer or failed on its way; the log of the server says why.',
    };
  }
}
