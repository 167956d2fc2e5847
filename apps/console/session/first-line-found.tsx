import { CircleAlert, CircleCheck, CircleDashed, History } from 'lucide-react';
import { type ReactElement, useEffect, useRef } from 'react';
import { Segments, useWords } from '#platform/ui';
import { hasTrouble, type PastSpan, type Tried } from './first-line.ts';
import { sessionWords } from './words.ts';

const looks = {
  good: { Sign: CircleCheck, tone: 'text-success-text' },
  bad: { Sign: CircleAlert, tone: 'text-danger-text' },
  off: { Sign: CircleDashed, tone: 'text-text-3' },
} as const;

/** What the mailbox and the outgoing server answered, in words, before anything of them is saved. */
export function FirstLineFound(props: {
  readonly tried: Tried | undefined;
  readonly isUnknown: boolean;
  readonly past: PastSpan;
  readonly onPast: (past: PastSpan) => void;
}): ReactElement {
  const t = useWords(sessionWords);
  const { tried, isUnknown } = props;
  const box = useRef<HTMLDivElement>(null);
  // on a phone it would come below what is seen, and a press would seem to have done nothing
  useEffect(() => {
    if (tried !== undefined || isUnknown) box.current?.scrollIntoView({ block: 'nearest' });
  }, [tried, isUnknown]);
  return (
    <div ref={box} role="status" className="flex scroll-mb-6 flex-col gap-1.5">
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
      {tried && hasTrouble(tried) && <p className="text-text-2">{t('triedHint')}</p>}
      {isUnknown && <p className="text-warn-text">{t('serversUnknown')}</p>}
      {(tried?.past?.all ?? 0) > 0 && <PastChoice {...props} counts={tried?.past ?? null} />}
    </div>
  );
}

const spans = ['none', 'd7', 'd30', 'all'] as const;

/** What lies there already: how much of it comes in, and as what. */
function PastChoice(props: {
  readonly counts: Tried['past'];
  readonly past: PastSpan;
  readonly onPast: (past: PastSpan) => void;
}): ReactElement {
  const t = useWords(sessionWords);
  const { counts, past } = props;
  const many = { none: 0, d7: counts?.days7 ?? 0, d30: counts?.days30 ?? 0, all: counts?.all ?? 0 }[past];
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="flex items-center gap-2">
          <History className="size-4 text-text-3" aria-hidden="true" />
          {t('pastTake')}
        </span>
        <Segments
          label={t('pastTake')}
          value={past}
          options={spans.map((id) => ({ id, label: t(`past-${id}`) }))}
          onChoose={props.onPast}
        />
        <span className="text-text-2 tabular-nums">
          {past === 'none' ? t('pastNone') : t('pastMany', { count: many })}
        </span>
      </div>
      {counts && counts.unread > 0 && (
        <p className="text-sm text-text-3">{t('pastUnread', { count: counts.unread })}</p>
      )}
    </div>
  );
}
