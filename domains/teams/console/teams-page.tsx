import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { type CalendarView, listCalendars } from '#domains/calendars/contract';
import {
  EmptyState,
  ErrorNote,
  newId,
  SelectField,
  Skeleton,
  useAct,
  useNow,
  useTell,
  useView,
  useWords,
  whenOf,
} from '#platform/ui';
import { listTeams, setTeamHours, type TeamView } from '../contract.ts';
import { teamWords } from './words.ts';

/** What is chosen for a team without hours of its own. */
const asBrand = '';
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
            <TeamRow key={team.id} team={team} calendars={calendars} />
          ))}
        </ul>
      )}
      <p className="max-w-prose text-text-3">
        <bdi>{t('more')}</bdi>
      </p>
    </div>
  );
}

function TeamRow(props: { readonly team: TeamView; readonly calendars: readonly CalendarView[] }): ReactElement {
  const t = useWords(teamWords);
  const client = useQueryClient();
  const tell = useTell();
  const set = useAct(setTeamHours);
  const { id, name, calendarId, members, can } = props.team;
  const onSuccess = (): void => {
    tell({ id: newId(), icon: <Check />, text: t('saved', { name }) });
    void client.invalidateQueries({ queryKey: [listTeams.path] });
  };
  const choose = (chosen: string): void =>
    set.mutate({ params: { id }, body: { calendarId: chosen === asBrand ? null : (chosen as never) } }, { onSuccess });
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-44 self-center">
        <bdi className="block font-semibold">{name}</bdi>
        <bdi className="text-sm text-text-3">{t('members', { count: members.length })}</bdi>
      </div>
      <div className="min-w-0 flex-1 basis-64">
        <SelectField
          label={t('hours', { name })}
          value={calendarId ?? asBrand}
          disabled={!can.includes('configure') || set.isPending}
          options={[
            { id: asBrand, label: t('asBrand') },
            ...props.calendars.map((one) => ({ id: one.id as string, label: one.name })),
          ]}
          onChoose={choose}
        />
        <p className="pt-1 text-sm text-text-3">
          <Standing calendar={props.calendars.find((one) => one.id === calendarId)} />
        </p>
      </div>
      {set.error && <ErrorNote title={set.error.problem.title} detail={set.error.problem.help} />}
    </li>
  );
}

/** How it is with these hours now. */
function Standing({ calendar }: { readonly calendar: CalendarView | undefined }): string {
  const t = useWords(teamWords);
  const now = useNow();
  if (!calendar) return t('brandDecides');
  if (calendar.isOpen) return t('open');
  return calendar.nextOpeningAt === null
    ? t('neverOpens')
    : t('opensAt', { when: whenOf(calendar.nextOpeningAt, now) });
}
