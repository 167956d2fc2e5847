import { useQueryClient } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, useAct, useNow, useView, useWords, viewKey, whenOf } from '#platform/ui';
import { type AuditCheckView, readAuditCheck, verifyAudit } from '../contract.ts';
import { auditWords } from './audit-words.ts';

/** How far the log was verified, what was found, and to verify it now. */
export function AuditCheck(): ReactElement | null {
  const t = useWords(auditWords);
  const queries = useQueryClient();
  const { data } = useView(readAuditCheck, {});
  const verify = useAct(verifyAudit);
  if (!data) return null;
  const isBad = data.troubles.length > 0;
  const Icon = isBad ? ShieldAlert : ShieldCheck;
  const run = (): void =>
    verify.mutate({ body: {} }, { onSuccess: (view) => queries.setQueryData(viewKey(readAuditCheck), view) });
  return (
    <section
      aria-label={t('verify')}
      className="flex flex-col gap-2 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <div className="flex flex-wrap items-center gap-3">
        <Icon className={isBad ? 'size-5 text-danger-text' : 'size-5 text-text-2'} aria-hidden="true" />
        <p role="status" className="min-w-0 flex-1 basis-60">
          {isBad ? <b className="font-semibold text-danger-text">{t('tampered')}</b> : <State check={data} />}
        </p>
        <Button disabled={verify.isPending} onClick={run}>
          {t(verify.isPending ? 'verifying' : 'verify')}
        </Button>
      </div>
      {verify.error && <ErrorNote title={t('verifyFailed')} detail={verify.error.message} />}
      {isBad && <Troubles check={data} />}
      {data.unchained > 0 && <p className="text-sm text-text-3">{t('unchained', { count: data.unchained })}</p>}
      {!isBad && data.position > 0 && (
        <p className="text-sm text-text-3">
          {t('keepHash')}: <code className="break-all">{`${data.position} ${data.hash}`}</code>
        </p>
      )}
    </section>
  );
}

function State(props: { readonly check: AuditCheckView }): ReactElement {
  const t = useWords(auditWords);
  const nowMs = useNow();
  const { checkedAt, checkedByName, position, lines } = props.check;
  if (checkedAt === null) return <>{t('never')}</>;
  const when = whenOf(checkedAt, nowMs);
  return (
    <>
      <b className="font-semibold">{t('verifiedTo', { position, lines })}</b>{' '}
      <span className="text-text-2">
        {checkedByName === null ? t('byNight', { when }) : t('by', { name: checkedByName, when })}
      </span>
    </>
  );
}

function Troubles(props: { readonly check: AuditCheckView }): ReactElement {
  const t = useWords(auditWords);
  return (
    <div role="alert" className="text-danger-text">
      <ul className="list-disc ps-5">
        {props.check.troubles.map(({ kind, position }) => (
          <li key={`${kind}${position}`}>{t(`trouble_${kind}`, { position })}</li>
        ))}
      </ul>
      <p>{t('tamperedSays')}</p>
    </div>
  );
}
