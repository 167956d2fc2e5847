import type { ReactElement } from 'react';
import { listCalendars } from '#domains/calendars/contract';
import { EmptyState, ErrorNote, Skeleton, useView, useWords } from '#platform/ui';
import { listTeams } from '../contract.ts';
import { TeamRow } from './team-row.tsx';
import { teamWords } from './words.ts';

const rowHeightPx = 72;

/** Settings > Teams: in which hours each works, and what follows from it. */
export function TeamsPage(): ReactElement {
  const t = useWords(teamWords);
  const teams = useView(listTeams, {});
  const calendars = useView(listCalendars, {}).data?.rows;
  if (teams.error?.problem.status === 403) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>;
  const rows = teams.data?.rows;
  return (
    <div className="flex flex-col gap-4">
      <header className="flex max-w-prose flex-col gap-1">
        <h1>{t('title')}</h1>
        <p className="text-text-2">
          <bdi>{t('lead')}</bdi>
        </p>
        <p className="text-text-2">
          <bdi>{t('follows')}</bdi>
        </p>
      </header>
      {teams.error && <ErrorNote title={t('failed')} detail={teams.error.problem.help} />}
      {(!rows || !calendars) && !teams.error && <Skeleton rows={2} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {rows?.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {rows && rows.length > 0 && calendars && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
          {rows.map((team) => (
            <TeamRow key={team.id} team={team} teams={rows} calendars={calendars} />
          ))}
        </ul>
      )}
      <p className="max-w-prose text-text-3">
        <bdi>{t('more')}</bdi>
      </p>
    </div>
  );
}
