import { Mail, MessageCircle, Phone, Tent } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { siteOriginOf } from '#domains/channel-chat/console';
import { ComboField, cx, Field, radioKeys, radioTabIndex, useWords } from '#platform/ui';
import { sessionWords } from './words.ts';

/** What has been typed so far. */
export interface Draft {
  readonly ownerName: string;
  readonly address: string;
  readonly password: string;
  readonly workspaceName: string;
  readonly zone: string;
  readonly lineKind: 'mail' | 'chat' | 'phone' | 'later';
  readonly mailbox: string;
  readonly imapHost: string;
  readonly imapPassword: string;
  readonly smtpHost: string;
  readonly website: string;
  /** Drawn once, so that going on twice opens one line; empty until then. */
  readonly siteKey: string;
}

interface StepProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** Fewest characters of a password; the server asks the same. */
const passwordLength = 10;

/** Step 1: the owner. */
export function YouStep({ draft, change }: StepProps): ReactElement {
  const t = useWords(sessionWords);
  return (
    <div className="grid max-w-[560px] gap-3">
      <Field
        label={t('name')}
        autoComplete="name"
        required
        autoFocus
        value={draft.ownerName}
        onChange={(event) => change({ ownerName: event.target.value })}
      />
      <Field
        label={t('email')}
        type="email"
        autoComplete="username"
        required
        value={draft.address}
        onChange={(event) => change({ address: event.target.value })}
      />
      <Field
        label={t('password')}
        type="password"
        autoComplete="new-password"
        required
        minLength={passwordLength}
        hint={t('passwordHint')}
        value={draft.password}
        onChange={(event) => change({ password: event.target.value })}
      />
    </div>
  );
}

/** Step 2: the organisation. */
export function OrganisationStep({ draft, change }: StepProps): ReactElement {
  const t = useWords(sessionWords);
  return (
    <div className="grid max-w-[560px] gap-3">
      <Field
        label={t('workspaceName')}
        autoComplete="organization"
        required
        autoFocus
        value={draft.workspaceName}
        onChange={(event) => change({ workspaceName: event.target.value })}
      />
      <ComboField
        label={t('zone')}
        required
        value={draft.zone}
        offered={Intl.supportedValuesOf('timeZone')}
        onText={(zone) => change({ zone })}
      />
    </div>
  );
}

const kinds = [
  { id: 'mail', icon: <Mail className="size-[18px]" /> },
  { id: 'chat', icon: <MessageCircle className="size-[18px]" /> },
  { id: 'phone', icon: <Phone className="size-[18px]" /> },
  { id: 'later', icon: <Tent className="size-[18px]" /> },
] as const;

/** Step 3: where customers write; what the servers of an address answered stands with its fields. */
export function LineStep({ draft, change, children }: StepProps & { readonly children: ReactNode }): ReactElement {
  const t = useWords(sessionWords);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus; the keys are theirs.
    <div role="radiogroup" aria-label={t('firstLine')} onKeyDown={radioKeys} className="flex flex-col gap-2.5">
      {kinds.map(({ id, icon }) => {
        const on = draft.lineKind === id;
        return (
          <div
            key={id}
            className={cx(
              'overflow-hidden rounded-[13px] border',
              on ? 'border-brand ring-1 ring-brand' : 'border-line-2',
            )}
          >
            <button
              type="button"
              role="radio"
              aria-checked={on}
              tabIndex={radioTabIndex(on, false, true)}
              aria-label={`${t(`${id}Title`)}. ${t(`${id}Hint`)}`}
              onClick={() => change({ lineKind: id })}
              className="flex w-full items-center gap-3.5 px-4 py-[13px] text-start"
            >
              <span className="grid size-10 flex-none place-items-center rounded-[11px] bg-brand-soft text-brand-text">
                {icon}
              </span>
              <span className="min-w-0 flex-1">
                <b className="block text-body">{t(`${id}Title`)}</b>
                <span className="block text-sm text-text-2">{t(`${id}Hint`)}</span>
              </span>
              <span
                className={cx(
                  'grid size-5 flex-none place-items-center rounded-full border-[1.5px]',
                  on ? 'border-brand' : 'border-line-control',
                )}
                aria-hidden="true"
              >
                {on && <span className="size-2.5 rounded-full bg-brand" />}
              </span>
            </button>
            {on && id === 'mail' && (
              <MailFields draft={draft} change={change}>
                {children}
              </MailFields>
            )}
            {on && id === 'chat' && <WebsiteField draft={draft} change={change} />}
          </div>
        );
      })}
    </div>
  );
}

function MailFields({ draft, change, children }: StepProps & { readonly children: ReactNode }): ReactElement {
  const t = useWords(sessionWords);
  return (
    <div className="grid grid-cols-2 gap-x-3.5 gap-y-2.5 border-t border-brand bg-surface-2 px-4 pt-3.5 pb-4 max-phone:grid-cols-1">
      <div className="col-span-full">
        <Field
          label={t('address')}
          type="email"
          value={draft.mailbox}
          onChange={(event) => change({ mailbox: event.target.value })}
        />
      </div>
      <Field
        label={t('imapHost')}
        value={draft.imapHost}
        placeholder="imap.example.com"
        hint={t('imapHint')}
        onChange={(event) => change({ imapHost: event.target.value })}
      />
      <Field
        label={t('imapPassword')}
        type="password"
        autoComplete="off"
        value={draft.imapPassword}
        onChange={(event) => change({ imapPassword: event.target.value })}
      />
      <div className="col-span-full">
        <Field
          label={t('smtpHost')}
          value={draft.smtpHost}
          placeholder="smtp.example.com"
          hint={t('smtpHint')}
          onChange={(event) => change({ smtpHost: event.target.value })}
        />
      </div>
      <div className="col-span-full empty:hidden">{children}</div>
    </div>
  );
}

function WebsiteField({ draft, change }: StepProps): ReactElement {
  const t = useWords(sessionWords);
  const isWrong = draft.website.trim() !== '' && siteOriginOf(draft.website) === null;
  return (
    <div className="border-t border-brand bg-surface-2 px-4 pt-3.5 pb-4">
      <Field
        label={t('website')}
        dir="ltr"
        inputMode="url"
        autoComplete="url"
        placeholder="https://www.example.com"
        hint={t('websiteHint')}
        problem={isWrong ? t('websiteWrong') : undefined}
        value={draft.website}
        onChange={(event) => change({ website: event.target.value })}
      />
    </div>
  );
}
