import { useState, type ReactElement } from 'react';
import {
  ErrorNote,
  idInLink,
  SightPicker,
  type SightPieceProps,
  useAct,
  usePages,
  useRested,
  useWords,
} from '#platform/ui';
import { explainCustomerSight, listCustomers } from '../contract.ts';
import { CustomerAnswer } from './sight-dialog.tsx';
import { customerSightWords } from './sight-words.ts';

/** Whether somebody sees a customer, found by name, address, number or link. */
export function PersonSight(props: SightPieceProps): ReactElement {
  const t = useWords(customerSightWords);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const ask = useAct(explainCustomerSight);
  const asked = useRested(text.trim());
  const linked = idInLink(asked);
  const found = usePages(listCustomers, { query: { text: asked, limit: 10 } } as never, {
    enabled: asked !== '' && linked === undefined,
  });
  const named = found.data?.pages[0]?.rows.map(({ id, name, place }) => ({
    id: id as string,
    label: [name, place].filter((part) => part !== null && part !== '').join(', ') || t('unnamed'),
  }));
  const rows = linked === undefined ? named : [{ id: linked, label: t('linked') }];
  const choose = (id: string): void => {
    setChosen(id);
    if (id !== '') ask.mutate({ params: { id }, body: { teammateId: props.teammateId } } as never);
  };
  return (
    <SightPicker
      label={t('find')}
      found={t('found')}
      which={t('which')}
      none={t('none')}
      text={text}
      onText={(next) => {
        setText(next);
        setChosen('');
        ask.reset();
      }}
      rows={asked === '' ? undefined : rows}
      chosen={chosen}
      onChoose={choose}
    >
      {ask.data && chosen !== '' && !ask.isPending && <CustomerAnswer name={props.name} sight={ask.data} />}
      {ask.error && <ErrorNote title={ask.error.problem.title} detail={ask.error.problem.help} />}
    </SightPicker>
  );
}
