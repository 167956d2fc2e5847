import { CirclePause, Copy, CornerDownRight, Inbox, ShieldX, SquarePen } from 'lucide-react';
import type { ReactElement } from 'react';
import { AppLink, Chip, cx, fullMomentOf, type Tone, useNow, useWords, whenOf } from '#platform/ui';
import type { Fate, LedgerRow } from '../contract.ts';
import { RecoverButton } from './recover-button.tsx';
import { mailWords } from './words.ts';

const looks: Record<Fate, { readonly tone: Tone; readonly Sign: typeof Inbox }> = {
  received: { tone: 'warn', Sign: Inbox },
  opened: { tone: 'brand', Sign: SquarePen },
  threaded: { tone: 'ok', Sign: CornerDownRight },
  parked: { tone: 'warn', Sign: CirclePause },
  refused: { tone: 'outline', Sign: ShieldX },
  duplicate: { tone: 'outline', Sign: Copy },
};

/** What became of a mail, as a word with its sign. */
export function FateChip(props: { readonly fate: Fate }): ReactElement {
  const t = useWords(mailWords);
  const { tone, Sign } = looks[props.fate];
  return (
    <Chip tone={tone}>
      <Sign aria-hidden="true" className={props.fate === 'threaded' ? 'turns' : undefined} />
      {t(props.fate)}
    </Chip>
  );
}

/** The mails, one a row: when, from whom, about what, its fate, and why. */
export function LedgerTable(props: {
  readonly rows: readonly LedgerRow[];
  readonly openId: string;
  readonly onOpen: (id: string) => void;
}): ReactElement {
  const t = useWords(mailWords);
  return (
    <div className="flex-none overflow-x-auto overflow-y-hidden rounded-lg border border-line bg-surface">
      <table className="w-full min-w-[820px] table-fixed border-collapse text-start max-phone:min-w-0">
        <caption className="sr-only">{t('ledger')}</caption>
        <thead className="max-phone:sr-only">
          <tr className="border-b border-line text-xs text-text-2 [&>th]:h-9 [&>th]:px-2.5 [&>th]:text-start [&>th]:font-normal">
            <th scope="col" className="w-28">
              {t('arrived')}
            </th>
            <th scope="col" className="w-[21%]">
              {t('from')}
            </th>
            <th scope="col" className="w-[25%]">
              {t('subject')}
            </th>
            <th scope="col" className="w-40">
              {t('fate')}
            </th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className="w-24">
              <span className="sr-only">{t('recover')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.id} row={row} isOpen={row.id === props.openId} onOpen={() => props.onOpen(row.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row(props: { readonly row: LedgerRow; readonly isOpen: boolean; readonly onOpen: () => void }): ReactElement {
  const t = useWords(mailWords);
  const now = useNow();
  const { row } = props;
  const waits = row.settledAt === null;
  return (
    <tr
      className={cx(
        'border-b border-line last:border-b-0 [&>td]:px-2.5 [&>td]:py-1.5',
        'max-phone:grid max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:gap-x-2 max-phone:px-2 max-phone:py-2 max-phone:[&>td]:px-1 max-phone:[&>td]:py-0.5',
        props.isOpen ? 'bg-selected' : waits && 'bg-accent-soft',
      )}
    >
      <td className="whitespace-nowrap text-text-3 tabular-nums max-phone:order-2">
        <time title={fullMomentOf(row.arrivedAt)}>{whenOf(row.arrivedAt, now)}</time>
      </td>
      <td className="truncate max-phone:order-1">
        <bdi className="font-semibold">{row.from ?? t('nobody')}</bdi>
      </td>
      <td className="max-phone:order-3 max-phone:col-span-2">
        <button
          type="button"
          onClick={props.onOpen}
          aria-label={t('openMail', { subject: row.subject || t('noSubject') })}
          className="block min-h-6 max-w-full truncate text-start hover:underline"
        >
          <bdi>{row.subject || t('noSubject')}</bdi>
        </button>
      </td>
      <td className="max-phone:order-4">
        <FateChip fate={row.fate} />
      </td>
      <td className="text-xs leading-4 text-text-2 max-phone:order-6 max-phone:col-span-2">
        <span dir="auto" className="line-clamp-2" title={row.why}>
          {row.why}
        </span>
      </td>
      <td className="text-end whitespace-nowrap max-phone:order-5">
        {row.can.includes('recover') ? (
          <RecoverButton row={row} />
        ) : (
          row.conversationId !== null && (
            <AppLink
              href={`/inbox/all/${row.conversationId}`}
              label={t('conversation')}
              current={false}
              className="inline-flex min-h-6 items-center text-xs font-semibold text-brand-text"
            >
              {t('goThere')}
            </AppLink>
          )
        )}
      </td>
    </tr>
  );
}
