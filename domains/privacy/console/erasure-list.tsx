import type { ReactElement } from 'react';
import { Button, dateOf, ErrorNote, usePages, useWords } from '#platform/ui';
import { listErasures } from '../contract.ts';
import { keepingWords } from './keeping-words.ts';
import { Proof } from './proof.tsx';

/** The proofs of erasures, the last first; each opens what was removed. */
export function ErasureList(): ReactElement {
  const t = useWords(keepingWords);
  const pages = usePages(listErasures, { query: {} } as never);
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section aria-label={t('proofs')} className="flex flex-col gap-2">
      <h2 className="text-md font-semibold">{t('proofs')}</h2>
      <p className="text-text-2">{t('proofsHint')}</p>
      {pages.error && <ErrorNote title={t('failed')} detail={pages.error.problem.help} />}
      {pages.data && rows.length === 0 && <p className="text-text-3">{t('noProofs')}</p>}
      <ul className="rounded-lg border border-line empty:hidden">
        {rows.map((erasure) => (
          <li key={erasure.id} className="border-b border-line last:border-b-0">
            <details>
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 px-4 py-2 hover:bg-hover">
                <span className="min-w-0 flex-1 basis-48 font-medium">{t(erasure.reason)}</span>
                <span className="text-xs text-text-3">{erasure.askedByName ?? t('byNight')}</span>
                <time className="text-xs text-text-3">{dateOf(erasure.askedAt, true)}</time>
              </summary>
              <div className="px-4 pb-3.5">
                <Proof erasure={erasure} />
              </div>
            </details>
          </li>
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
