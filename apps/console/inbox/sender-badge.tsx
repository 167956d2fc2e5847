import { ShieldAlert, ShieldCheck, ShieldQuestion } from 'lucide-react';
import type { ReactElement } from 'react';
import { cx, useWords, words } from '#platform/ui';
import type { EntryView } from './views.ts';

type Check = NonNullable<NonNullable<EntryView['evidence']>['senderCheck']>;

export const checkWords = words('sender-check', {
  pass: 'Sender proven',
  fail: 'Not from who it says',
  unknown: 'Sender not proven',
  none: 'Sender not checked',
  apart: 'It stands apart from that customer’s record. Ask by another way before you answer.',
});

const looks = {
  pass: { Sign: ShieldCheck, tone: 'text-text-3' },
  fail: { Sign: ShieldAlert, tone: 'text-danger-text font-semibold' },
  unknown: { Sign: ShieldQuestion, tone: 'text-text-3' },
  none: { Sign: ShieldQuestion, tone: 'text-text-3' },
} as const;

/** Whether the sender is who they say: a word with its sign, the sentence behind it, loud only where it failed. */
export function SenderBadge({ check }: { readonly check: Check }): ReactElement {
  const t = useWords(checkWords);
  const { Sign, tone } = looks[check.verdict];
  return (
    <p className={cx('mb-1 flex flex-wrap items-center gap-x-1.5 text-xs', tone)} title={check.says}>
      <Sign className="size-3.5 flex-none" aria-hidden="true" />
      <span>{t(check.verdict)}</span>
      {check.verdict === 'fail' ? (
        <span dir="auto" className="basis-full font-normal">
          {check.says} {t('apart')}
        </span>
      ) : (
        <span className="sr-only">{check.says}</span>
      )}
    </p>
  );
}
