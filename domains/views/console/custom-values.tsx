import { type ReactElement, useState } from 'react';
import type { Condition } from '#domains/conversations/contract';
import { type FieldView, listFields } from '#domains/customers/contract';
import { AddValue, ChosenValue, conditionLook, cx, useView, useWords } from '#platform/ui';
import { viewWords } from './words.ts';

type Custom = Extract<Condition, { field: 'custom' }>;

/** Which field of the workspace's own, and what it says. */
export function CustomValues(props: {
  readonly condition: Custom;
  readonly onChange: (condition: Condition) => void;
}): ReactElement {
  const t = useWords(viewWords);
  const { condition } = props;
  const all = useView(listFields, {}).data?.rows ?? [];
  // money is asked for by more than being the same
  const asked = all.filter(({ kind, type, archivedAt }) => kind === 'conversation' && !archivedAt && type !== 'money');
  const field = asked.find(({ id }) => id === condition.fieldId);
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-phone:order-last max-phone:basis-full">
      <select
        aria-label={t('ownField')}
        className={cx(conditionLook, 'max-w-40')}
        value={condition.fieldId}
        onChange={(event) => props.onChange({ ...condition, fieldId: event.target.value, values: [] })}
      >
        <option value="">{t('chooseField')}</option>
        {asked.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {field && <Said field={field} condition={condition} onChange={props.onChange} />}
    </span>
  );
}

function Said(props: {
  readonly field: FieldView;
  readonly condition: Custom;
  readonly onChange: (condition: Condition) => void;
}): ReactElement {
  const t = useWords(viewWords);
  const { field, condition } = props;
  const offered = offeredOf(field, t('yes'), t('no'));
  const set = (values: Custom['values']): void => props.onChange({ ...condition, values });
  const add = (text: string): void => {
    const value = valueOf(field, text);
    if (!condition.values.includes(value)) set([...condition.values, value]);
  };
  const nameOf = (value: Custom['values'][number]): string =>
    offered?.find(({ id }) => id === String(value))?.name ?? String(value);
  return (
    <>
      {condition.values.map((value) => (
        <ChosenValue
          key={String(value)}
          name={nameOf(value)}
          onRemove={() => set(condition.values.filter((one) => one !== value))}
        />
      ))}
      {offered ? <AddValue offered={offered} onAdd={add} /> : <TypedValue type={field.type} onAdd={add} />}
    </>
  );
}

function TypedValue(props: { readonly type: FieldView['type']; readonly onAdd: (text: string) => void }): ReactElement {
  const t = useWords(viewWords);
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() === '') return;
    props.onAdd(text.trim());
    setText('');
  };
  const isPlain = props.type === 'text' || props.type === 'link';
  return (
    <input
      aria-label={t('value')}
      type={isPlain ? 'text' : props.type}
      maxLength={200}
      className={cx(conditionLook, 'flex-1')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        add();
      }}
    />
  );
}

function offeredOf(field: FieldView, yes: string, no: string) {
  if (field.type === 'choice' || field.type === 'choices') return field.choices;
  if (field.type !== 'boolean') return undefined;
  return [
    { id: 'true', name: yes },
    { id: 'false', name: no },
  ];
}

function valueOf(field: FieldView, text: string): Custom['values'][number] {
  if (field.type === 'boolean') return text === 'true';
  return field.type === 'number' ? Number(text) : text;
}
