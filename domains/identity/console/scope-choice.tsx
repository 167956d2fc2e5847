import { type ReactElement, useState } from 'react';
import { type Scope, scopes } from '#platform/contract';
import { CheckField, Field, useWords } from '#platform/ui';
import { keyWords } from './key-words.ts';

const said = { own: 'own', team: 'team', brand: 'brand', all: 'allScope' } as const;

/** Permissions to tick, each no wider than one's own. */
export function ScopeChoice(props: {
  readonly mine: Readonly<Record<string, Scope>>;
  readonly permissions: readonly { readonly name: string; readonly says: string }[];
  readonly chosen: Readonly<Record<string, Scope>>;
  readonly onChange: (chosen: Readonly<Record<string, Scope>>) => void;
}): ReactElement {
  const t = useWords(keyWords);
  const [wanted, setWanted] = useState('');
  const { mine, chosen, onChange } = props;
  const words = wanted.trim().toLowerCase();
  const shown = props.permissions.filter(
    ({ name, says }) => mine[name] !== undefined && `${name} ${says}`.toLowerCase().includes(words),
  );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold">{t('permissions')}</legend>
      <p className="text-text-2">{t('permissionsHint')}</p>
      <Field label={t('find')} type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      {shown.length === 0 && <p className="text-text-3">{t('nothingFound')}</p>}
      <ul
        aria-label={t('permissions')}
        className="flex max-h-[320px] flex-col overflow-y-auto rounded-md border border-line px-3"
      >
        {shown.map(({ name, says }) => (
          <li key={name} className="flex min-h-9 items-center gap-2 border-t border-line py-1 first:border-t-0">
            <div className="min-w-0 flex-1">
              <CheckField
                label={says}
                checked={chosen[name] !== undefined}
                onChange={(isOn) => {
                  const { [name]: _, ...others } = chosen;
                  onChange(isOn ? { ...others, [name]: mine[name] ?? 'own' } : others);
                }}
              />
            </div>
            {chosen[name] !== undefined && (
              <select
                aria-label={t('scopeOf', { name: says })}
                value={chosen[name]}
                onChange={(event) => onChange({ ...chosen, [name]: event.target.value as Scope })}
                className="h-8 rounded-md border border-line-control bg-surface px-2 text-sm max-phone:h-10"
              >
                {scopes.slice(0, scopes.indexOf(mine[name] ?? 'own') + 1).map((scope) => (
                  <option key={scope} value={scope}>
                    {t(said[scope])}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
