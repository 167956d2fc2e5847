import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, Field, SelectField, TextField, useWords } from '#platform/ui';
import { careersWords } from './words.ts';

/** A cell of a row: words, or one of a few. */
export interface Cell {
  readonly name: string;
  readonly label: string;
  readonly options?: readonly { readonly id: string; readonly label: string }[];
  readonly isWide?: boolean;
}
export type Row = Readonly<Record<string, string>>;

/** Rows of cells: what somebody does with the source of each, a day by its hours, skills with their levels. */
export function RowsField(props: {
  readonly title: string;
  readonly cells: readonly Cell[];
  readonly rows: readonly Row[];
  readonly onWrite: (rows: readonly Row[]) => void;
}): ReactElement {
  const t = useWords(careersWords);
  const { rows, cells } = props;
  const set = (index: number, part: Row): void =>
    props.onWrite(rows.map((row, at) => (at === index ? ({ ...row, ...part } as Row) : row)));
  const empty = Object.fromEntries(cells.map(({ name, options }) => [name, options?.[0]?.id ?? '']));
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-line p-3">
      <legend className="px-1 text-xs font-semibold text-text-2">{props.title}</legend>
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- rows have no other name than their place.
        <div key={index} className="flex flex-wrap items-end gap-2">
          {cells.map(({ name, label, options, isWide }) => (
            <div key={name} className={isWide ? 'min-w-40 flex-[3]' : 'min-w-24 flex-1'}>
              {options ? (
                <SelectField
                  label={label}
                  value={row[name] ?? ''}
                  options={options}
                  onChoose={(chosen) => set(index, { [name]: chosen })}
                />
              ) : (
                <Field
                  label={label}
                  dir="auto"
                  maxLength={600}
                  value={row[name] ?? ''}
                  onChange={(event) => set(index, { [name]: event.target.value })}
                />
              )}
            </div>
          ))}
          <Button
            look="ghost"
            square
            aria-label={t('removeRow', { number: index + 1, what: props.title })}
            onClick={() => props.onWrite(rows.filter((_, at) => at !== index))}
          >
            <X className="size-4" />
          </Button>
        </div>
      ))}
      <Button size="sm" className="self-start" onClick={() => props.onWrite([...rows, empty])}>
        <Plus className="size-3.5" />
        {t('add')}
        <span className="sr-only">: {props.title}</span>
      </Button>
    </fieldset>
  );
}

/** Short words, one a line. */
export function LinesField(props: {
  readonly label: string;
  readonly lines: readonly string[];
  readonly onWrite: (lines: readonly string[]) => void;
}): ReactElement {
  return (
    <TextField
      label={props.label}
      rows={4}
      value={props.lines.join('\n')}
      onChange={(event) => props.onWrite(event.target.value.split('\n'))}
    />
  );
}
