import { type ReactElement, type ReactNode, useState } from 'react';
import { Button, useNow, useWords, whenOf } from '#platform/ui';
import type { AuditView } from '../contract.ts';
import { plainWords, useAuditNames } from './audit-names.ts';
import { auditWords } from './audit-words.ts';

/** One line of the log: who did what, when, from where and why; what was before and after on demand. */
export function AuditRow(props: { readonly row: AuditView }): ReactElement {
  const t = useWords(auditWords);
  const { ofAct } = useAuditNames();
  const { row } = props;
  const nowMs = useNow();
  const [isOpen, setOpen] = useState(false);
  const place = String(row.position ?? '');
  const hasChange = Object.keys(row.change).length > 0;
  const who = row.actorName ?? t(row.actorKind === 'service' ? 'service' : 'system');
  return (
    <li className="border-b border-line bg-surface px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-72 break-words">
          <b className="font-semibold">{ofAct(row.action)}</b>
          {row.objectName !== null && (
            <>
              {' · '}
              <bdi>{row.objectName}</bdi>
            </>
          )}
        </p>
        <p className="text-text-2">
          <bdi>{who}</bdi>, <time dateTime={row.at}>{whenOf(row.at, nowMs)}</time>
        </p>
        {hasChange && (
          <Button
            size="sm"
            look="ghost"
            aria-expanded={isOpen}
            aria-label={t('details', { position: place })}
            onClick={() => setOpen(!isOpen)}
          >
            {t('line', { position: place })}
          </Button>
        )}
      </div>
      {(row.why !== null || row.address !== null) && (
        <p dir="auto" className="break-words text-sm text-text-3">
          {[row.why && t('why', { why: row.why }), row.address && t('from_address', { address: row.address })]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {isOpen && <Change change={row.change} />}
    </li>
  );
}

function Change(props: { readonly change: AuditView['change'] }): ReactElement {
  const t = useWords(auditWords);
  const before = partsOf(props.change['before']);
  const after = partsOf(props.change['after']);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return (
    <div className="mt-2 overflow-x-auto rounded-md border border-line">
      <table className="w-full text-sm">
        <thead>
          <tr className="bg-surface-2 text-start text-text-2">
            <Head>
              <span className="sr-only">{t('part')}</span>
            </Head>
            <Head>{t('before')}</Head>
            <Head>{t('after')}</Head>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className="px-3 py-1.5 text-start font-semibold">
                {plainWords(name)}
              </th>
              <Value value={before[name]} />
              <Value value={after[name]} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head(props: { readonly children: ReactNode }): ReactElement {
  return (
    <th scope="col" className="px-3 py-1.5 text-start font-semibold">
      {props.children}
    </th>
  );
}

function Value(props: { readonly value: unknown }): ReactElement {
  const t = useWords(auditWords);
  const { value } = props;
  const isNothing = value === undefined || value === null;
  const words = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  return (
    <td dir="auto" className={isNothing ? 'px-3 py-1.5 text-text-3' : 'px-3 py-1.5 break-words whitespace-pre-wrap'}>
      {isNothing ? t('nothing') : words}
    </td>
  );
}

function partsOf(side: unknown): Readonly<Record<string, unknown>> {
  return typeof side === 'object' && side !== null ? (side as Record<string, unknown>) : {};
}
