import { type InputHTMLAttributes, type ReactElement, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';

/** A labelled line to fill in. The label is always in view; a mistake stands below it in words. */
export function Field(
  props: InputHTMLAttributes<HTMLInputElement> & {
    readonly label: string;
    readonly hint?: ReactNode;
    readonly problem?: string | undefined;
  },
): ReactElement {
  const { label, hint, problem, ...input } = props;
  const id = useId();
  const said = problem ?? hint;
  return (
    <div className="flex flex-col gap-1 text-xs text-text-2">
      <label htmlFor={`${id}-field`} className="font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={`${id}-field`}
        aria-invalid={problem !== undefined}
        aria-describedby={said ? `${id}-said` : undefined}
        className="h-[38px] rounded-[9px] border border-line-control bg-surface px-3 text-md text-text accent-brand disabled:bg-surface-2 disabled:text-text-2 aria-invalid:border-danger max-phone:h-11"
      />
      {said && (
        <span id={`${id}-said`} className={problem === undefined ? 'text-text-3' : 'text-danger-text'}>
          {said}
        </span>
      )}
    </div>
  );
}

/** One of a few, with its label in view; the browser's own list, so that it works with every keyboard and reader. */
export function SelectField<Id extends string>(props: {
  readonly label: string;
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChoose: (id: Id) => void;
  readonly disabled?: boolean;
  /** Its label is heard, not seen: where the words beside it say the same. */
  readonly isLabelHeard?: boolean;
}): ReactElement {
  return (
    <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
      {props.isLabelHeard ? <span className="sr-only">{props.label}</span> : props.label}
      <select
        value={props.value}
        disabled={props.disabled}
        onChange={(event) => {
          const chosen = props.options.find((option) => option.id === event.target.value);
          if (chosen) props.onChoose(chosen.id);
        }}
        className="h-[38px] rounded-[9px] border border-line-control bg-surface px-2.5 text-md font-normal text-text max-phone:h-11"
      >
        {props.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Several lines to fill in. */
export function TextField(
  props: TextareaHTMLAttributes<HTMLTextAreaElement> & { readonly label: string; readonly hint?: ReactNode },
): ReactElement {
  const { label, hint, ...area } = props;
  return (
    <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
      {label}
      <textarea
        dir="auto"
        rows={3}
        {...area}
        className="block field-sizing-content max-h-[40vh] min-h-20 rounded-[9px] border border-line-control bg-surface px-3 py-2 text-md font-normal text-text"
      />
      {hint && (
        <span className="font-normal text-text-3">
          <bdi>{hint}</bdi>
        </span>
      )}
    </label>
  );
}

/** Yes or no, with its reason below. */
export function CheckField(props: {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="grid min-h-6 grid-cols-[16px_1fr] gap-x-2.5">
      <input
        type="checkbox"
        className="mt-px size-4 accent-brand"
        checked={props.checked}
        disabled={props.disabled}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span>
        {props.label}
        {props.hint && <span className="block text-xs text-text-3">{props.hint}</span>}
      </span>
    </label>
  );
}
