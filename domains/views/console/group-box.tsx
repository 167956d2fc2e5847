import { Plus, X } from 'lucide-react';
import { type ReactElement, useId } from 'react';
import type { Condition } from '#domains/conversations/contract';
import { Button, cx, useWords } from '#platform/ui';
import {
  deepest,
  type FieldName,
  fields,
  freshCondition,
  type Group,
  isGroup,
  operatorsOf,
  withOperator,
} from './conditions.ts';
import type { useViewChoices } from './use-view-choices.ts';
import { ValueFields } from './value-fields.tsx';
import { fieldLook } from './value-parts.tsx';
import { viewWords } from './words.ts';

/** Most parts of one group, as the server takes them. */
const mostParts = 20;

interface GroupProps {
  readonly group: Group;
  readonly depth: number;
  readonly choices: ReturnType<typeof useViewChoices>;
  readonly onChange: (group: Group) => void;
  readonly onRemove?: () => void;
}

/** Conditions joined by "all" or "any"; a group stands in a group, three deep. */
export function GroupBox(props: GroupProps): ReactElement {
  const t = useWords(viewWords);
  const name = useId();
  const { group, depth, choices } = props;
  const put = (at: number, part: Condition | Group): void => props.onChange({ ...group, of: group.of.with(at, part) });
  const drop = (at: number): void => props.onChange({ ...group, of: group.of.toSpliced(at, 1) });
  const add = (part: Condition | Group): void => props.onChange({ ...group, of: [...group.of, part] });
  return (
    <fieldset
      className={cx('flex min-w-0 flex-col gap-2', depth > 1 && 'rounded-lg border border-line-2 bg-surface-2 p-2.5')}
    >
      <legend className="sr-only">{t('conditions')}</legend>
      <div className="flex flex-wrap items-center gap-3 text-sm" role="radiogroup" aria-label={t('match')}>
        {(['all', 'any'] as const).map((match) => (
          <label key={match} className="flex min-h-6 items-center gap-1.5 max-phone:min-h-10">
            <input
              type="radio"
              name={name}
              className="size-4 accent-brand"
              checked={group.match === match}
              onChange={() => props.onChange({ ...group, match })}
            />
            {t(match === 'all' ? 'matchAll' : 'matchAny')}
          </label>
        ))}
        {props.onRemove && (
          <Button
            look="ghost"
            size="xs"
            square
            className="ms-auto"
            aria-label={t('removeGroup')}
            onClick={props.onRemove}
          >
            <X className="size-3.5" />
          </Button>
        )}
      </div>
      {group.of.length === 0 && depth === 1 && <p className="text-sm text-text-3">{t('noConditions')}</p>}
      {group.of.map((part, at) =>
        isGroup(part) ? (
          // parts have no name but their place
          <GroupBox
            key={at}
            group={part}
            depth={depth + 1}
            choices={choices}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ) : (
          <ConditionLine
            key={`${at} ${part.field}`}
            condition={part}
            choices={choices}
            onChange={(next) => put(at, next)}
            onRemove={() => drop(at)}
          />
        ),
      )}
      {group.of.length < mostParts && (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" onClick={() => add(freshCondition('status'))}>
            <Plus className="size-3.5" />
            {t('addCondition')}
          </Button>
          {depth < deepest && (
            <Button size="sm" look="ghost" onClick={() => add({ match: 'any', of: [freshCondition('priority')] })}>
              <Plus className="size-3.5" />
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}

function ConditionLine(props: {
  readonly condition: Condition;
  readonly choices: ReturnType<typeof useViewChoices>;
  readonly onChange: (condition: Condition) => void;
  readonly onRemove: () => void;
}): ReactElement {
  const t = useWords(viewWords);
  const { condition } = props;
  const operators = operatorsOf(condition.field);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <select
        aria-label={t('field')}
        className={cx(fieldLook, 'w-40')}
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
          className={fieldLook}
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
      <Button
        look="ghost"
        size="xs"
        square
        className="ms-auto"
        aria-label={t('removeCondition', { field: t(`f-${condition.field}`) })}
        onClick={props.onRemove}
      >
        <X className="size-3.5" />
      </Button>
    </div>
  );
}
