import { lazy, type ReactElement, Suspense, useState } from 'react';
import { Avatar, Button, Dialog, useAct, useView, useWords } from '#platform/ui';
import { deactivateTeammate, endSessionsOf, listSessionsOf, type TeammateView } from '../contract.ts';
import { peopleWords } from './people-words.ts';
import { Refused } from './refused.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { Row } from './section.tsx';
import { SessionRows } from './sessions-part.tsx';
import { useDone } from './use-done.tsx';
import { usePeopleAct } from './use-people-act.ts';

const SsoLinkDialog = lazy(async () => ({ default: (await import('./sso-link-dialog.tsx')).SsoLinkDialog }));
const PersonSightDialog = lazy(async () => ({ default: (await import('./person-sight.tsx')).PersonSightDialog }));

/** Somebody who works here: their roles, their sessions, and the way out. */
export function PersonRow(props: { readonly person: TeammateView }): ReactElement {
  const t = useWords(peopleWords);
  const done = useDone();
  const deactivate = usePeopleAct(deactivateTeammate);
  const [open, setOpen] = useState<'roles' | 'sight' | 'sso' | 'sessions' | 'deactivate' | null>(null);
  const { id, name, address, roles, can } = props.person;
  const close = (): void => setOpen(null);
  return (
    <Row
      title={
        <>
          <Avatar name={name} sizePx={24} />
          <bdi>{name}</bdi>
        </>
      }
      facts={
        <>
          <bdi>{address}</bdi>
          {roles.length > 0 && `, ${roles.map((role) => role.name).join(', ')}`}
        </>
      }
    >
      {can.includes('give-roles') && (
        <Button size="sm" aria-label={t('rolesOne', { name })} onClick={() => setOpen('roles')}>
          {t('roles')}
        </Button>
      )}
      <Button size="sm" aria-label={t('sightOne', { name })} onClick={() => setOpen('sight')}>
        {t('sight')}
      </Button>
      <Button size="sm" aria-label={t('sessionsOne', { name })} onClick={() => setOpen('sessions')}>
        {t('sessions')}
      </Button>
      {can.includes('release-sso') && (
        <Button size="sm" aria-label={t('ssoOne', { name })} onClick={() => setOpen('sso')}>
          {t('sso')}
        </Button>
      )}
      {can.includes('deactivate') && (
        <Button size="sm" aria-label={t('deactivateOne', { name })} onClick={() => setOpen('deactivate')}>
          {t('deactivate')}
        </Button>
      )}
      {open === 'roles' && <RolesDialog person={props.person} onClose={close} />}
      <Suspense fallback={null}>
        {open === 'sight' && <PersonSightDialog person={props.person} onClose={close} />}
        {open === 'sso' && <SsoLinkDialog person={props.person} onClose={close} />}
      </Suspense>
      {open === 'sessions' && <SessionsDialog person={props.person} onClose={close} />}
      <Dialog
        open={open === 'deactivate'}
        onClose={close}
        title={t('deactivateOne', { name })}
        foot={
          <>
            <Button onClick={close}>{t('keep')}</Button>
            <Button
              look="danger"
              disabled={deactivate.isBusy}
              onClick={() =>
                deactivate.go({ params: { id } }, () => {
                  close();
                  done(t('deactivated', { name }));
                })
              }
            >
              {t('deactivate')}
            </Button>
          </>
        }
      >
        <p>{t('deactivateSure', { name })}</p>
        <Refused by={deactivate.refusal} />
      </Dialog>
    </Row>
  );
}

/** Where somebody is signed in, for administrators; all of it ends at once. */
function SessionsDialog(props: { readonly person: TeammateView; readonly onClose: () => void }): ReactElement {
  const t = useWords(peopleWords);
  const done = useDone();
  const { id, name } = props.person;
  const sessions = useView(listSessionsOf, { params: { id } });
  const end = useAct(endSessionsOf);
  const rows = sessions.data?.rows;
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('sessionsOne', { name })}
      wide
      foot={
        <>
          <Button onClick={props.onClose}>{t('close')}</Button>
          <Button
            look="danger"
            disabled={end.isPending || rows?.length === 0}
            onClick={() =>
              end.mutate(
                { params: { id } },
                {
                  onSuccess: () => {
                    props.onClose();
                    done(t('signedOut', { name }));
                  },
                },
              )
            }
          >
            {t('signOut')}
          </Button>
        </>
      }
    >
      {rows?.length === 0 && <p className="text-text-2">{t('noSessions')}</p>}
      {rows && <SessionRows sessions={rows} />}
      <Refused by={sessions.error ?? end.error} />
    </Dialog>
  );
}
