import type { ReactElement } from 'react';
import { Field, SelectField, useWords } from '#platform/ui';
import type { FieldCondition, FieldView } from '../contract.ts';
import { fieldSettingWords } from './field-setting-words.ts';

/** "Only when another field says this", or always. */
export function ConditionFields(props: {
  readonly label: string;
  /** What it means that there is no condition. */
  readonly without: string;
  readonly others: readonly FieldView[];
  readonly condition: FieldCondition | null;
  readonly onChange: (condition: FieldCondition | null) => void;
}): ReactElement | null {
  const { condition, others } = props;
  const asked = others.filter(({ type }) => type !== 'money' && type !== 'date');
  const other = asked.find(({ id }) => id === condition?.fieldId);
  if (asked.length === 0) return null;
  const choose = (id: string): void => {
    const next = asked.find((one) => one.id === id);
    props.onChange(next ? { fieldId: next.id, is: firstOf(next) } : null);
  };
  return (
    <div className="grid grid-cols-2 gap-2 max-phone:grid-cols-1">
      <SelectField
        label={props.label}
        value={String(condition?.fieldId ?? '')}
        options={[{ id: '', label: props.without }, ...asked.map(({ id, name }) => ({ id: String(id), label: name }))]}
        onChoose={choose}
      />
      {condition && other && <Says other={other} condition={condition} onChange={props.onChange} />}
    </div>
  );
}

function firstOf(field: FieldView): FieldCondition['is'] {
  if (field.type === 'boolean') return true;
  if (field.type === 'number') return 0;
  return field.choices[0]?.id ?? '';
}

function Says(props: {
  readonly other: FieldView;
  readonly condition: FieldCondition;
  readonly onChange: (condition: FieldCondition) => void;
}): ReactElement {
  const t = useWords(fieldSettingWords);
  const { other, condition } = props;
  const set = (is: FieldCondition['is']): void => props.onChange({ ...condition, is });
  if (other.type === 'boolean')
    return (
      <SelectField
        label={t('isSaid')}
        value={String(condition.is)}
        options={[
          { id: 'true', label: t('yes') },
          { id: 'false', label: t('no') },
        ]}
        onChoose={(id) => set(id === 'true')}
      />
    );
  if (other.type.startsWith('choice'))
    return (
      <SelectField
        label={t('isSaid')}
        value={String(condition.is)}
        options={other.choices.map(({ id, name }) => ({ id: String(id), label: name }))}
        onChoose={set}
      />
    );
  const isNumber = other.type === 'number';
  return (
    <Field
      label={t('isSaid')}
      type={isNumber ? 'number' : 'text'}
      value={String(condition.is)}
      onChange={(event) => set(isNumber ? Number(event.target.value) : event.target.value)}
    />
  );
}
