import { type ReactElement, useState } from 'react';
import { Button, useNow, useWords, whenOf } from '#platform/ui';
import type { AuditView } from '../contract.ts';
import { AuditChange } from './audit-change.tsx';
import { factsOf } from './audit-facts.ts';
import { useAuditNames } from './audit-names.ts';
import { auditWords } from './audit-words.ts';

/** One line of the log: who did what, when, from where and why; what was before and after on demand. */
export function AuditRow(props: { readonly row: AuditView }): ReactElement {
  const t = useWords(auditWords);
  const { ofAct } = useAuditNames();
  const { row } = props;
  const nowMs = useNow();
  const [isOpen, setOpen] = useState(false);
  const place = String(row.position ?? '');
  const hasChange = factsOf(row.change['before'] ?? {}, row.change['after'] ?? {}).length > 0;
  const name = row.objectName ?? (row.objectId && row.names[row.objectId]) ?? null;
  const who = row.actorName ?? t(row.actorKind === 'service' ? 'service' : 'system');
  return (
    <li className="border-b border-line bg-surface px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="min-w-0 flex-1 basis-72 break-words">
          <b className="font-semibold">{ofAct(row.action)}</b>
          {name !== null && (
            <>
              {' · '}
              <bdi>{row.says[name] ?? name}</bdi>
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
      {isOpen && <AuditChange row={row} />}
    </li>
  );
}
