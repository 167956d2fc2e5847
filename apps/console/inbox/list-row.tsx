import { Check, Hourglass, Pencil } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import { ageOf, ConversationRow, type Density, type Say, SlaRing, slaToneOf, spanOf, useNow, useWords } from '#platform/ui';
import { channelSign } from './channels.tsx';
import type { Clock, ConversationRowView } from './views.ts';
import { inboxWords } from './words.ts';

/** One conversation of the list, from its view to words and signs. */
export const ListRow = memo(function ListRow(props: { readonly row: ConversationRowView; readonly density: Density; readonly isCurrent: boolean }): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const { row } = props;
  const writing = row.writing?.[0];
  return (
    <ConversationRow
      name={row.customer.name}
      isVip={row.customer.isVip}
      channel={channelSign(row.channel, t)}
      subject={row.subject}
      preview={row.preview}
      age={ageOf(row.lastAt, now)}
      isUnread={row.isUnread}
      isCurrent={props.isCurrent}
      density={props.density}
      marker={row.marker}
      clock={row.clock && <RowClock clock={row.clock} now={now} t={t} />}
      writing={
        writing && (
          <span className="flex flex-none items-center gap-1 text-2xs font-semibold text-info-text">
            <Pencil className="size-3 stroke-2" />
            <span className="sr-only">{t('isWriting', { name: writing })}</span>
            <bdi aria-hidden="true">{writing}</bdi>
          </span>
        )
      }
      words={{ unread: t('unread'), vip: t('vip') }}
    />
  );
});

const still = 'inline-flex flex-none items-center gap-1 text-xs font-semibold whitespace-nowrap text-text-3 [&_.lucide]:size-3 [&_.lucide]:stroke-2';

function RowClock({ clock, now, t }: { readonly clock: Clock; readonly now: number; readonly t: Say<keyof typeof inboxWords.en> }): ReactElement {
  if (clock.state === 'met') {
    return (
      <span className={still}>
        <Check />
        {t('met')}
      </span>
    );
  }
  if (clock.state === 'paused') {
    return (
      <span className={still} title={t('waitsFor', { what: clock.waitsFor })}>
        <Hourglass />
        {clock.waitsFor}
      </span>
    );
  }
  const dueMs = Date.parse(clock.dueAt);
  const leftMs = dueMs - now;
  const time = spanOf(leftMs);
  return (
    <SlaRing
      share={leftMs / Math.max(1, dueMs - Date.parse(clock.startedAt))}
      text={leftMs < 0 ? t('late', { time }) : time}
      tone={slaToneOf(leftMs)}
      said={leftMs < 0 ? t('dueLate', { time }) : t('dueIn', { time })}
    />
  );
}
