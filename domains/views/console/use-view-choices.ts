import { listBrands, listLines } from '#domains/brands/contract';
import { listWords } from '#domains/conversations/contract';
import { listCompanies } from '#domains/customers/contract';
import { listTeammates } from '#domains/identity/contract';
import { listQueues, listTeams } from '#domains/teams/contract';
import { type Say, usePages, useView, useWords } from '#platform/ui';
import type { FieldName } from './conditions.ts';
import { viewWords } from './words.ts';

/** A value with its name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

export type ViewSay = Say<keyof typeof viewWords.en>;

/** What each field can be compared with, by its names of today. */
export function useViewChoices() {
  const t = useWords(viewWords);
  const words = useView(listWords, {}).data;
  const queues = useView(listQueues, {}).data?.rows ?? [];
  const teams = useView(listTeams, {}).data?.rows ?? [];
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const lines = useView(listLines, {}).data?.rows ?? [];
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const companies = usePages(listCompanies, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const none = { id: 'none', name: t('none') };
  const byField: Partial<Record<FieldName, readonly Choice[]>> = {
    ...fixedChoices(t),
    channel: [...new Map(lines.map((line) => [line.channel, line.channelTitle]))].map(([id, name]) => ({ id, name })),
    'status-name': words?.statuses ?? [],
    reason: [none, ...(words?.reasons ?? [])],
    tag: [none, ...(words?.tags ?? [])],
    queue: queues,
    team: teams,
    brand: brands,
    company: [none, ...companies],
    assignee: [{ id: 'me', name: t('me') }, none, ...people],
  };
  return {
    teams: teams as readonly Choice[],
    brands: brands as readonly Choice[],
    of: (field: FieldName): readonly Choice[] => byField[field] ?? [],
  };
}

function fixedChoices(t: ViewSay) {
  return {
    status: [
      { id: 'open', name: t('open') },
      { id: 'waiting', name: t('status-waiting') },
      { id: 'on-hold', name: t('on-hold') },
      { id: 'closed', name: t('closedStatus') },
    ],
    priority: (['low', 'normal', 'high', 'urgent'] as const).map((name, at) => ({ id: String(at + 1), name: t(name) })),
  };
}
