import type { ReactElement } from 'react';
import { AppLink, Chip, EmptyState, ErrorNote, Skeleton, useView, useWords } from '#platform/ui';
import { listRoles, type RoleView } from '../contract.ts';
import { RoleEditor } from './role-editor.tsx';
import { rolesWords } from './roles-words.ts';

const rowHeightPx = 56;

/** Settings > Roles: what each role allows, in words; copies of them are changed here. */
export function RolesPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(rolesWords);
  const { data, error } = useView(listRoles, {});
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{error.problem.help}</EmptyState>;
  if (error) return <ErrorNote title={t('failed')} detail={error.message} />;
  if (!data) return <Skeleton rows={8} rowHeightPx={rowHeightPx} label={t('loading')} />;
  if (props.rest !== '') {
    const role = data.rows.find(({ id }) => id === props.rest);
    if (!role)
      return (
        <EmptyState title={t('noRole')}>
          <AppLink href="/settings/roles" label={t('back')} current={false} className="underline">
            {t('back')}
          </AppLink>
        </EmptyState>
      );
    return <RoleEditor key={role.id} role={role} permissions={data.permissions} desks={data.desks} />;
  }
  const own = data.rows.filter(({ isBuiltIn }) => !isBuiltIn);
  return (
    <div className="flex flex-col gap-4">
      <header>
        <h1>{t('title')}</h1>
        <p className="text-text-2">{t('lead')}</p>
      </header>
      {own.length > 0 && <RoleList title={t('ownRole')} rows={own} />}
      <RoleList title={t('builtIn')} rows={data.rows.filter(({ isBuiltIn }) => isBuiltIn)} />
    </div>
  );
}

function RoleList(props: { readonly title: string; readonly rows: readonly RoleView[] }): ReactElement {
  const t = useWords(rolesWords);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-md font-semibold">{props.title}</h2>
      <ul className="overflow-hidden rounded-lg border border-line">
        {props.rows.map((role) => (
          <li key={role.id} className="border-b border-line bg-surface last:border-b-0">
            <AppLink
              href={`/settings/roles/${role.id}`}
              label={role.name}
              current={false}
              className="flex min-h-12 flex-wrap items-center gap-3 px-4 py-2 hover:bg-surface-2"
            >
              <bdi className="min-w-0 flex-1 basis-52 font-semibold">{role.name}</bdi>
              {role.people > 0 && <Chip>{t('people', { count: role.people })}</Chip>}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
