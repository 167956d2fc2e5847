import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { liftUndeliverable, listUnreachable, type UnreachableAddress } from '#domains/customers/contract';
import { AppLink, Button, dateOf, ErrorNote, useAct, usePages, useWords } from '#platform/ui';
import { ledgerWords } from './ledger-words.ts';
import { Section } from './section.tsx';

/** Customers whose address sends our mail back; each can be said to take mail again. */
export function Unreachable(): ReactElement {
  const t = useWords(ledgerWords);
  const list = usePages(listUnreachable, { query: {} });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  // who may not see customers is told nothing of them
  if (list.error) return <></>;
  return (
    <>
      <Section title={t('unreachable')} empty={t('noUnreachable')} isEmpty={list.isSuccess && rows.length === 0}>
        {rows.map((row) => (
          <One key={row.identityId} row={row} />
        ))}
      </Section>
      {list.hasNextPage && (
        <Button className="self-start" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function One(props: { readonly row: UnreachableAddress }): ReactElement {
  const t = useWords(ledgerWords);
  const client = useQueryClient();
  const lift = useAct(liftUndeliverable);
  const { row } = props;
  const run = (): void =>
    lift.mutate(
      { params: { id: row.identityId as never } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [listUnreachable.path] }) },
    );
  return (
    <li className="flex flex-col gap-1 px-3 py-2.5">
      <b className="font-semibold break-all">
        <bdi>{row.address}</bdi>
      </b>
      <AppLink
        href={`/customers/${row.customerId}`}
        label={row.customerName}
        current={false}
        className="inline-flex min-h-6 items-center self-start text-brand-text max-phone:min-h-10"
      >
        <bdi>{row.customerName}</bdi>
      </AppLink>
      <span className="text-xs text-text-3">{t('cameBackSince', { when: dateOf(row.since) })}</span>
      {lift.error && <ErrorNote title={lift.error.problem.title} detail={lift.error.problem.detail} />}
      {row.can.includes('lift') && (
        <Button
          size="sm"
          className="self-start"
          disabled={lift.isPending}
          aria-label={t('liftOne', { who: row.address })}
          onClick={run}
        >
          {t('lift')}
        </Button>
      )}
    </li>
  );
}
