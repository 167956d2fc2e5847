import { ArrowDownUp } from 'lucide-react';
import { useDeferredValue, useId, useState, type FormEvent, type ReactElement } from 'react';
import { Button, Dialog, ErrorNote, Field, type ThreadPlace, useAct, usePages, useView, useWords } from '#platform/ui';
import {
  getConversation,
  listConversations,
  mergeConversation,
  moveMessage,
  searchConversations,
} from '../contract.ts';
import type { ConversationRow } from '../contract.ts';
import { MergePreview } from './merge-preview.tsx';
import { useMoved } from './use-moved.tsx';
import { depthWords } from './words.ts';

/** Fewest letters that are looked for. */
const fewestLetters = 2;
/** Most conversations to choose from. */
const mostOffered = 8;

/** Merges this conversation, or moves one message of it: suggests, shows what will happen, and can be undone. */
export function MergeDialog(props: {
  readonly place: ThreadPlace;
  readonly entryId?: string;
  readonly onClose: () => void;
}): ReactElement {
  const t = useWords(depthWords);
  const form = useId();
  const { place, entryId } = props;
  const here = useView(getConversation, { params: { id: place.conversationId } }).data;
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<ConversationRow>();
  const [isSwapped, setSwapped] = useState(false);
  const moved = useMoved(place);
  const merge = useAct(mergeConversation);
  const move = useAct(moveMessage);
  const refusal = merge.error ?? move.error;
  const stays = isSwapped ? here : chosen;
  const goes = isSwapped ? chosen : here;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!chosen || !stays || !goes || merge.isPending || move.isPending) return;
    if (entryId !== undefined) {
      move.mutate(
        { params: { id: entryId }, body: { conversationId: chosen.id } },
        {
          onSuccess: ({ moveId }) => {
            moved.done(moveId, t('moved', { number: chosen.number }), place.conversationId);
            props.onClose();
          },
        },
      );
      return;
    }
    merge.mutate(
      { params: { id: goes.id }, body: { intoId: stays.id } },
      {
        onSuccess: ({ moveId }) => {
          moved.done(moveId, t('merged', { from: goes.number, to: stays.number }), stays.id);
          props.onClose();
        },
      },
    );
  };
  return (
    <Dialog
      open
      wide
      onClose={props.onClose}
      title={entryId === undefined ? t('mergeTitle', { number: place.number }) : t('moveTitle')}
      foot={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!chosen || merge.isPending || move.isPending} type="submit" form={form}>
            {stays && entryId === undefined
              ? t('merge', { number: stays.number })
              : t('move', { number: chosen?.number ?? '…' })}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-3">
        <Field
          label={t('find')}
          hint={t('findHint')}
          autoFocus
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Candidates place={place} typed={typed} chosen={chosen} onChoose={setChosen} />
        {chosen && stays && goes && entryId === undefined && (
          <MergePreview stays={stays} goes={goes}>
            <Button size="sm" onClick={() => setSwapped(!isSwapped)}>
              <ArrowDownUp className="size-3.5" />
              {t('swap', { number: goes.number })}
            </Button>
          </MergePreview>
        )}
        {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.detail ?? refusal.problem.help} />}
      </form>
    </Dialog>
  );
}

/** The customer's other ones, open first; or what was found by a number or words. Arrows choose. */
function Candidates(props: {
  readonly place: ThreadPlace;
  readonly typed: string;
  readonly chosen: ConversationRow | undefined;
  readonly onChoose: (row: ConversationRow) => void;
}): ReactElement {
  const t = useWords(depthWords);
  const { place } = props;
  const words = useDeferredValue(props.typed.trim());
  const isSearch = words.length >= fewestLetters;
  // the same pages as the side panel shows, so that live changes move both on
  const theirs = usePages(listConversations, {
    query: { box: 'customer', customerId: place.customerId, order: 'newest' },
  }).data?.pages.flatMap((page) => page.rows);
  const found = useView(
    searchConversations,
    { query: { q: words.replace(/^#/u, ''), limit: mostOffered } },
    { enabled: isSearch },
  ).data;
  const byNumber = theirs?.filter((row) => `${row.number}`.startsWith(words.replace(/^#/u, ''))) ?? [];
  const rows = (isSearch ? [...byNumber, ...(found?.rows.map((hit) => hit.conversation) ?? [])] : (theirs ?? []))
    .filter((row, index, all) => row.id !== place.conversationId && all.findIndex(({ id }) => id === row.id) === index)
    .toSorted((one, other) => Number(one.closedAt !== null) - Number(other.closedAt !== null))
    .slice(0, mostOffered);
  if (rows.length === 0) return <p className="text-text-2">{t(isSearch ? 'noneFound' : 'noCandidates')}</p>;
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-xs font-semibold text-text-2">{t('candidates')}</legend>
      {rows.map((row) => (
        <label
          key={row.id}
          className="grid min-h-11 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-md border border-line px-2.5 py-1.5 has-checked:border-brand has-checked:bg-selected"
        >
          <input
            type="radio"
            name="merge-into"
            className="size-4 accent-brand"
            checked={row.id === props.chosen?.id}
            onChange={() => props.onChoose(row)}
          />
          <span className="min-w-0">
            <b dir="auto" className="block truncate font-medium">
              #{row.number} {row.subject}
            </b>
            <span dir="auto" className="block truncate text-xs text-text-3">
              {row.preview}
            </span>
          </span>
          <span className="text-xs text-text-3">
            {row.customer.id === place.customerId
              ? t(row.closedAt === null ? 'suggested' : 'sameCustomer')
              : t('otherCustomer', { name: row.customer.name })}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
