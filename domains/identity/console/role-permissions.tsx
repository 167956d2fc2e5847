import { type ReactElement, useId } from 'react';
import { type Scope, scopes } from '#platform/contract';
import { useWords } from '#platform/ui';
import type { PermissionView } from '../contract.ts';
import { rolesWords } from './roles-words.ts';

const groups = ['conversations', 'customers', 'work', 'figures', 'set-up', 'trust'] as const;
const choices = [null, ...scopes] as const;
type Given = Readonly<Record<string, Scope>>;

/** What a role allows, each permission a sentence with how far it reaches, under six headings. */
export function RolePermissions(props: {
  readonly permissions: readonly PermissionView[];
  readonly given: Given;
  readonly mayChange: boolean;
  readonly onChange: (given: Given) => void;
}): ReactElement {
  const t = useWords(rolesWords);
  return (
    <div className="flex flex-col gap-4">
      {groups.map((group) => {
        const rows = props.permissions.filter((one) => one.group === group);
        if (rows.length === 0) return null;
        return (
          <section key={group} className="flex flex-col gap-1.5">
            <h2 className="text-md font-semibold">{t(`group_${group}`)}</h2>
            <ul className="overflow-hidden rounded-lg border border-line">
              {rows.map((one) => (
                <PermissionRow key={one.name} permission={one} {...props} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** Offered as far as the reader has it themselves; what was there already can stay or be taken. */
function PermissionRow(props: {
  readonly permission: PermissionView;
  readonly given: Given;
  readonly mayChange: boolean;
  readonly onChange: (given: Given) => void;
}): ReactElement {
  const t = useWords(rolesWords);
  const id = useId();
  const { permission, given } = props;
  const now = given[permission.name] ?? null;
  const mine = permission.mine === null ? -1 : scopes.indexOf(permission.mine);
  const mayGive = (scope: Scope | null): boolean => scope === null || scope === now || scopes.indexOf(scope) <= mine;
  const choose = (value: string): void => {
    const { [permission.name]: _was, ...rest } = given;
    const scope = scopes.find((one) => one === value);
    // the order of the parts is that of the first change: two equal roles stay equal
    props.onChange(scope ? { ...given, [permission.name]: scope } : rest);
  };
  return (
    <li className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-b border-line bg-surface px-4 py-2 last:border-b-0">
      <label htmlFor={id} className="min-w-0 flex-1 basis-64">
        {permission.says}
        {props.mayChange && mine < 0 && <span className="block text-sm text-text-3">{t('notYours')}</span>}
      </label>
      {props.mayChange ? (
        <select
          id={id}
          value={now ?? ''}
          onChange={(event) => choose(event.target.value)}
          className="h-9 min-w-40 rounded-[9px] border border-line-control bg-surface px-2.5 text-text max-phone:h-11"
        >
          {choices.filter(mayGive).map((scope) => (
            <option key={scope ?? ''} value={scope ?? ''}>
              {t(`scope_${scope ?? 'none'}`)}
            </option>
          ))}
        </select>
      ) : (
        <output id={id} className={now ? 'font-semibold' : 'text-text-3'}>
          {t(`scope_${now ?? 'none'}`)}
        </output>
      )}
    </li>
  );
}
