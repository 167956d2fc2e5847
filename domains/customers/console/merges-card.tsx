import { useQueryClient } from '@tanstack/react-query';
import { Merge, Split } from 'lucide-react';
import { type ReactElement, useDeferredValue, useState } from 'react';
import { AppLink, Button, dateOf, Dialog, ErrorNote, Field, useAct, usePages, useTell, useWords } from '#platform/ui';
import { type CustomerView, listCustomers, unmergeCustomers } from '../contract.ts';
import { Card } from './card.tsx';
import { duplicateWords } from './duplicate-words.ts';

/** Records that were merged into this one, each to be taken apart; and the way to merge one more. */
export function MergesCard({ customer }: { readonly customer: CustomerView }): ReactElement | null {
  const t = useWords(duplicateWords);
  const [isFinding, setFinding] = useState(false);
  const mayMerge = customer.can.includes('merge');
  if (!mayMerge && customer.merges.length === 0) return null;
  return (
    <Card
      title={t('merges')}
      action={
        mayMerge && (
          <Button size="sm" look="ghost" onClick={() => setFinding(true)}>
            <Merge className="size-3.5" />
            {t('mergeAnother')}
          </Button>
        )
      }
    >
      {customer.merges.length === 0 && <p className="text-text-3">{t('undoHint')}</p>}
      <ul className="flex flex-col gap-1">
        {customer.merges.map((merge) => (
          <MergeLine key={merge.id} customer={customer} merge={merge} mayMerge={mayMerge} />
        ))}
      </ul>
      {isFinding && <FindOther customer={customer} onClose={() => setFinding(false)} />}
    </Card>
  );
}

function MergeLine(props: {
  readonly customer: CustomerView;
  readonly merge: CustomerView['merges'][number];
  readonly mayMerge: boolean;
}): ReactElement {
  const t = useWords(duplicateWords);
  const { customer, merge } = props;
  const { takeApart, isPending, error } = useTakeApart(customer.id, merge.id);
  const when = dateOf(merge.mergedAt, true);
  return (
    <li className="flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 flex-1 basis-40">
        <bdi className="font-medium">{merge.mergedName || t('unnamed')}</bdi>{' '}
        <span className="text-xs text-text-3">
          {merge.mergedByName === null ? t('mergedWhen', { when }) : t('mergedBy', { who: merge.mergedByName, when })}
        </span>
        {merge.why && (
          <span dir="auto" className="block text-text-2">
            {merge.why}
          </span>
        )}
      </span>
      {props.mayMerge && (
        <Button size="sm" disabled={isPending} onClick={takeApart}>
          <Split className="size-3.5" />
          {t('takeApart')}
        </Button>
      )}
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
    </li>
  );
}

/** Takes a merge apart; both records stand in lists and conversations, so that everything shown is asked anew. */
function useTakeApart(id: CustomerView['id'], mergeId: CustomerView['merges'][number]['id']) {
  const t = useWords(duplicateWords);
  const client = useQueryClient();
  const tell = useTell();
  const { mutate, isPending, error } = useAct(unmergeCustomers);
  const onSuccess = (): void => {
    void client.invalidateQueries();
    tell({ id: `apart-${mergeId}`, icon: <Split />, text: t('takenApart') });
  };
  return { takeApart: () => mutate({ params: { id, mergeId } }, { onSuccess }), isPending, error };
}

/** The other record by a part of its name, address or number; the two then stand side by side. */
function FindOther(props: { readonly customer: CustomerView; readonly onClose: () => void }): ReactElement {
  const t = useWords(duplicateWords);
  const [said, say] = useState('');
  const text = useDeferredValue(said.trim());
  const asked = { query: { text, brandId: props.customer.brandId, limit: 10 } };
  const pages = usePages(listCustomers, asked as never, { enabled: text.length > 2 });
  const rows = (pages.data?.pages[0]?.rows ?? []).filter(({ id }) => id !== props.customer.id);
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('mergeAnother')}
      foot={<Button onClick={props.onClose}>{t('cancel')}</Button>}
    >
      <Field label={t('findOther')} dir="auto" autoFocus value={said} onChange={(event) => say(event.target.value)} />
      {text.length > 2 && pages.data && rows.length === 0 && (
        <p className="mt-2 text-text-3">{t('noneFound', { text })}</p>
      )}
      <ul className="mt-2">
        {rows.map((row) => (
          <li key={row.id}>
            <AppLink
              href={`/customers/duplicates/${props.customer.id}/${row.id}`}
              label={row.name || t('unnamed')}
              current={false}
              className="flex min-h-10 items-center gap-2 rounded-md px-2 hover:bg-hover"
            >
              <bdi className="font-medium">{row.name || t('unnamed')}</bdi>
              <span dir="auto" className="text-xs text-text-3">
                {row.place}
              </span>
            </AppLink>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
