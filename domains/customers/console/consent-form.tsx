import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, Field, SelectField, TextField, useWords } from '#platform/ui';
import { consentMedia, consentPurposes, consentSources, consentStates, type ConsentView } from '../contract.ts';
import { consentWords } from './consent-words.ts';

/** A word to be written down. */
export type ConsentGiven = Pick<ConsentView, 'purpose' | 'medium' | 'state' | 'source' | 'evidence'> & {
  /** When they said so; left out: now. */
  readonly saidOn?: string;
};

/** What for, by which way, what was said, when, where, and what proves it. */
export function ConsentForm(props: {
  readonly isPending: boolean;
  readonly onSave: (given: ConsentGiven) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(consentWords);
  const [given, write] = useState<ConsentGiven>({
    purpose: 'marketing',
    medium: 'mail',
    state: 'given',
    source: 'call',
    evidence: '',
  });
  const [day, setDay] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    props.onSave({ ...given, ...(day && { saidOn: new Date(`${day}T00:00`).toISOString() }) });
  };
  return (
    <form onSubmit={submit} className="mt-2 flex flex-col gap-3 border-t border-line pt-3">
      <div className="grid grid-cols-3 gap-3 max-phone:grid-cols-1">
        <SelectField
          label={t('purpose')}
          value={given.purpose}
          options={consentPurposes.map((id) => ({ id, label: t(`for-${id}`) }))}
          onChoose={(purpose) => write({ ...given, purpose })}
        />
        <SelectField
          label={t('medium')}
          value={given.medium}
          options={consentMedia.map((id) => ({ id, label: t(`by-${id}`) }))}
          onChoose={(medium) => write({ ...given, medium })}
        />
        <SelectField
          label={t('state')}
          value={given.state}
          options={consentStates.map((id) => ({ id, label: t(id) }))}
          onChoose={(state) => write({ ...given, state })}
        />
        <SelectField
          label={t('source')}
          value={given.source}
          options={consentSources.map((id) => ({ id, label: t(`from-${id}`) }))}
          onChoose={(source) => write({ ...given, source })}
        />
        <Field label={t('saidAt')} type="date" value={day} onChange={(event) => setDay(event.target.value)} />
      </div>
      <TextField
        label={t('evidence')}
        hint={t('evidenceHint')}
        rows={2}
        maxLength={2000}
        value={given.evidence}
        onChange={(event) => write({ ...given, evidence: event.target.value })}
      />
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={props.isPending}>
          {t('save')}
        </Button>
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
