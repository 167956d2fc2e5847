import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { Scope } from '#platform/contract';
import { AppLink, Button, Chip, ErrorNote, Field, SelectField, useAct, useGo, useWords, viewKey } from '#platform/ui';
import { listRoles, type PermissionView, previewRole, removeRole, type RoleView } from '../contract.ts';
import { CopyRole } from './copy-role.tsx';
import { RoleEffects } from './role-effects.tsx';
import { RolePermissions } from './role-permissions.tsx';
import { rolesWords } from './roles-words.ts';

/** One role: what it allows by heading; one's own is changed here, after a look at what that would mean. */
export function RoleEditor(props: {
  readonly role: RoleView;
  readonly permissions: readonly PermissionView[];
  readonly desks: readonly { readonly id: string; readonly title: string }[];
}): ReactElement {
  const t = useWords(rolesWords);
  const { role } = props;
  const mayChange = role.can.includes('change');
  const [name, setName] = useState(role.name);
  const [deskId, setDesk] = useState(role.deskId);
  const [given, setGiven] = useState<Readonly<Record<string, Scope>>>(role.permissions);
  const [isCopying, setCopying] = useState(false);
  const preview = useAct(previewRole);
  const isChanged =
    name.trim() !== role.name || deskId !== role.deskId || JSON.stringify(given) !== JSON.stringify(role.permissions);
  const look = (): void => preview.mutate({ params: { id: role.id }, body: { permissions: given } });
  return (
    <div className="flex max-w-[860px] flex-col gap-4">
      <header className="flex flex-wrap items-center gap-3">
        <AppLink href="/settings/roles" label={t('back')} current={false} className="rounded-md p-2 hover:bg-surface-2">
          <ArrowLeft className="size-4 rtl:rotate-180" aria-hidden="true" />
        </AppLink>
        <h1 className="min-w-0 flex-1">
          <bdi>{role.name}</bdi>
        </h1>
        <Chip>{t(role.isBuiltIn ? 'builtIn' : 'ownRole')}</Chip>
        <Chip>{t('people', { count: role.people })}</Chip>
        <Button onClick={() => setCopying(true)}>
          <Copy className="size-4" aria-hidden="true" />
          {t('copy')}
        </Button>
      </header>
      {mayChange && (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(220px,1fr))] gap-3">
          <Field label={t('name')} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
          <SelectField
            label={t('desk')}
            value={deskId}
            onChoose={setDesk}
            options={props.desks.map(({ id, title }) => ({ id, label: title }))}
          />
        </div>
      )}
      <RolePermissions permissions={props.permissions} given={given} mayChange={mayChange} onChange={setGiven} />
      {mayChange && (
        <div className="sticky -bottom-6 flex flex-wrap gap-2 border-t border-line bg-surface py-3">
          <Button look="primary" disabled={!isChanged || name.trim() === '' || preview.isPending} onClick={look}>
            {t(preview.isPending ? 'reviewing' : 'review')}
          </Button>
          {role.can.includes('remove') && <RemoveRole role={role} />}
        </div>
      )}
      {preview.error && <ErrorNote title={preview.error.message} detail={preview.error.problem.help} />}
      {preview.data && (
        <RoleEffects
          role={role}
          changes={{ name: name.trim(), deskId, permissions: given }}
          effect={preview.data}
          onClose={() => preview.reset()}
        />
      )}
      {isCopying && <CopyRole role={role} onClose={() => setCopying(false)} />}
    </div>
  );
}

/** Removing asks once, in place. */
function RemoveRole(props: { readonly role: RoleView }): ReactElement {
  const t = useWords(rolesWords);
  const go = useGo();
  const queries = useQueryClient();
  const [isSure, setSure] = useState(false);
  const remove = useAct(removeRole);
  if (!isSure)
    return (
      <Button look="ghost" className="text-danger-text!" onClick={() => setSure(true)}>
        {t('remove')}
      </Button>
    );
  const onSuccess = (): void => {
    void queries.invalidateQueries({ queryKey: viewKey(listRoles).slice(0, 1) });
    go('/settings/roles');
  };
  return (
    <>
      <Button
        look="danger"
        disabled={remove.isPending}
        onClick={() => remove.mutate({ params: { id: props.role.id } }, { onSuccess })}
      >
        {t('removeSure')}
      </Button>
      <Button look="ghost" onClick={() => setSure(false)}>
        {t('keep')}
      </Button>
      {remove.error && <ErrorNote title={remove.error.message} detail={remove.error.problem.help} />}
    </>
  );
}
