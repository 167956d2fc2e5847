import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import type { Scope } from '#platform/contract';
import { Button, CheckField, Field, SelectField, useAct, useWords } from '#platform/ui';
import { listApiKeys, makeApiKey } from '../contract.ts';
import { keyWords } from './key-words.ts';
import { NewKey } from './new-key.tsx';
import { Refused } from './refused.tsx';
import { ScopeChoice } from './scope-choice.tsx';
import { Section } from './section.tsx';

const dayChoices = [7, 30, 90, 365] as const;
type Ends = `${(typeof dayChoices)[number]}` | 'never';

/** A new key: what for, until when, and as little as it needs. */
export function KeyForm(props: {
  readonly mine: Readonly<Record<string, Scope>>;
  readonly permissions: readonly { readonly name: string; readonly says: string }[];
  readonly mayMakeService: boolean;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(keyWords);
  const client = useQueryClient();
  const make = useAct(makeApiKey);
  const [name, setName] = useState('');
  const [isService, setService] = useState(false);
  const [ends, setEnds] = useState<Ends>('90');
  const [chosen, setChosen] = useState<Readonly<Record<string, Scope>>>({});
  const [isAsked, setAsked] = useState(false);
  const isEmpty = Object.keys(chosen).length === 0;
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isEmpty) return;
    const expiresInDays = ends === 'never' ? null : Number(ends);
    make.mutate(
      { body: { name, isService, permissions: chosen, expiresInDays } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [listApiKeys.path] }) },
    );
  };
  if (make.data) return <NewKey value={make.data.key} onDone={props.onClose} />;
  return (
    <Section title={t('make')}>
      <form onSubmit={onSubmit} className="flex flex-col gap-3">
        <div className="grid grid-cols-[minmax(0,1fr)_180px] gap-3 max-phone:grid-cols-1">
          <Field
            label={t('name')}
            hint={t('nameHint')}
            required
            autoFocus
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <SelectField
            label={t('ends')}
            value={ends}
            options={[
              ...dayChoices.map((days) => ({ id: `${days}` as Ends, label: t('days', { count: days }) })),
              { id: 'never', label: t('never') },
            ]}
            onChoose={setEnds}
          />
        </div>
        {props.mayMakeService && (
          <CheckField label={t('isService')} hint={t('isServiceHint')} checked={isService} onChange={setService} />
        )}
        <ScopeChoice mine={props.mine} permissions={props.permissions} chosen={chosen} onChange={setChosen} />
        {isAsked && isEmpty && (
          <p role="alert" className="text-danger-text">
            {t('chooseOne')}
          </p>
        )}
        <Refused by={make.error} />
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={make.isPending}>
            {t('make')}
          </Button>
          <Button look="ghost" onClick={props.onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
