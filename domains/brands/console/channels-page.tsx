import { Plus } from 'lucide-react';
import { Suspense, type ReactElement } from 'react';
import {
  Button,
  EmptyState,
  ErrorNote,
  Menu,
  Skeleton,
  useGo,
  useSockets,
  useView,
  useWords,
  type LinePiece,
} from '#platform/ui';
import { type LineView, listLines } from '../contract.ts';
import { channelIcon } from './channel-icon.tsx';
import { ChannelTable, type ChannelView } from './channel-table.tsx';
import { LinePanel } from './line-panel.tsx';
import { channelWords } from './words.ts';

/** Where the page lives; a line is one part below it, a page of the line one further. */
export const channelsHref = '/settings/channels';
const rowHeightPx = 62;

/** Settings > Channels: every line with its state in words; one opened beside the list, or a page of its own (prototype n). */
export function ChannelsPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(channelWords);
  const { lines: pieces } = useSockets();
  const { data, error } = useView(listLines, { query: {} });
  const [lineId = '', part = '', ...further] = props.rest.split('/');
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{error.problem.help}</EmptyState>;
  if (error && !data) return <ErrorNote title={t('failed')} detail={error.problem.title} />;
  if (!data) return <Skeleton rows={5} rowHeightPx={rowHeightPx} label={t('loading')} />;
  const line = data.rows.find((row) => row.id === lineId);
  const ownPage = part !== '' && lineId !== 'new' && pageOf(pieces, line, part);
  if (ownPage && line) {
    return (
      <Suspense fallback={null}>
        <ownPage.component lineId={line.id} rest={further.join('/')} />
      </Suspense>
    );
  }
  const asked = lineId === 'new' ? data.channels.find(({ kind }) => kind === part) : undefined;
  return (
    <>
      <Overview
        rows={data.rows}
        channels={data.channels}
        mayOpen={data.can.includes('open')}
        openId={line?.id}
        isBeside={line !== undefined || asked !== undefined}
      />
      {(line !== undefined || asked !== undefined) && (
        <LinePanel key={lineId + part} line={line ?? null} channel={asked ?? channelOf(data.channels, line)} />
      )}
    </>
  );
}

function pageOf(pieces: readonly LinePiece[], line: LineView | undefined, id: string) {
  return pieces.find((piece) => piece.channel === line?.channel)?.pages?.find((page) => page.id === id);
}

function channelOf(channels: readonly ChannelView[], line: LineView | undefined): ChannelView {
  const kind = line?.channel ?? '';
  return channels.find((one) => one.kind === kind) ?? { kind, title: line?.channelTitle ?? '', icon: '' };
}

function Overview(props: {
  readonly rows: readonly LineView[];
  readonly channels: readonly ChannelView[];
  readonly mayOpen: boolean;
  /** A line, or a new one, stands beside the list. */
  readonly isBeside: boolean;
  readonly openId: string | undefined;
}): ReactElement {
  const t = useWords(channelWords);
  const go = useGo();
  return (
    <div
      className={`min-h-0 min-w-0 flex-1 overflow-y-auto px-6 py-5 max-phone:px-3.5 ${props.isBeside ? 'max-full:hidden' : ''}`}
    >
      <header className="mb-4 flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="text-xl">{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </div>
        {props.mayOpen && (
          <Menu
            label={t('add')}
            trigger={
              <Button look="primary">
                <Plus className="size-4" />
                {t('add')}
              </Button>
            }
            items={props.channels.map((channel) => ({
              id: channel.kind,
              label: channel.title,
              icon: channelIcon(channel.icon),
              run: () => go(`${channelsHref}/new/${channel.kind}`),
            }))}
          />
        )}
      </header>
      <ChannelTable {...props} />
    </div>
  );
}
