import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AppLink, Button, dateOf, ErrorNote, useAct, usePages, useWords } from '#platform/ui';
import { type HoldView, liftHold, listHolds, readHold } from '../contract.ts';
import { keepingWords } from './keeping-words.ts';

/** Customers who may not be erased for now. */
export function HoldList(): ReactElement {
  const t = useWords(keepingWords);
  const pages = usePages(listHolds, { query: {} } as never);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-label={t('holds')} className="flex flex-col gap-2">
      <h2 className="text-md font-semibold">{t('holds')}</h2>
      <p className="text-text-2">{t('holdsHint')}</p>
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.help} />}
      {pages.data && rows.length === 0 && (
        <p className="rounded-lg border border-line px-4 py-3">
          <b className="block font-semibold">{t('noHolds')}</b>
          <span className="text-text-3">{t('noHoldsHint')}</span>
        </p>
      )}
      <ul className="rounded-lg border border-line empty:hidden">
        {rows.map((hold) => (
          <HoldLine key={hold.customerId} hold={hold} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <div>
          <Button size="sm" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </section>
  );
}

function HoldLine({ hold }: { readonly hold: HoldView }): ReactElement {
  const t = useWords(keepingWords);
  const client = useQueryClient();
  const lift = useAct(liftHold);
  const when = dateOf(hold.heldAt, true);
  const onSuccess = (): void => {
    for (const { path } of [listHolds, readHold]) void client.invalidateQueries({ queryKey: [path] });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-4 py-2.5 last:border-b-0">
      <AppLink
        href={`/customers/${hold.customerId}`}
        label={hold.why}
        current={false}
        className="min-w-0 flex-1 basis-56 hover:underline"
      >
        <span dir="auto" className="block font-medium">
          {hold.why}
        </span>
        <span className="block text-xs text-text-3">
          {hold.heldByName === null ? t('heldSince', { when }) : t('heldBy', { who: hold.heldByName, when })}
        </span>
      </AppLink>
      <Button
        size="sm"
        disabled={lift.isPending}
        onClick={() => lift.mutate({ params: { id: hold.customerId } }, { onSuccess })}
      >
        {t('lift')}
      </Button>
      {lift.error && <ErrorNote title={lift.error.problem.title} detail={lift.error.problem.help} />}
    </li>
  );
}
