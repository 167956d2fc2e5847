import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, CheckField, Field, useView, useWords } from '#platform/ui';
import { inviteTeammate, listRoles } from '../contract.ts';
import { InvitationLink, type Invited } from './invitation-link.tsx';
import { peopleWords } from './people-words.ts';
import { Refused } from './refused.tsx';
import { Section } from './section.tsx';
import { usePeopleAct } from './use-people-act.ts';

/** Who is invited, with which roles; then their link, and what became of the mail. */
export function InviteForm(props: { readonly onClose: () => void }): ReactElement {
  const t = useWords(peopleWords);
  const roles = useView(listRoles, {}).data?.rows ?? [];
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
        <fieldset className="flex flex-col gap-2">
          <legend className="font-semibold">{t('roles')}</legend>
          <p className="text-text-2">{t('rolesHint')}</p>
          <div className="grid grid-cols-3 gap-1.5 max-phone:grid-cols-1">
            {roles.map((role) => (
              <CheckField
                key={role.id}
                label={role.name}
                checked={roleIds.has(role.id)}
                onChange={(isOn) =>
                  setRoles(new Set(isOn ? [...roleIds, role.id] : [...roleIds].filter((one) => one !== role.id)))
                }
              />
            ))}
          </div>
        </fieldset>
        {isAsked && roleIds.size === 0 && (
          <p role="alert" className="text-danger-text">
            {t('chooseRole')}
          </p>
        )}
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
