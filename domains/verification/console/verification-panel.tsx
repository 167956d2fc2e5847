import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { lazy, type ReactElement, Suspense, useState } from 'react';
import { listTeammates } from '#domains/identity/contract';
import { Button, ErrorNote, useAct, useNow, usePages, useView, useWords, whenOf } from '#platform/ui';
import { endVerification, listVerifications, type VerificationView } from '../contract.ts';
import { useVerificationsChanged } from './use-changed.ts';
import { verificationWords } from './words.ts';

const VerifyDialog = lazy(async () => ({ default: (await import('./verify-dialog.tsx')).VerifyDialog }));
/** How many of before stay in sight below what holds now. */
const beforeLimit = 2;

/** Who was checked and what may be said, before anything is; nothing where the brand has no way to check. */
export function VerificationPanel(props: { readonly conversationId: string }): ReactElement | null {
  const t = useWords(verificationWords);
  const now = useNow();
  const [isChecking, setChecking] = useState(false);
  const { data, error } = useView(listVerifications, { params: { conversationId: props.conversationId } } as never);
  if (error && !data) return <ErrorNote title={error.problem.title} detail={error.problem.help} />;
  if (!data || (data.ways.length === 0 && data.rows.length === 0)) return null;
  const isOver = (row: VerificationView): boolean => Date.parse(row.until) <= now;
  const holding = data.rows.filter((row) => row.passed && !isOver(row));
  const before = data.rows.filter((row) => !holding.includes(row)).slice(0, beforeLimit);
  return (
    <div className="flex flex-col gap-2.5">
      {holding.length === 0 && (
        <p className="flex items-start gap-2 rounded-md bg-warn-soft px-2.5 py-2 text-warn-text">
          <ShieldAlert className="mt-px size-3.5 flex-none" />
          {t('notChecked')}
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {[...holding, ...before].map((row) => (
          <Checked key={row.id} row={row} isOver={isOver(row)} mayEnd={data.can.includes('verify')} />
        ))}
      </ul>
      {data.can.includes('verify') && data.ways.length > 0 && (
        <Button size="sm" className="self-start" onClick={() => setChecking(true)}>
          <ShieldCheck className="size-3.5" />
          {t('check')}
        </Button>
      )}
      {isChecking && (
        <Suspense fallback={null}>
          <VerifyDialog conversationId={props.conversationId} ways={data.ways} onClose={() => setChecking(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Checked(props: {
  readonly row: VerificationView;
  readonly isOver: boolean;
  readonly mayEnd: boolean;
}): ReactElement {
  const t = useWords(verificationWords);
  const now = useNow();
  const { row, isOver } = props;
  const end = useAct(endVerification);
  const changed = useVerificationsChanged();
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const who = people.find((one) => one.id === row.checkedBy)?.name ?? t('somebody');
  const holds = row.passed && !isOver;
  const held = row.endsWithCall ? 'holdsInCall' : 'holds';
  const until = isOver ? 'over' : held;
  return (
    <li className="flex flex-col gap-0.5">
      <span dir="auto" className={holds ? 'font-semibold text-success-text' : 'text-text-2'}>
        {t(row.passed ? 'checked' : 'failed', { whom: row.whom || t('erased') })}
      </span>
      {holds && (
        <span dir="auto">
          {t('allows')}: {row.allows}
        </span>
      )}
      <span className="text-xs text-text-3">
        {t('byWhom', { way: row.wayName, who, when: whenOf(row.checkedAt, now) })}
        {row.passed && ` · ${t(until, { when: whenOf(row.until, now) })}`}
      </span>
      {holds && props.mayEnd && (
        <Button
          size="xs"
          className="self-start"
          disabled={end.isPending}
          onClick={() => end.mutate({ params: { id: row.id } as never }, { onSuccess: changed })}
        >
          {t('end')}
        </Button>
      )}
      {end.error && <ErrorNote title={end.error.problem.title} detail={end.error.problem.help} />}
    </li>
  );
}
