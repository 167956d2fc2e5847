import { DoorOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { dateOf, useView, useWords } from '#platform/ui';
import { listOpenForRole } from '../contract.ts';
import { payRange } from './money.ts';
import { hiringWords } from './words.ts';

/** In My career: what is open today for the role that is looked at. Applying is the same door as everybody's. */
export function CareerOpenings(props: { readonly roleKey: string | null }): ReactElement | null {
  const t = useWords(hiringWords);
  const { roleKey } = props;
  const rows = useView(listOpenForRole, { query: { role: roleKey ?? '' } }, { enabled: roleKey !== null }).data?.rows;
  if (roleKey === null || rows === undefined) return null;
  return (
    <section aria-label={t('title')} className="rounded-xl border border-line bg-surface p-4">
      <h2 className="mb-2 text-sm font-semibold">{t('title')}</h2>
      {rows.length === 0 && <p className="text-text-3">{t('noneForRole')}</p>}
      <ul className="flex flex-col gap-2">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center gap-3 rounded-lg border border-line p-3">
            <DoorOpen className="size-4 text-text-3" />
            <span className="min-w-0 flex-1">
              <b className="block font-semibold" dir="auto">
                {row.title}
              </b>
              <span className="text-xs text-text-2">
                {row.pay ? (
                  <>
                    <bdi>{payRange(row.pay)}</bdi> {[t(row.pay.period), row.pay.source].filter(Boolean).join(', ')}
                  </>
                ) : (
                  t('notStated')
                )}
                {row.closesOn && ` · ${t('until', { date: dateOf(row.closesOn) })}`}
              </span>
            </span>
            <a
              href={`/careers/openings/${row.id}`}
              target="_blank"
              rel="noreferrer"
              aria-label={`${t('lookAt')}: ${row.title}`}
              className="inline-flex min-h-8 items-center rounded-md bg-brand px-3 font-semibold text-on-brand max-phone:min-h-10"
            >
              {t('lookAt')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
