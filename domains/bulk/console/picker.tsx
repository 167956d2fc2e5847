import { CalendarDays, Clock3, Flag, MessageCircleReply, Tag, UserRound, Zap } from 'lucide-react';
import type { ReactElement } from 'react';
import { listFull, listWords, untilTheyReply } from '#domains/conversations/contract';
import { listTeammates } from '#domains/identity/contract';
import { listMacros } from '#domains/macros/contract';
import { listQueues } from '#domains/teams/contract';
import { ChoicePicker, type Offered, typedTime, useNow, usePages, useView, useWords, whenOf } from '#platform/ui';
import type { BatchAction } from '../contract.ts';
import { bulkWords } from './words.ts';

/** What a key asks about: which teammate, which tag, … */
export type Asking = 'assign' | 'snooze' | 'tag' | 'priority' | 'status' | 'reason' | 'queue' | 'macro';

/** Letters find it, Enter does it to all that is chosen. */
export function Picker(props: {
  readonly asking: Asking;
  /** What was picked, and whom it names. */
  readonly onAct: (action: BatchAction, name?: string) => void;
  /** A day and time are asked for next. */
  readonly onDate: () => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const { asking, onAct } = props;
  const offered = useOffered(asking);
  const fresh = useFresh(asking, onAct);
  return (
    <ChoicePicker
      title={t(asking)}
      placeholder={t(asking === 'snooze' ? 'orTypeTime' : 'whichOne')}
      offered={offered}
      onPick={(id) => {
        if (id === onDate) return props.onDate();
        const label = offered.find((one) => one.id === id)?.label ?? '';
        onAct(actionOf(asking, id, label), id === 'me' ? undefined : label);
      }}
      onClose={props.onClose}
      {...(fresh ? { fresh } : {})}
    />
  );
}

/** What can be typed and stands nowhere: a tag that is new, a time as people say it. */
function useFresh(asking: Asking, onAct: (action: BatchAction) => void) {
  const t = useWords(bulkWords);
  const now = useNow();
  if (asking === 'tag')
    return {
      label: (name: string) => t('newTag', { name }),
      onTake: (name: string) => onAct({ do: 'tag', names: [name] }),
    };
  if (asking !== 'snooze') return undefined;
  const typed = (text: string): Date | undefined => typedTime(text, new Date(now));
  return {
    label: (text: string) => {
      const until = typed(text);
      return until && t('untilTime', { when: whenOf(until, now) });
    },
    onTake: (text: string) => {
      const until = typed(text);
      if (until) onAct({ do: 'snooze', until: until.toISOString() });
    },
  };
}

function actionOf(asking: Asking, id: string, label: string): BatchAction {
  switch (asking) {
    case 'assign':
      return { do: 'assign', assigneeId: id };
    case 'snooze':
      // a preset means a day's part, not a minute: it moves on to hours when both sides are there
      return { do: 'snooze', until: id, ...(id === untilTheyReply ? {} : { fits: true }) };
    case 'tag':
      return { do: 'tag', names: [label] };
    case 'priority':
      return { do: 'priority', priority: Number(id) };
    case 'status':
      return { do: 'status', statusId: id };
    case 'reason':
      return { do: 'reason', reasonId: id };
    case 'queue':
      return { do: 'queue', queueId: id };
    case 'macro':
      return { do: 'macro', macroId: id };
  }
}

function useOffered(asking: Asking): readonly Offered[] {
  const t = useWords(bulkWords);
  const now = useNow();
  const words = useView(listWords, {}).data;
  const queues = useView(listQueues, {}, { enabled: asking === 'queue' }).data?.rows ?? [];
  const macros = useView(listMacros, { query: {} }, { enabled: asking === 'macro' }).data?.rows ?? [];
  const people = usePages(listTeammates, { query: {} }, { enabled: asking === 'assign' });
  const full = useView(listFull, { query: {} }, { enabled: asking === 'assign' }).data?.rows ?? [];
  const hintOf = (id: string): string | undefined => {
    const row = full.find(({ teammateId }) => teammateId === id);
    return row && t('full', { has: row.has, limit: row.limit });
  };
  const named = (rows: readonly { readonly id: string; readonly name: string }[], icon: ReactElement): Offered[] =>
    rows.map(({ id, name }) => ({ id, label: name, icon }));
  switch (asking) {
    case 'assign':
      return [
        { id: 'me', label: t('me'), icon: <UserRound /> },
        { id: 'nobody', label: t('nobody'), icon: <UserRound /> },
        ...named(people.data?.pages.flatMap((page) => page.rows) ?? [], <UserRound />).map((one) => ({
          ...one,
          hint: hintOf(one.id),
        })),
      ];
    case 'snooze':
      return [
        ...snoozes(new Date(now)).map(({ id, until }) => ({
          id: until.toISOString(),
          label: t(id),
          hint: t('whenBoth', { when: whenOf(until, now) }),
          icon: <Clock3 />,
        })),
        { id: untilTheyReply, label: t('whenTheyReply'), icon: <MessageCircleReply /> },
        { id: onDate, label: t('onDate'), icon: <CalendarDays /> },
      ];
    case 'priority':
      return (['urgent', 'high', 'normal', 'low'] as const).map((name, at) => ({
        id: String(4 - at),
        label: t(name),
        icon: <Flag />,
      }));
    case 'status':
      return named(words?.statuses ?? [], <Flag />);
    case 'reason':
      return named(words?.reasons ?? [], <Flag />);
    case 'queue':
      return named(queues, <Flag />);
    case 'macro':
      return named(
        macros.filter(({ actions }) => actions.length > 0),
        <Zap />,
      );
    case 'tag':
      return named(words?.tags ?? [], <Tag />);
  }
}

/** What is picked to be asked for a day and time. */
const onDate = 'on-date';
const laterHour = 16;
const morningHour = 9;

/** The presets that still lie ahead; the server moves each conversation on by its own hours. */
function snoozes(now: Date) {
  const at = (days: number, hour: number): Date =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, hour);
  return (
    [
      { id: 'laterToday', until: at(0, laterHour) },
      { id: 'tomorrow', until: at(1, morningHour) },
      { id: 'monday', until: at((8 - now.getDay()) % 7 || 7, morningHour) },
    ] as const
  ).filter(({ until }) => until > now);
}
