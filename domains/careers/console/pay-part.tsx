import { useQueryClient } from '@tanstack/react-query';
import { Coins, Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import {
  AppLink,
  Button,
  EmptyState,
  ErrorNote,
  newId,
  useAct,
  useTell,
  useView,
  useWords,
  viewKey,
} from '#platform/ui';
import { endPay, listPay, type PayEntry, readChoices } from '../contract.ts';
import { sayRange } from './money.ts';
import { PayForm } from './pay-form.tsx';
import { careersWords } from './words.ts';

const saidMs = 6000;

/** Every range that the site shows, and the way to enter one. */
export function PayPart(props: { readonly rows: readonly PayEntry[] }): ReactElement {
  const t = useWords(careersWords);
  const [isEntering, setEntering] = useState(false);
  return (
    <section aria-label={t('pay')} className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-text-2">{t('payLead')}</p>
        <AppLink
          href="/settings/imports/new/pay"
          label={t('table')}
          current={false}
          className="inline-flex min-h-8 items-center font-semibold text-brand-text max-phone:min-h-11"
        >
          {t('table')}
        </AppLink>
        <Button look="primary" onClick={() => setEntering(true)}>
          <Plus className="size-4" />
          {t('enter')}
        </Button>
      </div>
      {props.rows.length === 0 ? <EmptyState title={t('none')} /> : <PayTable rows={props.rows} />}
      {isEntering && <PayForm onClose={() => setEntering(false)} />}
    </section>
  );
}

function PayTable(props: { readonly rows: readonly PayEntry[] }): ReactElement {
  const t = useWords(careersWords);
  const choices = useView(readChoices, {}).data;
  const client = useQueryClient();
  const tell = useTell();
  const end = useAct(endPay);
  const nameOf = (rows: readonly { readonly key: string; readonly name: string }[] | undefined, key: string): string =>
    rows?.find((one) => one.key === key)?.name ?? key;
  const icon = <Coins />;
  const take = (id: string, what: string): void => {
    const onSuccess = (rows: { rows: PayEntry[] }): void => {
      client.setQueryData(viewKey(listPay), rows);
      tell({ id: newId(), icon, text: t('ended', { what }), stayMs: saidMs });
    };
    end.mutate({ params: { id: id as never } }, { onSuccess });
  };
  return (
    <>
      {end.error && <ErrorNote title={end.error.problem.title} detail={end.error.problem.help} />}
      <ul className="divide-y divide-line rounded-xl border border-line">
        {props.rows.map((row) => {
          const what = `${nameOf(choices?.roles, row.role)}, ${nameOf(choices?.places, row.place)}`;
          return (
            <li
              key={`${row.role} ${row.place} ${row.experience}`}
              className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3"
            >
              <span className="min-w-0 flex-1 basis-60">
                <b className="block font-semibold">{what}</b>
                <span className="text-xs text-text-3" dir="auto">
                  {row.means}, {row.year}, {row.source}
                  {row.id === null && ` (${t('came')})`}
                </span>
              </span>
              <span className="tabular-nums">
                <bdi>{sayRange(row)}</bdi>{' '}
                <span className="text-xs text-text-3">
                  / {t(row.period)}, {t(row.experience)}
                </span>
              </span>
              {row.id !== null && (
                <Button
                  size="sm"
                  disabled={end.isPending}
                  aria-label={`${t('end')}: ${what}`}
                  onClick={() => take(row.id ?? '', what)}
                >
                  {t('end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
