import { Plus, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Field, SelectField, useView, useWords } from '#platform/ui';
import { listRoles } from '../contract.ts';
import type { GroupLine } from './sso-draft.ts';
import { ssoWords } from './sso-words.ts';

/** What the groups of the provider get here: a line a group, with a role and a team. */
export function SsoGroups(props: {
  readonly lines: readonly GroupLine[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (lines: readonly GroupLine[]) => void;
}): ReactElement {
  const t = useWords(ssoWords);
  const roles = useView(listRoles, {}).data?.rows ?? [];
  const { lines, onChange } = props;
  const change = (key: string, part: Partial<GroupLine>): void =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = (): void => onChange([...lines, { key: crypto.randomUUID(), group: '', roleId: '', placeId: '' }]);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold">{t('groups')}</legend>
      <p className="text-text-2">{t('groupsHint')}</p>
      {lines.map((line) => (
        <div
          key={line.key}
          className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_auto] items-end gap-2 max-phone:grid-cols-1"
        >
          <Field
            label={t('group')}
            required
            autoComplete="off"
            maxLength={200}
            value={line.group}
            onChange={(event) => change(line.key, { group: event.target.value })}
          />
          <SelectField
            label={t('role')}
            value={line.roleId}
            options={[
              { id: '', label: t('noRole') },
              ...roles.map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            onChoose={(roleId) => change(line.key, { roleId })}
          />
          <SelectField
            label={t('team')}
            value={line.placeId}
            options={[
              { id: '', label: t('noTeam') },
              ...props.places.map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            onChoose={(placeId) => change(line.key, { placeId })}
          />
          <Button
            look="ghost"
            aria-label={t('removeGroup', { group: line.group })}
            onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
          >
            <Trash2 className="size-4" />
          </Button>
        </div>
      ))}
      <Button className="self-start" onClick={add}>
        <Plus className="size-4" />
        {t('addGroup')}
      </Button>
    </fieldset>
  );
}
