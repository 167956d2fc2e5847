import type { ReactElement } from 'react';
import {
  ErrorNote,
  SightPicker,
  type SightPieceProps,
  useAct,
  usePages,
  useSightQuestion,
  useWords,
} from '#platform/ui';
import { explainCustomerSight, listCustomers } from '../contract.ts';
import { CustomerAnswer } from './sight-dialog.tsx';
import { customerSightWords } from './sight-words.ts';

/** Whether somebody sees a customer, found by name, address, number or link. */
export function PersonSight(props: SightPieceProps): ReactElement {
  const t = useWords(customerSightWords);
  const ask = useAct(explainCustomerSight);
  const question = useSightQuestion({
    ask: (id) => ask.mutate({ params: { id }, body: { teammateId: props.teammateId } } as never),
    reset: ask.reset,
  });
  const found = usePages(listCustomers, { query: { text: question.asked, limit: 10 } } as never, {
    enabled: question.isSearch,
  });
  const named = found.data?.pages[0]?.rows.map(({ id, name, place }) => ({
    id: id as string,
    label: [name, place].filter((part) => part !== null && part !== '').join(', ') || t('unnamed'),
  }));
  const rows = question.linked === undefined ? named : [{ id: question.linked, label: t('linked') }];
  return (
    <SightPicker
      {...question.picker}
      label={t('find')}
      found={t('found')}
      which={t('which')}
      none={t('none')}
      rows={question.asked === '' ? undefined : rows}
    >
      {ask.data && question.isChosen && !ask.isPending && <CustomerAnswer name={props.name} sight={ask.data} />}
      {ask.error && <ErrorNote title={ask.error.problem.title} detail={ask.error.problem.help} />}
    </SightPicker>
  );
}
