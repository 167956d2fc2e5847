import type { ReactElement, ReactNode } from 'react';
import { Field, SelectField } from './field.tsx';

/** Finds one thing by its words or its link, and shows below what is known of who sees it. */
export function SightPicker(props: {
  readonly label: string;
  readonly found: string;
  readonly which: string;
  readonly none: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** What was found; undefined while nothing was asked. */
  readonly rows: readonly { readonly id: string; readonly label: string }[] | undefined;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly children?: ReactNode;
}): ReactElement {
  const { rows } = props;
  return (
    <div className="flex flex-col gap-2">
      <Field label={props.label} value={props.text} onChange={(event) => props.onText(event.target.value)} />
      {rows?.length === 0 && <p className="text-text-2">{props.none}</p>}
      {rows !== undefined && rows.length > 0 && (
        <SelectField
          label={props.found}
          value={props.chosen}
          options={[{ id: '', label: props.which }, ...rows]}
          onChoose={props.onChoose}
        />
      )}
      <div aria-live="polite">{props.children}</div>
    </div>
  );
}

/** The id in a link of ours that somebody pasted; undefined where there is none. */
export function idInLink(text: string): string | undefined {
  return /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/iu.exec(text)?.[0].toLowerCase();
}
