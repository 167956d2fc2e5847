import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import type { ReactElement } from 'react';
import { useWords } from '#platform/ui';
import type { Tried } from './first-line.ts';
import { sessionWords } from './words.ts';

const looks = {
  good: { Sign: CircleCheck, tone: 'text-success-text' },
  bad: { Sign: CircleAlert, tone: 'text-danger-text' },
  off: { Sign: CircleDashed, tone: 'text-text-3' },
} as const;

/** What the mailbox and the outgoing server answered, in words, before anything of them is saved. */
export function FirstLineFound(props: { readonly tried: Tried | undefined }): ReactElement {
  const t = useWords(sessionWords);
  const { tried } = props;
  return (
    <div role="status" className="mt-3 flex max-w-[760px] flex-col gap-1.5">
      {tried &&
        (['imap', 'smtp'] as const).map((what) => {
          const { Sign, tone } = looks[tried[what].state];
          return (
            <p key={what} className="grid grid-cols-[18px_1fr] gap-x-2">
              <Sign className={`mt-0.5 size-4 ${tone}`} aria-hidden="true" />
              <span>
                <b className={`font-semibold ${tone}`}>{t(what === 'imap' ? 'imapHost' : 'smtpHost')}</b>{' '}
                <span dir="auto">{tried[what].says}</span>
              </span>
            </p>
          );
        })}
      {tried && <p className="text-text-2">{t('triedHint')}</p>}
    </div>
  );
}
