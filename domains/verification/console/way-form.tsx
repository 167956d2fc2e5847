import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, CheckField, Field, SelectField, TextField, useWords } from '#platform/ui';
import type { VerificationWay } from '../contract.ts';
import { verificationWords } from './words.ts';

/** Writes one way: what is asked, what may then be said, and how long that holds. */
export function WayForm(props: {
  readonly way: VerificationWay;
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly isPending: boolean;
  readonly onSave: (way: VerificationWay) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(verificationWords);
  const [way, setWay] = useState(props.way);
  const [lines, setLines] = useState(props.way.asks.join('\n'));
  const change = (changes: Partial<VerificationWay>): void => setWay({ ...way, ...changes });
  const asks = lines.split('\n').flatMap((line) => line.trim() || []);
  const isWhole = way.name.trim() !== '' && way.allows.trim() !== '' && asks.length > 0 && way.holdsMinutes >= 5;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) props.onSave({ ...way, asks });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 rounded-lg border border-line bg-surface-2 p-4">
      {props.brands.length > 1 && (
        <SelectField
          label={t('brand')}
          value={String(way.brandId)}
          options={props.brands.map(({ id, name }) => ({ id: String(id), label: name }))}
          onChoose={(brandId) => change({ brandId })}
        />
      )}
      <Field
        label={t('name')}
        autoFocus
        dir="auto"
        maxLength={120}
        value={way.name}
        onChange={(event) => change({ name: event.target.value })}
      />
      <TextField
        label={t('asks')}
        hint={t('asksHint')}
        value={lines}
        onChange={(event) => setLines(event.target.value)}
      />
      <TextField
        label={t('allows')}
        hint={t('allowsHint')}
        maxLength={500}
        value={way.allows}
        onChange={(event) => change({ allows: event.target.value })}
      />
      <Field
        label={t('minutes')}
        type="number"
        min={5}
        max={1_440}
        value={way.holdsMinutes}
        onChange={(event) => change({ holdsMinutes: Number(event.target.value) })}
      />
      <CheckField
        label={t('endsWithCall')}
        checked={way.endsWithCall}
        onChange={(endsWithCall) => change({ endsWithCall })}
      />
      <span className="flex gap-2">
        <Button look="primary" type="submit" disabled={!isWhole || props.isPending}>
          {t('save')}
        </Button>
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
      </span>
    </form>
  );
}
