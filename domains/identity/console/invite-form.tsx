import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, CheckField, Field, useWords } from '#platform/ui';
import { inviteTeammate } from '../contract.ts';
import { InvitationLink, type Invited } from './invitation-link.tsx';
import { peopleWords } from './people-words.ts';
import { RoleChoice } from './role-choice.tsx';
import { Refused } from './refused.tsx';
import { Section } from './section.tsx';
import { usePeopleAct } from './use-people-act.ts';

/** Who is invited, with which roles; then their link, and what became of the mail. */
export function InviteForm(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(peopleWords);
  const act = usePeopleAct(inviteTeammate);
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const [roleIds, setRoles] = useState<ReadonlySet<string>>(new Set());
  const [byMail, setByMail] = useState(true);
  const [isAsked, setAsked] = useState(false);
  const [invited, setInvited] = useState<Invited>();
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (roleIds.size === 0) return;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    act.go({ body: { name, address, roleIds: [...roleIds] as never, zone, byMail } }, setInvited);
  };
  if (invited) return <InvitationLink invited={invited} onDone={props.onClose} />;
  return (
    <Section title={t('invite')}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
          <Field
            label={t('name')}
            autoComplete="off"
            required
            autoFocus
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Field
            label={t('address')}
            type="email"
            autoComplete="off"
            required
            value={address}
            onChange={(event) => setAddress(event.target.value)}
          />
        </div>
        <RoleChoice chosen={roleIds} onChange={setRoles} isAsked={isAsked} />
        <CheckField label={t('byMail')} hint={t('byMailHint')} checked={byMail} onChange={setByMail} />
        <Refused by={act.refusal} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={act.isBusy}>
            {t('send')}
          </Button>
          <Button look="ghost" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
