import type { InputHTMLAttributes, ReactElement, ReactNode } from 'react';

/** A labelled line to fill in. The label is always in view; a mistake stands below it in words. */
export function Field(
  props: InputHTMLAttributes<HTMLInputElement> & {
    readonly label: string;
    readonly hint?: ReactNode;
    readonly problem?: string | undefined;
  },
): ReactElement {
  const { label, hint, problem, ...input } = props;
  return (
    <label className="flex flex-col gap-1 text-xs font-semibold text-text-2">
      {label}
      <input
        {...input}
        aria-invalid={problem !== undefined}
        className="h-[38px] rounded-[9px] border border-line-control bg-surface px-3 text-md font-normal text-text aria-invalid:border-danger max-phone:h-11"
      />
      {problem === undefined ? (
        hint && <span className="font-normal text-text-3">{hint}</span>
      ) : (
        <span className="text-danger-text">{problem}</span>
      )}
    </label>
  );
}
