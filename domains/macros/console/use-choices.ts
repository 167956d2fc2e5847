import { listBrands } from '#domains/brands/contract';
import { listChecklists } from '#domains/checklists/contract';
import { listWords } from '#domains/conversations/contract';
import { listTeammates } from '#domains/identity/contract';
import { listQueues, listTeams } from '#domains/teams/contract';
import { usePages, useView } from '#platform/ui';
import type { MacroAction } from '../contract.ts';

/** What acts can name: statuses, reasons, queues, people; and the teams and brands a macro can be for. */
export function useChoices() {
  const words = useView(listWords, {}).data;
  const queues = useView(listQueues, {}).data?.rows ?? [];
  const teams = useView(listTeams, {}).data?.rows ?? [];
  const checklists = useView(listChecklists, {}).data?.rows ?? [];
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const statuses = words?.statuses ?? [];
  const reasons = words?.reasons ?? [];
  const name = (rows: readonly { readonly id: string; readonly name: string }[], id: string): string =>
    rows.find((row) => row.id === id)?.name ?? '…';
  return {
    statuses,
    reasons,
    queues,
    checklists,
    teams,
    brands,
    people,
    nameOf: (action: MacroAction): string => {
      if (action.do === 'status') return name(statuses, action.statusId);
      if (action.do === 'reason') return name(reasons, action.reasonId);
      if (action.do === 'queue') return name(queues, action.queueId);
      if (action.do === 'assign') return name(people, action.teammateId);
      if (action.do === 'checklist') return name(checklists, action.templateId);
      return action.do === 'tag' ? action.names.join(', ') : '';
    },
  };
}
