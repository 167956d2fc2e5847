import type { ReactElement } from 'react';
import { type CustomerPieceProps, fullMomentOf, KeyValues, useView, useWords } from '#platform/ui';
import { type ErasureView, readErasure } from '../contract.ts';
import { keepingWords } from './keeping-words.ts';

/** On the page of somebody who was erased: the proof of it, for who may erase. */
export function ErasureProof(props: CustomerPieceProps): ReactElement | null {
  const t = useWords(keepingWords);
  const asked = { params: { id: props.customerId } } as never;
  const erasure = useView(readErasure, asked, { enabled: props.isErased === true }).data?.erasure;
  if (!erasure) return null;
  return (
    <section aria-label={t('proof')} className="rounded-lg border border-line bg-surface px-4 pt-3 pb-3.5">
      <h3 className="mb-1.5 text-xs font-semibold text-text-3">{t('proof')}</h3>
      <Proof erasure={erasure} />
    </section>
  );
}

/** Who, when and why; domain by domain what was removed; and the hash over all of it. */
export function Proof({ erasure }: { readonly erasure: ErasureView }): ReactElement {
  const t = useWords(keepingWords);
  const { parts } = erasure;
  return (
    <div className="flex flex-col gap-3">
      <KeyValues
        rows={[
          { key: t('when'), value: fullMomentOf(erasure.doneAt ?? erasure.askedAt) },
          { key: t('who'), value: erasure.askedByName ?? t('byNight') },
          { key: t('why'), value: t(erasure.reason) },
          { key: t('number'), value: <bdi className="text-xs break-all">{erasure.id}</bdi> },
          {
            key: t('hash'),
            value: erasure.hash ? <bdi className="font-mono text-xs break-all">{erasure.hash}</bdi> : t('oldProof'),
          },
        ]}
      />
      <table className="w-full border-collapse text-start">
        <caption className="mb-1 text-start text-xs font-semibold text-text-3">
          {t('removed')}: {t('inAll', { n: parts.reduce((sum, { rows }) => sum + rows, 0), tables: parts.length })}
        </caption>
        <tbody>
          {parts.map((part) => (
            <tr key={`${part.domain} ${part.table}`} className="border-b border-line last:border-b-0">
              <th scope="row" className="py-1.5 pe-3 text-start font-medium">
                {part.domain}
              </th>
              <td className="py-1.5 pe-3 text-text-2">{part.table}</td>
              <td className="py-1.5 text-end tabular-nums">{t('rows', { count: part.rows })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
