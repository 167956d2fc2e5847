import { type ReactElement, useId, useState, type FormEvent } from 'react';
import { Button, Dialog, useWords } from '#platform/ui';
import { giveRoles, type TeammateView } from '../contract.ts';
import { peopleWords } from './people-words.ts';
import { Refused } from './refused.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useDone } from './use-done.tsx';
import { usePeopleAct } from './use-people-act.ts';

/** Says which roles somebody has; it holds from their next request on. */
export function RolesDialog(props: { readonly person: TeammateView; readonly onClose: () => void }): ReactElement {
  const t = useWords(peopleWords);
  const form = useId();
  const done = useDone();
  const give = usePeopleAct(giveRoles);
  const { id, name, roles } = props.person;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(roles.map((role) => role.id)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.size === 0) return;
    give.go({ params: { id }, body: { roleIds: [...chosen] as never } }, () => {
      props.onClose();
      done(t('rolesGiven', { name }));
    });
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('rolesOne', { name })}
      wide
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={form} disabled={give.isBusy || chosen.size === 0}>
            {t('giveRoles')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <RoleChoice chosen={chosen} onChange={setChosen} isAsked />
        <Refused by={give.refusal} />
      </form>
    </Dialog>
  );
}
