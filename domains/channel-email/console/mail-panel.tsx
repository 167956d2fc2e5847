import { CircleCheck, CircleHelp, CircleX, FileCode, Lock, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, ErrorNote, Skeleton, useNow, useView, useWords, whenOf } from '#platform/ui';
import { getLedgerMail, type LedgerMail, MailId } from '../contract.ts';
import { AlwaysMenu } from './always-menu.tsx';
import { KindChip } from './kinds.tsx';
import { ConversationLink } from './ledger-table.tsx';
import { ledgerWords } from './ledger-words.ts';
import { ReadAsField } from './read-as-field.tsx';
import { Places } from './places.tsx';

const bytesPerKb = 1000;
const aside =
  'flex w-[372px] flex-none flex-col gap-3.5 overflow-y-auto border-s border-line bg-surface px-5 py-4 max-full:w-full max-full:border-s-0';

/** One mail of the ledger: what became of it and why, where it can be put, what it says, the whole source. */
export function MailPanel(props: { readonly mailId: string; readonly onClose: () => void }): ReactElement {
  const t = useWords(ledgerWords);
  const now = useNow();
  const { data: mail, error } = useView(getLedgerMail, { params: { id: MailId.parse(props.mailId) } });
  return (
    <aside aria-label={mail?.subject || t('theMail')} data-pane="panel" className={aside}>
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          {mail && (
            <p className="flex items-center gap-2 text-xs text-text-3">
              <KindChip kind={mail.kind} />
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
      {error && <ErrorNote title={error.problem.title} detail={error.problem.detail ?? t('tryAgain')} />}
      {!mail && !error && <Skeleton rows={4} rowHeightPx={48} label={t('loading')} />}
      {mail && <Body mail={mail} />}
    </aside>
  );
}

function Body(props: { readonly mail: LedgerMail }): ReactElement {
  const t = useWords(ledgerWords);
  const { mail } = props;
  const isParked = mail.can.includes('recover');
  return (
    <>
      <Facts mail={mail} />
      {isParked && <Places mail={mail} />}
      {mail.conversationId !== null && (
        <p className="flex items-center gap-2">
          <span className="text-text-3">{t('whereItStands')}</span>
          <ConversationLink row={mail} />
        </p>
      )}
      <section aria-label={t('theMail')}>
        <h3 className="mb-1 text-xs font-semibold text-text-3">{t('theMail')}</h3>
        <p dir="auto" className="line-clamp-[12] text-body leading-[21px] break-words whitespace-pre-line">
          {mail.text || t('noText')}
        </p>
      </section>
      <ReadAsField mail={mail} />
      <Signs mail={mail} />
      <Raw mail={mail} />
      {isParked && (
        <p className="mt-auto flex items-center gap-1.5 text-xs text-text-3">
          <Lock aria-hidden="true" className="size-3 flex-none" />
          {t('keptWhole')}
        </p>
      )}
      <div className="grid grid-cols-2 gap-2">
        <a
          href={`/api/ledger/${mail.id}/source`}
          download
          className="inline-flex h-8 items-center justify-center gap-1.5 rounded-md border border-line-2 px-3 font-control hover:bg-hover max-phone:h-10"
        >
          <FileCode aria-hidden="true" className="size-4" />
          {t('source')}
        </a>
        <AlwaysMenu mail={mail} />
      </div>
    </>
  );
}

const senderLooks = {
  pass: { Sign: CircleCheck, tone: 'text-success-text' },
  fail: { Sign: CircleX, tone: 'text-danger-text' },
  none: { Sign: CircleHelp, tone: 'text-text-3' },
  unknown: { Sign: CircleHelp, tone: 'text-warn-text' },
} as const;

/** Whole or not, whether its sender is proven, and why it has this fate: three plain lines. */
function Facts(props: { readonly mail: LedgerMail }): ReactElement {
  const t = useWords(ledgerWords);
  const { mail } = props;
  const size = Math.max(1, Math.round(mail.sizeBytes / bytesPerKb));
  const whole = { size, door: mail.door.toUpperCase() };
  const sender = mail.sender ? senderLooks[mail.sender.verdict] : undefined;
  const checks = (['spf', 'dkim', 'dmarc', 'arc'] as const).flatMap((name) => {
    const found = mail.sender?.[name];
    return found === undefined ? [] : [{ name: name.toUpperCase(), found }];
  });
  return (
    <ul className="flex flex-col gap-2">
      <Fact Sign={CircleCheck} tone="text-success-text">
        {mail.files === 0 ? t('wholeNone', whole) : t('whole', { ...whole, count: mail.files })}
      </Fact>
      {mail.sender && sender && (
        <Fact Sign={sender.Sign} tone={sender.tone}>
          <span dir="auto">{mail.sender.says}</span>
          {checks.length > 0 && (
            <span role="group" aria-label={t('checks')} className="mt-1 flex flex-wrap gap-x-3 text-xs text-text-2">
              {checks.map(({ name, found }) => (
                <bdi key={name}>
                  {name} <b className="font-semibold">{found}</b>
                </bdi>
              ))}
            </span>
          )}
        </Fact>
      )}
      <Fact Sign={CircleHelp} tone="text-warn-text">
        <b dir="auto" className="font-semibold">
          {mail.why}
        </b>
      </Fact>
    </ul>
  );
}

function Fact(props: {
  readonly Sign: typeof CircleCheck;
  readonly tone: string;
  readonly children: React.ReactNode;
}): ReactElement {
  const { Sign } = props;
  return (
    <li className="grid grid-cols-[18px_minmax(0,1fr)] gap-x-2">
      <Sign aria-hidden="true" className={`mt-0.5 size-4 ${props.tone}`} />
      <div>{props.children}</div>
    </li>
  );
}

/** Every sign that was weighed, folded: the evidence behind the one sentence. */
function Signs(props: { readonly mail: LedgerMail }): ReactElement | null {
  const t = useWords(ledgerWords);
  const { mail } = props;
  if (mail.signs.length === 0) return null;
  return (
    <details>
      <summary className="cursor-pointer text-xs font-semibold text-text-3 max-phone:py-2.5">{t('signs')}</summary>
      <dl className="mt-1.5 flex flex-col gap-1.5">
        {mail.signs.map((sign, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- two signs may say the same of two ids.
          <div key={place}>
            <dt className="text-text-2">{sign.sign}</dt>
            <dd dir="auto" className="text-xs break-words text-text-3">
              {sign.seen}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Raw(props: { readonly mail: LedgerMail }): ReactElement {
  const t = useWords(ledgerWords);
  const { mail } = props;
  return (
    <section aria-label={t('raw')}>
      <h3 className="mb-1 text-xs font-semibold text-text-3">{t('raw')}</h3>
      <pre
        dir="ltr"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reached by the keyboard.
        tabIndex={0}
        aria-label={t('raw')}
        role="region"
        className="max-h-48 overflow-auto rounded-md bg-surface-3 px-3 py-2 font-mono text-xs leading-[18px] break-words whitespace-pre-wrap text-text-2"
      >
        {mail.raw}
      </pre>
      {mail.rawIsCut && <p className="text-xs text-text-3">{t('rawCut')}</p>}
    </section>
  );
}
