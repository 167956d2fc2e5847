import type { ReactElement } from 'react';
import { Field, SelectField, useWords } from '#platform/ui';
import type { LineDraft } from './line-draft.ts';
import { mailWords } from './words.ts';

/** How a mail that names no conversation joins one: by thread, by what is open, by customer; with a window. */
export function CaseFields(props: {
  readonly draft: LineDraft;
  readonly onChange: (part: Partial<LineDraft>) => void;
}): ReactElement {
  const t = useWords(mailWords);
  const { draft } = props;
  return (
    <>
      <SelectField
        label={t('casePolicy')}
        value={draft.casePolicy}
        options={[
          { id: 'thread', label: t('byThread') },
          { id: 'open-conversation', label: t('byOpen') },
          { id: 'customer', label: t('byCustomer') },
        ]}
        onChoose={(casePolicy) => props.onChange({ casePolicy })}
      />
      {draft.casePolicy !== 'thread' && (
        <Field
          label={t('caseWindow')}
          hint={t('caseWindowHint')}
          inputMode="numeric"
          value={draft.caseWindow}
          onChange={(event) => props.onChange({ caseWindow: event.target.value.replace(/\D/g, '').slice(0, 4) })}
        />
      )}
      <Field
        label={t('budget')}
        hint={t('budgetHint')}
        inputMode="numeric"
        value={draft.budget}
        onChange={(event) => props.onChange({ budget: event.target.value.replace(/\D/g, '').slice(0, 4) })}
      />
    </>
  );
}
