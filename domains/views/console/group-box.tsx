import type { ReactElement } from 'react';
import type { Condition } from '#domains/conversations/contract';
import { ConditionGroups, conditionLook, cx, useWords } from '#platform/ui';
import { type FieldName, fields, freshCondition, type Group, operatorsOf, withOperator } from './conditions.ts';
import type { useViewChoices } from './use-view-choices.ts';
import { ValueFields } from './value-fields.tsx';
import { viewWords } from './words.ts';

type Choices = ReturnType<typeof useViewChoices>;

/** What a view asks of conversations: conditions joined by "all" or "any", in groups. */
export function GroupBox(props: {
  readonly group: Group;
  readonly choices: Choices;
  readonly onChange: (group: Group) => void;
}): ReactElement {
  const t = useWords(viewWords);
  return (
    <ConditionGroups<Condition>
      group={props.group}
      fresh={(depth) => freshCondition(depth === 1 ? 'status' : 'priority')}
      nameOf={({ field }) => t(`f-${field}`)}
      renderLine={(condition, onChange) => (
        <ConditionLine condition={condition} choices={props.choices} onChange={onChange} />
      )}
      onChange={props.onChange}
    />
  );
}

function ConditionLine(props: {
  readonly condition: Condition;
  readonly choices: Choices;
  readonly onChange: (condition: Condition) => void;
}): ReactElement {
  const t = useWords(viewWords);
  const { condition } = props;
  const operators = operatorsOf(condition.field);
  return (
    <>
      <select
        aria-label={t('field')}
        className={cx(conditionLook, 'w-40')}
        value={condition.field}
        onChange={(event) => props.onChange(freshCondition(event.target.value as FieldName))}
      >
        {fields.map((field) => (
          <option key={field} value={field}>
            {t(`f-${field}`)}
          </option>
        ))}
      </select>
      {operators.length > 1 && (
        <select
          aria-label={t('operator')}
          className={conditionLook}
          value={condition.op}
          onChange={(event) => props.onChange(withOperator(condition, event.target.value))}
        >
          {operators.map((op) => (
            <option key={op} value={op}>
              {t(op as 'is')}
            </option>
          ))}
        </select>
      )}
      <ValueFields condition={condition} choices={props.choices} onChange={props.onChange} />
    </>
  );
}
