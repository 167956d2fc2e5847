import { Clock3, Flag, Tag, UserRound, Zap } from 'lucide-react';
import type { ReactElement } from 'react';
import { listFull, listWords } from '#domains/conversations/contract';
import { listTeammates } from '#domains/identity/contract';
import { listMacros } from '#domains/macros/contract';
import { listQueues } from '#domains/teams/contract';
import { ChoicePicker, type Offered, useNow, usePages, useView, useWords, whenOf } from '#platform/ui';
import type { BatchAction } from '../contract.ts';
import { bulkWords } from './words.ts';

/** What a key asks about: which teammate, which tag, … */
export type Asking = 'assign' | 'snooze' | 'tag' | 'priority' | 'status' | 'reason' | 'queue' | 'macro';

/** Letters find it, Enter does it to all that is chosen. */
export function Picker(props: {
  readonly asking: Asking;
  /** What was picked, and whom it names. */
  readonly onAct: (action: BatchAction, name?: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(bulkWords);
  const { asking, onAct } = props;
  const offered = useOffered(asking);
  return (
    <ChoicePicker
      title={t(asking)}
      placeholder={t('whichOne')}
      offered={offered}
      onPick={(id) => {
        const label = offered.find((one) => one.id === id)?.label ?? '';
        onAct(actionOf(asking, id, label), id === 'me' ? undefined : label);
      }}
      onClose={props.onClose}
      {...(asking === 'tag'
        ? {
            fresh: {
              label: (name: string) => t('newTag', { name }),
              onTake: (name: string) => onAct({ do: 'tag', names: [name] }),
            },
          }
        : {})}
    />
  );
}

function actionOf(asking: Asking, id: string, label: string): BatchAction {
  switch (asking) {
    case 'assign':
      return { do: 'assign', assigneeId: id };
    case 'snooze':
      return { do: 'snooze', until: id };
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
      return snoozes(new Date(now)).map(({ id, until }) => ({
        id: until.toISOString(),
        label: t(id),
        hint: whenOf(until, now),
        icon: <Clock3 />,
      }));
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

const laterHour = 16;
const morningHour = 9;

/** The plain presets; each conversation's own hours are not asked when many are put away at once. */
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
