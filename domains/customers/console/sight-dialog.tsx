import { useState, type ReactElement } from 'react';
import { listTeammates } from '#domains/identity/contract';
import { Button, Dialog, ErrorNote, SelectField, SightAnswer, useAct, usePages, useWords } from '#platform/ui';
import { type CustomerSight, explainCustomerSight } from '../contract.ts';
import { customerSightWords } from './sight-words.ts';
import { useCustomerSight } from './use-customer-sight.ts';

/** Who can see a customer, one teammate at a time, with the reason. */
export function CustomerSightDialog(props: {
  readonly customerId: string;
  readonly customerName: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(customerSightWords);
  const people = usePages(listTeammates, { query: {} }).data?.pages.flatMap((page) => page.rows) ?? [];
  const ask = useAct(explainCustomerSight);
  const [chosen, setChosen] = useState('');
  const person = people.find(({ id }) => id === chosen);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('title', { name: props.customerName })}
      foot={<Button onClick={props.onClose}>{t('close')}</Button>}
    >
      <div className="flex flex-col gap-3">
        <p>{t('lead')}</p>
        <SelectField
          label={t('teammate')}
          value={chosen}
          options={[
            { id: '', label: t('choose') },
            ...people.map(({ id, name }) => ({ id: id as string, label: name })),
          ]}
          onChoose={(id) => {
            setChosen(id);
            if (id !== '') ask.mutate({ params: { id: props.customerId }, body: { teammateId: id } } as never);
          }}
        />
        <div aria-live="polite">
          {person && ask.data && !ask.isPending && <CustomerAnswer name={person.name} sight={ask.data} />}
        </div>
        {ask.error && <ErrorNote title={ask.error.problem.title} detail={ask.error.problem.help} />}
      </div>
    </Dialog>
  );
}

/** Yes or no, and why. */
export function CustomerAnswer(props: { readonly name: string; readonly sight: CustomerSight }): ReactElement {
  const t = useWords(customerSightWords);
  const why = useCustomerSight(props.sight);
  const { allowed } = props.sight;
  return <SightAnswer allowed={allowed} says={t(allowed ? 'sees' : 'seesNot', { name: props.name })} why={why} />;
}
