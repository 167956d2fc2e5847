import type { ReactElement } from 'react';
import { Avatar, clockOf, cx, useWords } from '#platform/ui';
import { useSeconds } from '../calls/use-seconds.ts';
import type { ConversationRowView } from '../inbox/views.ts';
import { isLate, useGoalSeconds, waitedSeconds } from './waiting.ts';
import { chatWords } from './words.ts';

/** Under 1100 px the columns are tabs: one chat in view, all with their waiting time. */
export function ChatTabs(props: {
  readonly ids: readonly (string | null)[];
  readonly rows: ReadonlyMap<string, ConversationRowView>;
  readonly focusedId: string | undefined;
  readonly onFocus: (id: string) => void;
}): ReactElement {
  const t = useWords(chatWords);
  const now = useSeconds();
  const goal = useGoalSeconds();
  const rows = props.ids.flatMap((id) => (id === null ? [] : (props.rows.get(id) ?? [])));
  return (
    <nav
      aria-label={t('columns')}
      className="flex flex-none gap-1 overflow-x-auto border-b border-line bg-surface-2 p-1.5"
    >
      {rows.map((row) => (
        <button
          key={row.id}
          type="button"
          aria-current={row.id === props.focusedId ? 'true' : undefined}
          onClick={() => props.onFocus(row.id)}
          className={cx(
            'flex h-10 flex-none items-center gap-2 rounded-md px-3',
            row.id === props.focusedId ? 'bg-surface font-semibold shadow-1' : 'text-text-2 hover:bg-surface-3',
          )}
        >
          <Avatar name={row.customer.name} sizePx={22} />
          <bdi>{row.customer.name}</bdi>
          {row.waitingSince !== null && (
            <bdi className={cx('text-xs tabular-nums', isLate(row, now, goal) ? 'text-accent-text' : 'text-text-3')}>
              {clockOf(waitedSeconds(row, now))}
            </bdi>
          )}
        </button>
      ))}
    </nav>
  );
}
