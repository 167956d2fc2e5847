import type { ReactElement } from 'react';
import { CheckField, ErrorNote, Skeleton, useView, useWords } from '#platform/ui';
import { listRoles } from '../contract.ts';
import { peopleWords } from './people-words.ts';

/** Which roles somebody has. One that allows more than the reader may is shown as it is, and is not theirs to give. */
export function RoleChoice(props: {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly isAsked: boolean;
}): ReactElement {
  const t = useWords(peopleWords);
  const { data, error } = useView(listRoles, {});
  const { chosen } = props;
  const change = (id: string, isOn: boolean): void =>
    props.onChange(new Set(isOn ? [...chosen, id] : [...chosen].filter((one) => one !== id)));
  const hasAbove = data?.rows.some(({ can }) => !can.includes('give')) === true;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="font-semibold">{t('roles')}</legend>
      <p className="text-text-2">{t('rolesHint')}</p>
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      {!data && !error && <Skeleton rows={2} rowHeightPx={32} label={t('loadingRoles')} />}
      <div className="grid grid-cols-3 gap-1.5 max-phone:grid-cols-1">
        {data?.rows.map((role) => (
          <CheckField
            key={role.id}
            label={role.name}
            checked={chosen.has(role.id)}
            disabled={!role.can.includes('give')}
            onChange={(isOn) => change(role.id, isOn)}
          />
        ))}
      </div>
      {hasAbove && <p className="text-text-3">{t('rolesAbove')}</p>}
      {props.isAsked && chosen.size === 0 && (
        <p role="alert" className="text-danger-text">
          {t('chooseRole')}
        </p>
      )}
    </fieldset>
  );
}
