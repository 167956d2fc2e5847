import { FileCode, Lock, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, Skeleton, useNow, useView, useWords, whenOf } from '#platform/ui';
import { getLedgerMail, MailId } from '../contract.ts';
import { FateChip } from './ledger-table.tsx';
import { RecoverButton } from './recover-button.tsx';
import { mailWords } from './words.ts';

const bytesPerKb = 1000;

/** One mail of the ledger: its fate and why, the signs that decided it, the mail as it came, the whole source. */
export function MailPanel(props: { readonly mailId: string; readonly onClose: () => void }): ReactElement {
  const t = useWords(mailWords);
  const now = useNow();
  const { data: mail, error } = useView(getLedgerMail, { params: { id: MailId.parse(props.mailId) } });
  return (
    <aside
      aria-label={mail?.subject ?? t('raw')}
      data-pane="panel"
      className="flex w-[400px] flex-none flex-col gap-3.5 overflow-y-auto border-s border-line bg-surface px-5 py-4 max-full:w-full max-full:border-s-0"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          {mail && (
            <p className="flex items-center gap-2 text-xs text-text-3">
              <FateChip fate={mail.fate} />
              {whenOf(mail.arrivedAt, now)}
            </p>
          )}
          <h2 dir="auto" className="mt-1.5 break-words">
            {mail?.subject || t('noSubject')}
          </h2>
          <p className="break-words text-text-3">
            <bdi>{mail?.from ?? t('nobody')}</bdi>
          </p>
        </div>
        <Button look="ghost" size="sm" square aria-label={t('closePanel')} onClick={props.onClose}>
          <X />
        </Button>
      </div>
      {error && <ErrorNote title={t('failed')} detail={error.problem.title} />}
      {!mail && !error && <Skeleton rows={4} rowHeightPx={48} label={t('loading')} />}
      {mail && (
        <>
          <div>
            <p dir="auto" className="font-semibold">
              {mail.why}
            </p>
            <p className="text-xs text-text-3">
              {t('size', { size: Math.max(1, Math.round(mail.sizeBytes / bytesPerKb)), door: mail.door.toUpperCase() })}
            </p>
          </div>
          {mail.can.includes('recover') && (
            <>
              <p className="flex items-center gap-1.5 text-xs text-text-3">
                <Lock className="size-3" />
                {t('never')}
              </p>
              <div>
                <RecoverButton row={mail} large />
              </div>
            </>
          )}
          {mail.signs.length > 0 && (
            <section aria-label={t('signs')}>
              <h3 className="mb-1 text-xs font-semibold text-text-3">{t('signs')}</h3>
              <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1">
                {mail.signs.map((sign) => (
                  <div key={sign.sign + sign.seen} className="contents">
                    <dt className="text-text-3">{sign.sign}</dt>
                    <dd dir="auto" className="break-words">
                      {sign.seen}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          )}
          <section aria-label={t('raw')}>
            <h3 className="mb-1 text-xs font-semibold text-text-3">{t('raw')}</h3>
            <pre
              dir="ltr"
              // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by the keyboard.
              tabIndex={0}
              className="max-h-80 overflow-auto rounded-md bg-surface-3 px-3 py-2 font-mono text-xs leading-[18px] break-words whitespace-pre-wrap text-text-2"
            >
              {mail.raw}
            </pre>
            {mail.rawIsCut && <p className="text-xs text-text-3">{t('rawCut')}</p>}
          </section>
          <a
            href={`/api/ledger/${mail.id}/source`}
            download
            className="inline-flex h-8 items-center gap-1.5 self-start rounded-md border border-line-2 px-3 font-control hover:bg-hover max-phone:h-10"
          >
            <FileCode className="size-4" />
            {t('source')}
          </a>
        </>
      )}
    </aside>
  );
}
