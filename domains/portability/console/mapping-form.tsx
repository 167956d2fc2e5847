import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, Field, SelectField, useAct, useWords } from '#platform/ui';
import { checkImport, type ImportView, readImport } from '../contract.ts';
import { importWords } from './words.ts';

/** Of a field: its column, or that it is not in the file, or what it is in every line. */
interface Meaning {
  /** The number of the column; `unsaid`, or `same`. */
  readonly from: string;
  readonly value: string;
}
type Meanings = Readonly<Record<string, Meaning>>;

/** What the columns mean; what is the same in every line is written once. Then every line is tried, and nothing is kept. */
export function MappingForm(props: { readonly view: ImportView }): ReactElement {
  const t = useWords(importWords);
  const client = useQueryClient();
  const { view } = props;
  const [meanings, setMeanings] = useState<Meanings>(() => meaningsOf(view));
  const [onKnown, setOnKnown] = useState(view.onKnown);
  const act = useAct(checkImport);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { ...given(view, meanings), onKnown };
    const onSuccess = (): void => void client.invalidateQueries({ queryKey: [readImport.path] });
    act.mutate({ params: { id: view.id as never }, body }, { onSuccess });
  };
  const said = act.error?.problem;
  return (
    <form onSubmit={submit} className="flex flex-col gap-4 rounded-xl border border-line bg-surface p-4">
      <div>
        <h2 className="font-semibold">{t('columns')}</h2>
        <p className="text-text-2">
          <bdi>{t('columnsLead')}</bdi>
        </p>
      </div>
      <div className="grid grid-cols-2 gap-x-6 gap-y-3 max-full:grid-cols-1">
        {view.fields.map((field) => (
          <FieldMeaning
            key={field.name}
            field={field}
            headers={view.headers}
            meaning={meanings[field.name] ?? { from: 'unsaid', value: '' }}
            onSay={(meaning) => setMeanings({ ...meanings, [field.name]: meaning })}
          />
        ))}
        <SelectField
          label={t('onKnown')}
          value={onKnown}
          options={(['update', 'keep'] as const).map((id) => ({ id, label: t(id) }))}
          onChoose={setOnKnown}
        />
      </div>
      <Sample view={view} />
      {said && <ErrorNote title={said.title} detail={[said.detail, said.help].filter(Boolean).join(' ')} />}
      <Button type="submit" look="primary" className="self-start" disabled={act.isPending}>
        {t('try')}
      </Button>
    </form>
  );
}

function FieldMeaning(props: {
  readonly field: ImportView['fields'][number];
  readonly headers: readonly string[];
  readonly meaning: Meaning;
  readonly onSay: (meaning: Meaning) => void;
}): ReactElement {
  const t = useWords(importWords);
  const { field, meaning } = props;
  const options = [
    { id: 'unsaid', label: t('unsaid') },
    { id: 'same', label: t('same') },
    ...props.headers.map((header, at) => ({ id: String(at), label: header })),
  ];
  return (
    <div className="grid grid-cols-2 items-start gap-2 max-phone:grid-cols-1">
      <SelectField
        label={field.isRequired ? `${field.title} (${t('needed')})` : field.title}
        value={meaning.from}
        options={options}
        onChoose={(from) => props.onSay({ ...meaning, from })}
      />
      {meaning.from === 'same' && (
        <Field
          label={t('sameValue', { field: field.title })}
          required
          dir="auto"
          maxLength={500}
          placeholder={field.example}
          value={meaning.value}
          onChange={(event) => props.onSay({ ...meaning, value: event.target.value })}
        />
      )}
    </div>
  );
}

function Sample(props: { readonly view: ImportView }): ReactElement | null {
  const t = useWords(importWords);
  const { headers, sample } = props.view;
  if (sample.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, so keys must reach it.
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={t('sample')}>
      <table className="border-collapse text-xs">
        <caption className="pb-1 text-start text-text-3">{t('sample')}</caption>
        <thead>
          <tr>
            {headers.map((header, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns of one file keep their place.
              <th key={at} scope="col" className="border-b border-line px-2 py-1 text-start whitespace-nowrap">
                <bdi>{header}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sample.map((row, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of one file keep their place.
            <tr key={line}>
              {headers.map((_header, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns of one file keep their place.
                <td key={at} className="border-b border-line px-2 py-1 whitespace-nowrap">
                  <bdi>{row[at]}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function meaningsOf(view: ImportView): Meanings {
  return Object.fromEntries(
    view.fields.map(({ name }): [string, Meaning] => {
      const column = view.headers.indexOf(view.mapping[name] ?? '');
      if (column !== -1) return [name, { from: String(column), value: '' }];
      const value = view.same[name];
      return [name, value === undefined ? { from: 'unsaid', value: '' } : { from: 'same', value }];
    }),
  );
}

function given(view: ImportView, meanings: Meanings) {
  const entries = Object.entries(meanings);
  return {
    mapping: Object.fromEntries(
      entries.flatMap(([name, { from }]) => {
        const header = /^\d+$/.test(from) ? view.headers[Number(from)] : undefined;
        return header === undefined ? [] : [[name, header]];
      }),
    ),
    same: Object.fromEntries(
      entries.flatMap(([name, { from, value }]) => (from === 'same' && value.trim() ? [[name, value.trim()]] : [])),
    ),
  };
}
