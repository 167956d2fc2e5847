import type { Asker, Tools } from '#platform/domain';
import { askCheck, platformChecks } from '#platform/health';
import type { HealthCheckView } from './contract.ts';

/** Asks every check at once, the platform's first; one that fails is itself a line of the page. */
export async function checkHealth(tools: Tools, asker: Asker): Promise<{ checkedAt: string; rows: HealthCheckView[] }> {
  const checks = [...platformChecks, ...tools.house.health];
  const rows = await Promise.all(
    checks.map(async (check) => {
      const { state, says, mend = null, facts = {} } = await askCheck(tools, asker.workspaceId, check);
      return { name: check.name, title: check.title, state, says, mend, facts: { ...facts } };
    }),
  );
  return { checkedAt: tools.now().toISOString(), rows };
}
