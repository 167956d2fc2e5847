import type { ReactElement, ReactNode } from 'react';
import { EmptyState, ErrorNote, longSpanOf, spanOf, useNow, usePages, useView, useWords } from '#platform/ui';
import { roomsOf } from '../inbox/conversation-list.tsx';
import { useLists } from '../inbox/queues.tsx';
import type { ConversationRowView } from '../inbox/views.ts';
import { useRooms } from '../live/live.ts';
import { listConversations, listPresence } from '../routes.ts';
import { useMe } from '../session/use-me.ts';
import { AppLink } from '../shell/links.tsx';
import { QueueTable } from './queue-table.tsx';
import { TeamTiles } from './team-tiles.tsx';
import { standingOf } from './waiting.ts';
import { liveWords } from './words.ts';

/** Rows of the soonest promises that the tiles look at; more say "50+". */
const looksAt = 50;
/** Most alarms at once: a longer list is nobody's next step (R33). */
const mostActs = 3;

/** Live: what people do now, what waits, and what needs somebody this minute. Five tiles, each with its goal or cause. */
export function LivePage(): ReactElement {
  const t = useWords(liveWords);
  const me = useMe();
  const isWide = me?.permissions['presence.read'] === 'all';
  useRooms([...roomsOf(me), ...(isWide ? ['presence:all'] : (me?.teamIds ?? []).map((id) => `presence:team:${id}`))]);
  const presence = useView(listPresence, { query: {} });
  const pages = usePages(listConversations, { query: { box: 'all', order: 'due' } });
  const rows: readonly ConversationRowView[] = pages.data?.pages[0]?.rows ?? [];
  const now = useNow();
  const standing = standingOf(rows, now);
  const acts = [...standing.lateRows, ...standing.riskRows].slice(0, mostActs);
  return (
    <>
      <header className="flex min-h-[52px] flex-none flex-wrap items-center gap-3 border-b border-line bg-surface px-5 py-2">
        <h1>{t('title')}</h1>
        <p className="text-text-3">
          <bdi>{t('shows')}</bdi>
        </p>
      </header>
      <div
        data-pane="thread"
        className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-6 py-4 max-phone:px-3.5"
      >
        {presence.isError && <ErrorNote title={t('failed')} detail={presence.error.problem.title} />}
        <Tiles standing={standing} rows={presence.data?.rows ?? []} now={now} isMany={rows.length >= looksAt} />
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(280px,360px)] items-start gap-3.5 max-wide:grid-cols-1">
          <Card title={t('queues')}>
            <QueueTable />
          </Card>
          <Card title={t('act')}>
            {acts.length === 0 ? (
              <p className="px-4 pb-4 text-text-3">{t('actNone')}</p>
            ) : (
              <ul className="flex flex-col gap-2 px-3 pb-3">
                {acts.map((row) => (
                  <Act key={row.id} row={row} now={now} />
                ))}
              </ul>
            )}
          </Card>
        </div>
        <Card title={t('team')}>
          {presence.data?.rows.length === 0 && <EmptyState title={t('nobody')} />}
          <TeamTiles rows={presence.data?.rows ?? []} now={now} />
        </Card>
      </div>
    </>
  );
}

function Tiles(props: {
  readonly standing: ReturnType<typeof standingOf>;
  readonly rows: readonly { readonly state: string }[];
  readonly now: number;
  readonly isMany: boolean;
}): ReactElement {
  const t = useWords(liveWords);
  const { queues, mine } = useLists();
  const { standing, now } = props;
  const isHere = new Set(['available', 'busy', 'wrap-up']);
  const here = props.rows.filter((row) => isHere.has(row.state)).length;
  const breaks = props.rows.filter((row) => row.state === 'break').length;
  const nobodys = mine.find((box) => box.id === 'unassigned')?.count ?? 0;
  const counted = (count: number): string => (props.isMany && count > 0 ? t('many', { count }) : String(count));
  const late = standing.lateRows.length;
  return (
    <dl className="grid flex-none grid-cols-5 overflow-hidden rounded-lg border border-line bg-surface max-full:grid-cols-3 max-phone:grid-cols-2">
      <Tile title={t('here')} value={String(here)} unit={t('hereOf', { count: props.rows.length })}>
        <bdi>{t('hereGoal', { count: breaks })}</bdi>
      </Tile>
      <Tile title={t('waiting')} value={String(nobodys)}>
        {t('waitingGoal', { count: queues.length })}
      </Tile>
      <Tile
        title={t('longest')}
        value={standing.longestSince === null ? '–' : spanOf(now - Date.parse(standing.longestSince))}
      >
        {standing.longestSince !== null && <bdi>{longSpanOf(now - Date.parse(standing.longestSince))}</bdi>}
      </Tile>
      <Tile title={t('risk')} value={counted(standing.riskRows.length)}>
        {t('riskGoal')}
      </Tile>
      <Tile title={t('late')} value={counted(late)} isBad={late > 0}>
        {t(late > 0 ? 'lateGoal' : 'noneLate')}
      </Tile>
    </dl>
  );
}

/** Red only where a person must act (R33). */
function Tile(props: {
  readonly title: string;
  readonly value: string;
  readonly unit?: string;
  readonly isBad?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 border-e border-line px-4 py-3 last:border-e-0">
      <dt className="text-xs font-semibold text-text-3">{props.title}</dt>
      <dd>
        <span className={`text-2xl font-bold tabular-nums ${props.isBad ? 'text-danger-text' : ''}`}>
          <bdi>{props.value}</bdi>
        </span>{' '}
        {props.unit && <span className="text-text-3">{props.unit}</span>}
        <span className="block text-xs text-text-3">{props.children}</span>
      </dd>
    </div>
  );
}

function Card(props: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <section aria-label={props.title} className="min-w-0 overflow-hidden rounded-lg border border-line bg-surface">
      <h2 className="px-4 pt-3 pb-2 text-md">{props.title}</h2>
      {props.children}
    </section>
  );
}

function Act({ row, now }: { readonly row: ConversationRowView; readonly now: number }): ReactElement {
  const t = useWords(liveWords);
  const leftMs = Date.parse(row.dueAt ?? '') - now;
  const values = { name: row.customer.name, time: spanOf(leftMs) };
  return (
    <li className={`flex items-center gap-2.5 rounded-md px-3 py-2 ${leftMs < 0 ? 'bg-danger-soft' : 'bg-warn-soft'}`}>
      <span className="min-w-0 flex-1">
        <b className="block">{t(leftMs < 0 ? 'lateRow' : 'dueRow', values)}</b>
        <span dir="auto" className="block truncate text-xs text-text-2">
          {row.subject}
        </span>
      </span>
      <AppLink
        href={`/inbox/all/${row.id}`}
        label={`${t('openIt')}: ${row.subject}`}
        current={false}
        className="inline-flex h-8 items-center rounded-md border border-line-2 bg-surface px-3 font-control max-phone:h-10"
      >
        {t('openIt')}
      </AppLink>
    </li>
  );
}
