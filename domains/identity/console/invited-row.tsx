import { type ReactElement, useState } from 'react';
import { Button, fullMomentOf, useNow, useWords, whenOf } from '#platform/ui';
import { type InvitationView, renewInvitation, revokeInvitation } from '../contract.ts';
import { InvitationLink, type Invited } from './invitation-link.tsx';
import { peopleWords } from './people-words.ts';
import { Refused } from './refused.tsx';
import { Row } from './section.tsx';
import { useDone } from './use-done.tsx';
import { usePeopleAct } from './use-people-act.ts';

/** Somebody who has not come in yet: until when their link opens, another one, or none. */
export function InvitedRow(props: { readonly row: InvitationView }): ReactElement {
  const t = useWords(peopleWords);
  const now = useNow();
  const done = useDone();
  const renew = usePeopleAct(renewInvitation);
  const revoke = usePeopleAct(revokeInvitation);
  const [invited, setInvited] = useState<Invited>();
  const { teammate, opensUntil } = props.row;
  const { id, name, address } = teammate;
  if (invited)
    return (
      <li className="py-2">
        <InvitationLink invited={invited} onDone={() => setInvited(undefined)} />
      </li>
    );
  return (
    <Row
      title={<bdi>{name}</bdi>}
      facts={
        <>
          <bdi>{address}</bdi>
          {', '}
          {teammate.roles.map((role) => role.name).join(', ')}
          {', '}
          {opensUntil === null ? (
            t('opensNot')
          ) : (
            <>
              {t('opensUntil')} <time title={fullMomentOf(opensUntil)}>{whenOf(opensUntil, now)}</time>
            </>
          )}
        </>
      }
    >
      <Button
        size="sm"
        aria-label={t('againOne', { name })}
        disabled={renew.isBusy}
        onClick={() => renew.go({ params: { id }, body: { byMail: true } }, setInvited)}
      >
        {t('again')}
      </Button>
      {opensUntil !== null && (
        <Button
          size="sm"
          aria-label={t('endOne', { name })}
          disabled={revoke.isBusy}
          onClick={() => revoke.go({ params: { id } }, () => done(t('ended', { name })))}
        >
          {t('end')}
        </Button>
      )}
      <Refused by={renew.refusal ?? revoke.refusal} />
    </Row>
  );
}
