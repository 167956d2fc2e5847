import { type ReactElement, useState } from 'react';
import { AddValue, ChosenValue, conditionLook } from './condition-groups.tsx';
import { cx } from './cx.ts';
import type { FormField } from './field-form.tsx';
import { useWords } from './i18n.ts';
import { ownFieldWords } from './own-field-words.ts';

type Said = string | number | boolean;

/** What a condition says of a field: the field, and the values that hold. */
interface OwnFieldAsked {
  readonly fieldId: string;
  readonly values: Said[];
}

type AskedField = Pick<FormField, 'id' | 'name' | 'type' | 'choices'>;

/**
 * Which of the workspace's own fields, and what it says. Money is asked for by more than being the same: it is not
 * offered.
 */
export function OwnFieldValues(props: {
  readonly all: readonly AskedField[];
  readonly asked: OwnFieldAsked;
  readonly onChange: (asked: OwnFieldAsked) => void;
}): ReactElement {
  const t = useWords(ownFieldWords);
  const { asked: condition } = props;
  const fields = props.all.filter(({ type }) => type !== 'money');
  const field = fields.find(({ id }) => id === condition.fieldId);
  const set = (values: Said[]): void => props.onChange({ ...condition, values });
  const offered = field ? offeredOf(field, t('yes'), t('no')) : undefined;
  const add = (text: string): void => {
    const value = field ? readAs(field.type, text) : text;
    if (!condition.values.includes(value)) set([...condition.values, value]);
  };
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5 max-phone:order-last max-phone:basis-full">
      <select
        aria-label={t('ownField')}
        className={cx(conditionLook, 'max-w-40')}
        value={condition.fieldId}
        onChange={(event) => props.onChange({ fieldId: event.target.value, values: [] })}
      >
        <option value="">{t('chooseField')}</option>
        {fields.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {condition.values.map((value) => (
        <ChosenValue
          key={String(value)}
          name={offered?.find(({ id }) => id === String(value))?.name ?? String(value)}
          onRemove={() => set(condition.values.filter((one) => one !== value))}
        />
      ))}
      {field && (offered ? <AddValue offered={offered} onAdd={add} /> : <Typed type={field.type} onAdd={add} />)}
    </span>
  );
}

/** A value that is written, taken in by Enter or by going on. */
function Typed(props: { readonly type: FormField['type']; readonly onAdd: (text: string) => void }): ReactElement {
  const t = useWords(ownFieldWords);
  const [text, setText] = useState('');
  const add = (): void => {
    if (text.trim() !== '') props.onAdd(text.trim());
    setText('');
  };
  return (
    <input
      aria-label={t('value')}
      type={props.type === 'number' || props.type === 'date' ? props.type : 'text'}
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

function offeredOf({ type, choices }: AskedField, yes: string, no: string) {
  if (type === 'boolean')
    return [
      { id: 'true', name: yes },
      { id: 'false', name: no },
    ];
  return type === 'choice' || type === 'choices' ? choices : undefined;
}

function readAs(type: FormField['type'], text: string): Said {
  if (type === 'boolean') return text === 'true';
  return type === 'number' ? Number(text) : text;
}
