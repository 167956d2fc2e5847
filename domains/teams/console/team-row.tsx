import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type ReactElement, Suspense, useState } from 'react';
import { addCalendar, CalendarId, type CalendarView, listCalendars } from '#domains/calendars/contract';
import {
  Button,
  ErrorNote,
  language,
  newId,
  SelectField,
  useAct,
  useNow,
  useSockets,
  useTell,
  useWords,
  whenOf,
} from '#platform/ui';
import { listTeams, setTeamHours, type TeamView } from '../contract.ts';
import { teamWords } from './words.ts';

/** What is chosen for a team without hours of its own, and for hours that are made with the choice. */
const asBrand = '';
const own = 'own';

interface TeamRowProps {
  readonly team: TeamView;
  /** Every team in sight: who else works in the same hours. */
  readonly teams: readonly TeamView[];
  readonly calendars: readonly CalendarView[];
}

/** One team: in which hours it works, how it is with them now, and the hours themselves where they are changed. */
export function TeamRow({ team, teams, calendars }: TeamRowProps): ReactElement {
  const t = useWords(teamWords);
  const [isOpen, setOpen] = useState(false);
  const chosen = calendars.find((one) => one.id === team.calendarId);
  const others = useOthersIn(chosen, team, teams);
  const hours = useHours(team, calendars, () => setOpen(true));
  const mayMake = calendars.some(({ can }) => can.includes('change')) && (!chosen || others.length > 0);
  return (
    <li className="flex flex-col gap-3 px-4 py-3">
      <div className="flex flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-44 self-center">
          <bdi className="block font-semibold">{team.name}</bdi>
          <bdi className="text-sm text-text-3">{t('members', { count: team.members.length })}</bdi>
        </div>
        <div className="min-w-0 flex-1 basis-64">
          <SelectField
            label={t('hours', { name: team.name })}
            value={team.calendarId ?? asBrand}
            disabled={!team.can.includes('configure') || hours.isBusy}
            options={[
              { id: asBrand, label: t('asBrand') },
              ...calendars.map((one) => ({ id: one.id as string, label: one.name })),
              ...(mayMake ? [{ id: own, label: t('own') }] : []),
            ]}
            onChoose={hours.choose}
          />
          <p className="pt-1 text-sm text-text-3">
            <Standing calendar={chosen} />
          </p>
        </div>
        {hours.refused && <ErrorNote title={hours.refused.title} detail={hours.refused.help} />}
      </div>
      {chosen?.can.includes('change') && (
        <Change name={team.name} calendarId={chosen.id} others={others} isOpen={isOpen} onToggle={setOpen} />
      )}
    </li>
  );
}

/** The hours themselves, behind a button, and for whom else they count; their form is drawn by their own domain. */
function Change(props: {
  readonly name: string;
  readonly calendarId: string;
  readonly others: readonly string[];
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}): ReactElement {
  const t = useWords(teamWords);
  const pieces = useSockets().hours;
  const { name, others, isOpen } = props;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" look="ghost" aria-expanded={isOpen} onClick={() => props.onToggle(!isOpen)}>
        <bdi>{t('change', { name })}</bdi>
      </Button>
      {isOpen && others.length > 0 && (
        <p className="text-text-2">
          <bdi>{t('alsoOf', { others: new Intl.ListFormat(language()).format(others) })}</bdi>
        </p>
      )}
      {isOpen && (
        <Suspense>
          {pieces.map(({ id, component: Piece }) => (
            <Piece key={id} calendarId={props.calendarId} />
          ))}
        </Suspense>
      )}
    </div>
  );
}

/** Chooses hours for a team, and makes such as are its own. */
function useHours({ id, name, calendarId }: TeamView, calendars: readonly CalendarView[], onMade: () => void) {
  const t = useWords(teamWords);
  const client = useQueryClient();
  const tell = useTell();
  const set = useAct(setTeamHours);
  const make = useAct(addCalendar);
  const workIn = (wish: string | null): void =>
    set.mutate(
      { params: { id }, body: { calendarId: wish === null ? null : CalendarId.parse(wish) } },
      {
        onSuccess: () => {
          tell({ id: newId(), icon: <Check />, text: t('saved', { name }) });
          void client.invalidateQueries({ queryKey: [listTeams.path] });
        },
      },
    );
  const makeOwn = (): void => {
    const ownName = t('hours', { name });
    // made before, and left again
    const there = calendars.find((one) => one.name === ownName);
    if (there) return workIn(there.id);
    const from = calendars.find((one) => one.id === calendarId) ?? calendars.find(({ isStandard }) => isStandard);
    if (!from) return;
    const { zone, weekly, days } = from;
    make.mutate(
      { body: { id: CalendarId.parse(newId()), name: ownName, zone, weekly, days } },
      {
        onSuccess: async (made) => {
          await client.invalidateQueries({ queryKey: [listCalendars.path] });
          onMade();
          workIn(made.id);
        },
      },
    );
  };
  return {
    isBusy: set.isPending || make.isPending,
    refused: (set.error ?? make.error)?.problem,
    choose: (wish: string): void => (wish === own ? makeOwn() : workIn(wish === asBrand ? null : wish)),
  };
}

/** For whom else these hours count: who changes them is told. */
function useOthersIn(chosen: CalendarView | undefined, team: TeamView, teams: readonly TeamView[]): readonly string[] {
  const t = useWords(teamWords);
  if (!chosen) return [];
  return [
    ...(chosen.isStandard ? [t('standard')] : []),
    ...(chosen.brandIds.length > 0 ? [t('someBrands', { count: chosen.brandIds.length })] : []),
    ...teams.filter((one) => one.id !== team.id && one.calendarId === chosen.id).map(({ name }) => name),
  ];
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
