import { CircleCheck, CircleDashed, Coffee, Headset, NotebookPen, PhoneCall } from 'lucide-react';
import type { ReactElement } from 'react';
import type { PresenceState, PresenceView } from '#domains/presence/contract';
import { Avatar, longSpanOf, useWords } from '#platform/ui';
import { useNames } from '../inbox/use-names.ts';
import { inboxWords } from '../inbox/words.ts';
import { liveWords } from './words.ts';

/** Those who can be reached first, then who is away; within a state, whoever has been in it longest. */
const order: readonly PresenceState[] = ['busy', 'available', 'wrap-up', 'break', 'away', 'offline'];
const signs: Readonly<Record<PresenceState, ReactElement>> = {
  busy: <PhoneCall />,
  available: <CircleCheck />,
  'wrap-up': <NotebookPen />,
  break: <Coffee />,
  away: <Headset />,
  offline: <CircleDashed />,
};
const edges: Readonly<Record<PresenceState, string>> = {
  busy: 'border-t-accent',
  available: 'border-t-success',
  'wrap-up': 'border-t-note-line',
  break: 'border-t-other',
  away: 'border-t-other',
  offline: 'border-t-line-2',
};

/** What each teammate does now and since when: no figure beside a name (R41). */
export function TeamTiles(props: { readonly rows: readonly PresenceView[]; readonly now: number }): ReactElement {
  const t = useWords(liveWords);
  const say = useWords(inboxWords);
  const names = useNames();
  const rows = props.rows.toSorted(
    (one, other) => order.indexOf(one.state) - order.indexOf(other.state) || one.since.localeCompare(other.since),
  );
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(200px,1fr))] gap-2.5 px-4 pb-4">
      {rows.map((row) => {
        const name = names.teammate(row.teammateId) ?? '';
        const time = longSpanOf(Math.max(0, props.now - Date.parse(row.since)));
        return (
          <li
            key={row.teammateId}
            className={`flex items-center gap-2.5 rounded-md border border-t-[3px] border-line px-3 py-2 ${edges[row.state]}`}
          >
            <Avatar name={name} sizePx={28} />
            <span className="min-w-0 flex-1">
              <bdi className="block truncate font-semibold">{name}</bdi>
              <span className="flex items-center gap-1 text-xs text-text-2 [&_.lucide]:size-3">
                {signs[row.state]}
                {say(row.state)}
              </span>
            </span>
            <bdi
              className="text-xs text-text-3 tabular-nums"
              aria-label={t('state', { name, state: say(row.state), time })}
            >
              {time}
            </bdi>
          </li>
        );
      })}
    </ul>
  );
}
