import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Button, Dialog, ErrorNote, Field, newId, useAct, useGo, useWords, viewKey } from '#platform/ui';
import { copyRole, listRoles, RoleId, type RoleView } from '../contract.ts';
import { rolesWords } from './roles-words.ts';

/** A copy of a role, under a name of its own; it opens to be changed. */
export function CopyRole(props: { readonly role: RoleView; readonly onClose: () => void }): ReactElement {
  const t = useWords(rolesWords);
  const { role } = props;
  const go = useGo();
  const queries = useQueryClient();
  const [id] = useState(() => RoleId.parse(newId()));
  const [name, setName] = useState(() => t('copyName', { name: role.name }).slice(0, 80));
  const copy = useAct(copyRole);
  const make = (): void =>
    copy.mutate(
      { params: { id: role.id }, body: { id, name: name.trim() } },
      {
        onSuccess: async () => {
          await queries.invalidateQueries({ queryKey: viewKey(listRoles).slice(0, 1) });
          props.onClose();
          go(`/settings/roles/${id}`);
        },
      },
    );
  return (
    <Dialog open title={t('copyTitle')} onClose={props.onClose}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
        <p className="text-text-2">{t('copyFrom', { name: role.name })}</p>
        <Field label={t('name')} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        {copy.error && <ErrorNote title={copy.error.message} detail={copy.error.problem.help} />}
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={name.trim() === '' || copy.isPending}>
            {t(copy.isPending ? 'making' : 'make')}
          </Button>
          <Button look="ghost" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
