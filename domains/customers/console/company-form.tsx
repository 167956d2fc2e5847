import { type FormEvent, type ReactElement, useState } from 'react';
import { Button, ErrorNote, Field, type Refusal, useWords } from '#platform/ui';
import { customerWords } from './words.ts';

/** The name and the domains of a company, new or known. */
export function CompanyForm(props: {
  readonly name: string;
  readonly domains: readonly string[];
  readonly saveLabel: string;
  readonly error: Refusal | null;
  readonly isPending: boolean;
  readonly onSave: (company: { name: string; domains: string[] }) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useWords(customerWords);
  const [name, setName] = useState(props.name);
  const [domains, setDomains] = useState(props.domains.join(', '));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') props.onSave({ name, domains: domains.split(/[\s,;]+/).filter((part) => part !== '') });
  };
  const refused = props.error?.problem;
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Field
        label={t('companyName')}
        autoFocus
        dir="auto"
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label={t('domains')}
        dir="ltr"
        hint={t('domainsHint')}
        value={domains}
        onChange={(event) => setDomains(event.target.value)}
      />
      {refused && (
        <ErrorNote title={refused.title} detail={[refused.detail, refused.help].filter(Boolean).join(': ')} />
      )}
      <div className="flex gap-2">
        <Button look="primary" type="submit" disabled={name.trim() === '' || props.isPending}>
          {props.saveLabel}
        </Button>
        <Button onClick={props.onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
