import { Undo2 } from 'lucide-react';
import { type ReactElement, type RefObject, useRef } from 'react';
import { Button, Chip, EmptyState, ErrorNote, SelectField, useAct, useTell, useWords } from '#platform/ui';
import { type OwnLimitView, setChatLimit } from '../contract.ts';
import { GiveLimit } from './give-limit.tsx';
import { numbers, useLimitsChanged } from './use-limits.ts';
import { chatSettingWords } from './words.ts';

/** Who has a number of their own: given, changed, taken back. */
export function OwnLimits(props: {
  readonly rows: readonly OwnLimitView[];
  readonly standard: number;
  readonly mayChange: boolean;
  readonly more: { readonly isBusy: boolean; readonly fetch: () => void } | undefined;
}): ReactElement {
  const t = useWords(chatSettingWords);
  const head = useRef<HTMLHeadingElement>(null);
  const { rows, standard, mayChange, more } = props;
  return (
    <section aria-labelledby="chats-own" className="flex flex-col gap-3">
      <header>
        <h2 id="chats-own" ref={head} tabIndex={-1} className="text-lg outline-none">
          {t('own')}
        </h2>
        <p className="max-w-prose text-text-2">{t('ownLead')}</p>
      </header>
      {mayChange && <GiveLimit standard={standard} />}
      {rows.length === 0 && <EmptyState title={t('none')}>{t('noneSays', { limit: standard })}</EmptyState>}
      {rows.length > 0 && (
        <ul
          aria-labelledby="chats-own"
          className="divide-y divide-line rounded-xl border border-line bg-surface max-phone:rounded-lg"
        >
          {rows.map((row) => (
            <OwnLimit key={row.teammateId} row={row} mayChange={mayChange} head={head} />
          ))}
        </ul>
      )}
      {more && (
        <Button className="self-center" disabled={more.isBusy} onClick={more.fetch}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

function OwnLimit(props: {
  readonly row: OwnLimitView;
  readonly mayChange: boolean;
  readonly head: RefObject<HTMLHeadingElement | null>;
}): ReactElement {
  const t = useWords(chatSettingWords);
  const tell = useTell();
  const changed = useLimitsChanged();
  const act = useAct(setChatLimit);
  const { row, mayChange } = props;
  const put = (limit: number | null, onSuccess: () => void): void =>
    act.mutate({ params: { id: row.teammateId as never }, body: { limit } }, { onSuccess });
  const removed = (): void => {
    changed();
    // the row goes, and with it the button that had the focus
    props.head.current?.focus();
    tell({
      id: `chat-limit-${row.teammateId}`,
      icon: <Undo2 />,
      text: t('removed', { name: row.name }),
      stayMs: 6000,
      ...(row.hasLeft ? {} : { undo: () => put(row.limit, changed) }),
    });
  };
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-2.5">
      <span className="flex min-w-0 flex-1 basis-48 flex-wrap items-center gap-2">
        <bdi className="truncate font-semibold">{row.name}</bdi>
        {row.hasLeft && <Chip tone="outline">{t('hasLeft')}</Chip>}
      </span>
      <SelectField
        label={t('limitOf', { name: row.name })}
        isLabelHeard
        value={String(row.limit)}
        disabled={!mayChange || row.hasLeft || act.isPending}
        options={numbers}
        onChoose={(id) => put(Number(id), changed)}
      />
      {mayChange && (
        <Button
          size="sm"
          look="ghost"
          aria-label={t('removeOne', { name: row.name })}
          disabled={act.isPending}
          onClick={() => put(null, removed)}
        >
          {t('remove')}
        </Button>
      )}
      {act.error && <ErrorNote title={act.error.problem.title} detail={act.error.problem.help} />}
    </li>
  );
}
