import { Check, Clock3, Hourglass, Pencil } from 'lucide-react';
import { memo, type ReactElement } from 'react';
import {
  ageOf,
  BrandMark,
  ConversationRow,
  type Density,
  type Say,
  SlaRing,
  slaToneOf,
  spanOf,
  useNow,
  useWords,
  whenOf,
} from '#platform/ui';
import { usePeople } from '../live/live.ts';
import { channelSign } from './channels.tsx';
import { isTillReply } from './snooze.ts';
import { useBrand } from './use-brand.ts';
import { useHasDraft } from './use-draft.ts';
import { useWriters } from './writers.tsx';
import type { ConversationRowView } from './views.ts';
import { inboxWords } from './words.ts';

/** One conversation of the list, from its view to words and signs. */
export const ListRow = memo(function ListRow(props: {
  readonly row: ConversationRowView;
  readonly density: Density;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly isChoosing: boolean;
}): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const { row } = props;
  const isWritten = usePeople(`conversation:${row.id}`).some((person) => person.kind === 'writing');
  const writing = row.beside?.writing?.[0];
  const draft = useHasDraft(row.id);
  const brand = useBrand(row.brandId);
  return (
    <ConversationRow
      name={row.customer.name || t('noName')}
      isVip={row.beside?.isVip}
      brand={brand && <BrandMark name={brand.name} hue={brand.hue} />}
      channel={channelSign(row.lastChannel ?? '', t)}
      subject={row.subject || t('noSubject')}
      preview={row.preview === '' && row.lastChannel !== null ? channelSign(row.lastChannel, t).label : row.preview}
      age={ageOf(row.lastEntryAt, now)}
      isUnread={row.unread}
      isCurrent={props.isCurrent}
      isChosen={props.isChosen}
      isChoosing={props.isChoosing}
      density={props.density}
      marker={draft && !props.isCurrent ? { label: t('draft'), tone: 'warn' } : row.beside?.marker}
      clock={<RowClock row={row} now={now} t={t} />}
      writing={writing !== undefined ? <Pen name={writing} /> : isWritten && <Writing id={row.id} />}
      words={{ unread: t('unread'), vip: t('vip') }}
    />
  );
});

/** The names are asked for only where somebody writes: most rows never need them. */
function Writing(props: { readonly id: string }): ReactElement | null {
  const [name] = useWriters(props.id);
  return name === undefined ? null : <Pen name={name} />;
}

function Pen({ name }: { readonly name: string }): ReactElement {
  const t = useWords(inboxWords);
  return (
    <span className="flex flex-none items-center gap-1 text-2xs font-semibold text-info-text">
      <Pencil className="size-3 stroke-2" />
      <span className="sr-only">{t('isWriting', { name })}</span>
      <bdi aria-hidden="true">{name.split(' ')[0]}</bdi>
    </span>
  );
}

const still =
  'inline-flex flex-none items-center gap-1 text-xs font-semibold whitespace-nowrap text-text-3 [&_.lucide]:size-3 [&_.lucide]:stroke-2';

/** How a clock and a promise of one's own are said, in time and late. */
function duesOf(kind: string | null): readonly ['dueIn' | 'promiseIn', 'dueLate' | 'promiseOver'] {
  return kind === 'promise' ? ['promiseIn', 'promiseOver'] : ['dueIn', 'dueLate'];
}

function RowClock({
  row,
  now,
  t,
}: {
  readonly row: ConversationRowView;
  readonly now: number;
  readonly t: Say<keyof typeof inboxWords.en>;
}): ReactElement | null {
  if (row.snoozedUntil !== null) {
    const when = isTillReply(row.snoozedUntil) ? t('whenTheyReply') : whenOf(row.snoozedUntil, now);
    return (
      <span className={still} title={isTillReply(row.snoozedUntil) ? t('snoozedTillReply') : t('wakes', { when })}>
        <Clock3 />
        <bdi>{when}</bdi>
      </span>
    );
  }
  if (row.beside?.waitsFor !== undefined) {
    return (
      <span className={still} title={t('waitsFor', { what: row.beside.waitsFor })}>
        <Hourglass />
        {row.beside.waitsFor}
      </span>
    );
  }
  if (row.dueAt === null) {
    return row.beside?.met ? (
      <span className={still}>
        <Check />
        {t('met')}
      </span>
    ) : null;
  }
  const dueMs = Date.parse(row.dueAt);
  const leftMs = dueMs - now;
  const time = spanOf(leftMs);
  return (
    <SlaRing
      share={leftMs / Math.max(1, dueMs - Date.parse(row.waitingSince ?? row.openedAt))}
      text={leftMs < 0 ? t('late', { time }) : time}
      tone={slaToneOf(leftMs)}
      said={t(duesOf(row.dueKind)[leftMs < 0 ? 1 : 0], { time })}
    />
  );
}
