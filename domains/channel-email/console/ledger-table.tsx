import type { ReactElement } from 'react';
import { AppLink, cx, fullMomentOf, useNow, useWords, whenOf } from '#platform/ui';
import type { LedgerRow } from '../contract.ts';
import { KindChip } from './kinds.tsx';
import { ledgerWords } from './ledger-words.ts';
import { TakeInButton } from './take-in-button.tsx';

/** The mails, one a row: when, from whom, about what, what became of it, and why. */
export function LedgerTable(props: {
  readonly rows: readonly LedgerRow[];
  readonly openId: string;
  readonly onOpen: (id: string) => void;
}): ReactElement {
  const t = useWords(ledgerWords);
  return (
    <div className="flex-none overflow-x-auto overflow-y-hidden rounded-lg border border-line bg-surface">
      <table className="w-full min-w-[760px] table-fixed border-collapse text-start max-phone:min-w-0">
        <caption className="sr-only">{t('ledger')}</caption>
        <thead className="max-phone:sr-only">
          <tr className="border-b border-line text-xs text-text-2 [&>th]:h-9 [&>th]:px-2.5 [&>th]:text-start [&>th]:font-normal">
            <th scope="col" className="w-[104px] ps-[18px]!">
              {t('arrived')}
            </th>
            <th scope="col" className="w-[21%]">
              {t('from')}
            </th>
            <th scope="col" className="w-[24%]">
              {t('subject')}
            </th>
            <th scope="col" className="w-[212px]">
              {t('fate')}
            </th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className="w-[92px]">
              <span className="sr-only">{t('act')}</span>
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

const phoneRow =
  'max-phone:grid max-phone:h-auto max-phone:grid-cols-[minmax(0,1fr)_auto] max-phone:gap-x-2 max-phone:px-2 max-phone:py-2 max-phone:[&>td]:px-1 max-phone:[&>td]:py-0.5';

function Row(props: { readonly row: LedgerRow; readonly isOpen: boolean; readonly onOpen: () => void }): ReactElement {
  const t = useWords(ledgerWords);
  const now = useNow();
  const { row, isOpen } = props;
  const waits = row.kind === 'parked' && row.settledAt === null;
  const subject = row.subject || t('noSubject');
  return (
    <tr
      data-open={isOpen || undefined}
      className={cx(
        'h-11 border-b border-line last:border-b-0 [&>td]:px-2.5 [&>td]:py-1',
        phoneRow,
        isOpen ? 'bg-selected' : waits && 'bg-accent-soft',
      )}
    >
      <td
        className={cx(
          'ps-[18px]! whitespace-nowrap text-text-3 tabular-nums max-phone:order-2',
          isOpen && 'shadow-[inset_3px_0_var(--brand)] rtl:shadow-[inset_-3px_0_var(--brand)] max-phone:shadow-none',
        )}
      >
        <time title={fullMomentOf(row.arrivedAt)}>{whenOf(row.arrivedAt, now)}</time>
      </td>
      <td className="truncate max-phone:order-1">
        <bdi className="font-semibold" title={row.from ?? undefined}>
          {row.from ?? t('nobody')}
        </bdi>
      </td>
      <td className="max-phone:order-3 max-phone:col-span-2">
        <button
          type="button"
          data-mail={row.id}
          onClick={props.onOpen}
          aria-label={t('openMail', { subject })}
          className="block min-h-6 max-w-full truncate text-start hover:underline max-phone:min-h-10"
        >
          <bdi>{subject}</bdi>
        </button>
      </td>
      <td className="max-phone:order-4">
        <span className="flex items-center gap-2">
          <KindChip kind={row.kind} />
          {row.conversationId !== null && <ConversationLink row={row} />}
        </span>
      </td>
      <td className="text-xs leading-4 text-text-2 max-phone:order-6 max-phone:col-span-2">
        <span dir="auto" className="block">
          {row.why}
        </span>
      </td>
      <td className="pe-4! text-end whitespace-nowrap max-phone:order-5">
        {waits && row.can.includes('recover') && <TakeInButton row={row} onChoose={props.onOpen} />}
      </td>
    </tr>
  );
}

/** On to the conversation; its number where the reader may see it. */
export function ConversationLink(props: { readonly row: LedgerRow }): ReactElement {
  const t = useWords(ledgerWords);
  const { row } = props;
  return (
    <AppLink
      href={`/inbox/all/${row.conversationId}`}
      label={t('openConversation')}
      current={false}
      className="inline-flex min-h-6 items-center font-semibold text-brand-text tabular-nums max-phone:min-h-10"
    >
      {row.number === null ? t('goThere') : <bdi>#{row.number}</bdi>}
    </AppLink>
  );
}
