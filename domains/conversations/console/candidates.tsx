import { useDeferredValue, type ReactElement } from 'react';
import { type ThreadPlace, usePages, useView, useWords } from '#platform/ui';
import { type ConversationRow, listConversations, searchConversations } from '../contract.ts';
import { depthWords } from './words.ts';

/** Fewest letters that are looked for. */
const fewestLetters = 2;
/** Most conversations to choose from. */
const mostOffered = 8;

/** The customer's other ones, open first; or what was found by a number or words. Arrows choose. */
export function Candidates(props: {
  readonly place: ThreadPlace;
  readonly typed: string;
  readonly chosen: ConversationRow | undefined;
  readonly onChoose: (row: ConversationRow) => void;
  /** What the list is called. */
  readonly legend: string;
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
      <legend className="mb-1 text-xs font-semibold text-text-2">{props.legend}</legend>
      {rows.map((row) => (
        <label
          key={row.id}
          className="grid min-h-11 grid-cols-[16px_minmax(0,1fr)_auto] items-center gap-x-2.5 rounded-md border border-line px-2.5 py-1.5 has-checked:border-brand has-checked:bg-selected"
        >
          <input
            type="radio"
            name="other-conversation"
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
