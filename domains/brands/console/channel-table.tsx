import { Check, CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Chip, cx, fullMomentOf, type Tone, useGo, useNow, useWords, whenOf } from '#platform/ui';
import type * as z from 'zod';
import type { ChannelView as ChannelShape, LineView } from '../contract.ts';
import { channelIcon } from './channel-icon.tsx';
import { channelWords } from './words.ts';

export type ChannelView = z.output<typeof ChannelShape>;

const tones: Record<LineView['state']['state'], Tone> = { good: 'ok', warning: 'warn', bad: 'bad', off: 'outline' };
const signs = { good: Check, warning: TriangleAlert, bad: CircleAlert, off: CircleDashed } as const;
const columns =
  'grid grid-cols-[minmax(0,1fr)_minmax(0,230px)_112px_76px] items-center gap-x-3 gap-y-1 px-4 max-wide:grid-cols-[minmax(0,1fr)_auto]';

/** How a line is, in the words of its channel; the colour only repeats them. */
export function StateChip(props: { readonly state: LineView['state'] }): ReactElement {
  const Sign = signs[props.state.state];
  return (
    <span
      className={cx(
        'inline-flex max-w-full items-start gap-1 text-xs font-control',
        props.state.says.length > 28 && 'leading-4',
      )}
    >
      <Chip tone={tones[props.state.state]}>
        <Sign aria-hidden="true" />
        {props.state.says.length > 28 ? null : props.state.says}
      </Chip>
      {props.state.says.length > 28 && <span className="min-w-0 pt-0.5 text-text-2">{props.state.says}</span>}
    </span>
  );
}

/** Each line with its state and its last message; below, the channels that nobody connected yet. */
export function ChannelTable(props: {
  readonly rows: readonly LineView[];
  readonly channels: readonly ChannelView[];
  readonly mayOpen: boolean;
  readonly openId: string | undefined;
}): ReactElement {
  const t = useWords(channelWords);
  const go = useGo();
  const used = new Set(props.rows.map((row) => row.channel));
  return (
    <div className="overflow-hidden rounded-lg border border-line bg-surface">
      <div className={`${columns} h-9 border-b border-line text-xs text-text-2 max-wide:hidden`} aria-hidden="true">
        <span>{t('channel')}</span>
        <span>{t('state')}</span>
        <span>{t('lastMessage')}</span>
        <span />
      </div>
      <ul>
        {props.rows.map((line) => (
          <LineRow
            key={line.id}
            line={line}
            icon={props.channels.find(({ kind }) => kind === line.channel)?.icon ?? ''}
            isOpen={line.id === props.openId}
          />
        ))}
        {props.channels
          .filter(({ kind }) => !used.has(kind))
          .map((channel) => (
            <li key={channel.kind} className={`${columns} min-h-[62px] border-b border-line py-2 last:border-b-0`}>
              <Name icon={channel.icon} title={channel.title} text="" />
              <span className="max-wide:hidden">
                <Chip tone="outline">{t('notConnected')}</Chip>
              </span>
              <span className="max-wide:hidden" />
              {props.mayOpen ? (
                <Button
                  size="sm"
                  className="justify-self-end"
                  aria-label={t('connectOne', { name: channel.title })}
                  onClick={() => go(`/settings/channels/new/${channel.kind}`)}
                >
                  {t('connect')}
                </Button>
              ) : (
                <span />
              )}
            </li>
          ))}
      </ul>
    </div>
  );
}

function LineRow(props: { readonly line: LineView; readonly icon: string; readonly isOpen: boolean }): ReactElement {
  const t = useWords(channelWords);
  const go = useGo();
  const now = useNow();
  const { line } = props;
  const last = line.state.lastMessageAt;
  return (
    <li
      className={cx(columns, 'min-h-[62px] border-b border-line py-2 last:border-b-0', props.isOpen && 'bg-selected')}
    >
      <Name icon={props.icon} title={line.name} text={`${line.channelTitle}, ${line.address}`} />
      <span className="max-wide:col-start-1">
        <StateChip state={line.state} />
      </span>
      <span className="text-text-2 max-wide:hidden">
        {last === null ? t('never') : <time title={fullMomentOf(last)}>{whenOf(last, now)}</time>}
      </span>
      <Button
        size="sm"
        className="justify-self-end max-wide:col-start-2 max-wide:row-start-1"
        aria-label={t('openOne', { name: line.name })}
        aria-current={props.isOpen || undefined}
        onClick={() => go(`/settings/channels/${line.id}`)}
      >
        {t('open')}
      </Button>
    </li>
  );
}

function Name(props: { readonly icon: string; readonly title: string; readonly text: string }): ReactElement {
  return (
    <span className="flex min-w-0 items-center gap-3">
      <span className="grid size-[38px] flex-none place-items-center rounded-[9px] bg-info-soft text-info-text [&_.lucide]:size-[18px]">
        {channelIcon(props.icon)}
      </span>
      <span className="min-w-0">
        <b className="block truncate font-semibold">
          <bdi>{props.title}</bdi>
        </b>
        <span className="block truncate text-xs text-text-3">
          <bdi>{props.text}</bdi>
        </span>
      </span>
    </span>
  );
}
