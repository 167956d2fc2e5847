import { type ReactElement, type ReactNode, useId, useState } from 'react';
import type { Refusal } from './api.ts';
import { Field, SelectField } from './field.tsx';
import { fieldFormWords } from './field-form-words.ts';
import { useWords } from './i18n.ts';

/** A field of a workspace's own as a form shows it. */
export interface FormField {
  readonly id: string;
  readonly name: string;
  readonly type: 'text' | 'number' | 'date' | 'choice' | 'choices' | 'boolean' | 'link' | 'money';
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly currency: string | null;
  /** Must be said. */
  readonly isAsked: boolean;
}

interface LineProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly problem: string | undefined;
  readonly isLocked: boolean;
  readonly onSet: (value: unknown) => void;
}

/** Fields of a workspace's own: each is kept when it is left or chosen; what was refused is said below it. */
export function FieldForm(props: {
  readonly fields: readonly FormField[];
  readonly values: Readonly<Record<string, unknown>>;
  readonly refusal: Refusal | null;
  readonly isLocked?: boolean;
  readonly onSet: (id: string, value: unknown) => void;
}): ReactElement {
  const [last, setLast] = useState('');
  const refused = props.refusal?.problem;
  const says = refused && [refused.title, refused.detail].filter(Boolean).join(': ');
  return (
    <div className="flex flex-col gap-2.5">
      {props.fields.map((field) => {
        const Line = lines[field.type];
        return (
          <Line
            key={field.id}
            field={field}
            value={props.values[field.id]}
            problem={last === field.id ? says : undefined}
            isLocked={props.isLocked ?? false}
            onSet={(value) => {
              setLast(field.id);
              props.onSet(field.id, value);
            }}
          />
        );
      })}
    </div>
  );
}

function labelOf(field: FormField, required: string): string {
  return field.isAsked ? `${field.name} (${required})` : field.name;
}

/** How each type is typed in, shown again, and read. */
const typed = {
  text: { input: 'text', show: String, read: (text: string) => text },
  link: { input: 'url', show: String, read: (text: string) => text },
  date: { input: 'date', show: String, read: (text: string) => text },
  number: { input: 'number', show: String, read: Number },
} as const;

function TypedLine(props: LineProps): ReactElement {
  const { field, value } = props;
  const { input, show, read } = typed[field.type as keyof typeof typed];
  return (
    <WrittenLine
      {...props}
      input={input}
      shown={value === undefined ? '' : show(value)}
      onWritten={(text) => props.onSet(text === '' ? null : read(text))}
    />
  );
}

function MoneyLine(props: LineProps): ReactElement {
  const { field, value } = props;
  const currency = field.currency ?? 'EUR';
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const kept = value as { readonly amountMinor: number } | undefined;
  return (
    <WrittenLine
      {...props}
      input="number"
      step={10 ** -digits}
      hint={currency}
      shown={kept === undefined ? '' : (kept.amountMinor / 10 ** digits).toFixed(digits)}
      onWritten={(text) =>
        props.onSet(text === '' ? null : { amountMinor: Math.round(Number(text) * 10 ** digits), currency })
      }
    />
  );
}

function WrittenLine(
  props: LineProps & {
    readonly input: string;
    readonly shown: string;
    readonly step?: number;
    readonly hint?: ReactNode;
    readonly onWritten: (text: string) => void;
  },
): ReactElement {
  const t = useWords(fieldFormWords);
  const [text, setText] = useState(props.shown);
  const [shown, setShown] = useState(props.shown);
  // a value that came from elsewhere is shown in the field that is there: a new one would lose the focus
  if (shown !== props.shown) {
    setShown(props.shown);
    setText(props.shown);
  }
  const keep = (): void => {
    if (text.trim() !== props.shown) props.onWritten(text.trim());
  };
  return (
    <Field
      label={labelOf(props.field, t('required'))}
      type={props.input}
      step={props.step ?? 'any'}
      dir={props.input === 'text' ? 'auto' : undefined}
      maxLength={2_000}
      disabled={props.isLocked}
      value={text}
      hint={props.hint}
      problem={props.problem}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  );
}

function OneLine(props: LineProps): ReactElement {
  const t = useWords(fieldFormWords);
  const { field, value } = props;
  const isFlag = field.type === 'boolean';
  const offered = isFlag
    ? [
        { id: 'true', label: t('yes') },
        { id: 'false', label: t('no') },
      ]
    : field.choices.map(({ id, name }) => ({ id, label: name }));
  const take = (id: string): void => props.onSet(id === '' ? null : valueOf(isFlag, id));
  return (
    <>
      <SelectField
        label={labelOf(field, t('required'))}
        value={value === undefined ? '' : String(value)}
        disabled={props.isLocked}
        options={[{ id: '', label: t('none') }, ...offered]}
        onChoose={take}
      />
      {props.problem && <p className="text-xs text-danger-text">{props.problem}</p>}
    </>
  );
}

function valueOf(isFlag: boolean, id: string): string | boolean {
  return isFlag ? id === 'true' : id;
}

function SomeLine(props: LineProps): ReactElement {
  const t = useWords(fieldFormWords);
  const name = useId();
  const { field } = props;
  const chosen = (props.value ?? []) as readonly string[];
  const toggle = (id: string): void => {
    const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
    props.onSet(next.length === 0 ? null : next);
  };
  return (
    <fieldset className="flex flex-col gap-1" disabled={props.isLocked}>
      <legend className="mb-0.5 text-xs font-semibold text-text-2">{labelOf(field, t('required'))}</legend>
      {field.choices.map((choice) => (
        <label key={choice.id} className="flex min-h-6 items-center gap-2 max-phone:min-h-10">
          <input
            type="checkbox"
            name={name}
            className="size-4 accent-brand"
            checked={chosen.includes(choice.id)}
            onChange={() => toggle(choice.id)}
          />
          <span dir="auto">{choice.name}</span>
        </label>
      ))}
      {props.problem && <p className="text-xs text-danger-text">{props.problem}</p>}
    </fieldset>
  );
}

const lines: Readonly<Record<FormField['type'], (props: LineProps) => ReactElement>> = {
  text: TypedLine,
  link: TypedLine,
  date: TypedLine,
  number: TypedLine,
  money: MoneyLine,
  choice: OneLine,
  boolean: OneLine,
  choices: SomeLine,
};
