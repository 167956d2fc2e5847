import { Check, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, CheckField, copyText, SelectField, TextField, useWords } from '#platform/ui';
import { firstTeamWords } from './first-team-words.ts';
import type { InvitedHere, useInvites } from './use-invites.ts';

const mailWord = { sent: 'mailSent', failed: 'mailFailed', 'not-confirmed': 'mailUnsure' } as const;

/** Step 4: who else works here. Several at once, by mail or by their links. */
export function PeopleStep(props: { readonly invites: ReturnType<typeof useInvites> }): ReactElement {
  const t = useWords(firstTeamWords);
  const { invites } = props;
  return (
    <div className="grid max-w-[620px] gap-4">
      <TextField
        label={t('who')}
        hint={t('whoHint')}
        autoFocus
        rows={4}
        dir="ltr"
        value={invites.text}
        onChange={(event) => invites.setText(event.target.value)}
      />
      {invites.chosen !== undefined && (
        <SelectField
          label={t('role')}
          value={invites.chosen}
          options={invites.roles}
          onChoose={(id) => invites.setChosen(id)}
        />
      )}
      <CheckField
        label={t('byMail')}
        hint={t('byMailHint')}
        checked={invites.byMail}
        onChange={(on) => invites.setByMail(on)}
      />
      {invites.refused.length > 0 && (
        <div role="alert">
          <ul className="flex flex-col gap-1 text-danger-text">
            {invites.refused.map(({ line, why }) => (
              <li key={line}>{why === null ? t('notRead', { line }) : t('refused', { address: line, why })}</li>
            ))}
          </ul>
        </div>
      )}
      {invites.invited.length > 0 && <Links invited={invites.invited} />}
    </div>
  );
}

function Links({ invited }: { readonly invited: readonly InvitedHere[] }): ReactElement {
  const t = useWords(firstTeamWords);
  const [copied, setCopied] = useState<string>();
  const copy = async (what: string, text: string): Promise<void> => {
    if (await copyText(text)) setCopied(what);
  };
  const all = invited.map(({ name, url }) => `${name}: ${url}`).join('\n');
  return (
    <section aria-label={t('invited')} className="rounded-[13px] border border-line">
      <header className="flex flex-wrap items-center gap-3 px-4 py-3">
        <div className="min-w-0 flex-1 basis-52">
          <h2 className="text-md">{t('invited')}</h2>
          <p className="text-sm text-text-2">{t('linkLead')}</p>
        </div>
        <Button size="sm" onClick={() => void copy('all', all)}>
          {copied === 'all' ? <Check /> : <Copy />}
          {t(copied === 'all' ? 'copied' : 'copyAll')}
        </Button>
      </header>
      <ul>
        {invited.map(({ name, address, url, mail }) => (
          <li key={address} className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-2.5">
            <div className="min-w-0 flex-1 basis-52">
              <span className="block font-semibold">
                <bdi>{name}</bdi>
              </span>
              <span className="block text-sm text-text-3">
                <bdi>{address}</bdi>
              </span>
              {mail && (
                <span className={`block text-sm ${mail.outcome === 'sent' ? 'text-success-text' : 'text-warn-text'}`}>
                  {t(mailWord[mail.outcome], { says: mail.says })}
                </span>
              )}
            </div>
            <Button size="sm" aria-label={t('copyOne', { name })} onClick={() => void copy(address, url)}>
              {copied === address ? <Check /> : <Copy />}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
