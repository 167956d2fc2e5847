import { Merge } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Avatar, Button, Chip, ErrorNote, Field, languageNameOf, Skeleton, useView, useWords } from '#platform/ui';
import { CustomerId, type CustomerView, type MergePart, readCustomer } from '../contract.ts';
import { duplicateWords } from './duplicate-words.ts';
import { useMerge } from './use-merge.tsx';

type Side = 'one' | 'other';
const chosenParts = ['name', 'place', 'zone', 'locale'] as const;

/** Two records side by side: who stays, what stays where they differ, and why they are one. */
export function MergeSideBySide(props: {
  readonly oneId: string;
  readonly otherId: string;
  readonly reasons: readonly string[];
  readonly otherwise?: ReactNode;
}): ReactElement {
  const t = useWords(duplicateWords);
  const one = useView(readCustomer, { params: { id: CustomerId.parse(props.oneId) } });
  const other = useView(readCustomer, { params: { id: CustomerId.parse(props.otherId) } });
  const error = one.error ?? other.error;
  if (error) return <ErrorNote title={error.problem.title} detail={error.problem.help} />;
  if (!one.data || !other.data) return <Skeleton rows={6} rowHeightPx={48} label={t('loading')} />;
  if (one.data.id === other.data.id || one.data.erasedAt || other.data.erasedAt)
    return <ErrorNote title={t('already')} detail={t('undoHint')} />;
  return <Choice {...props} one={one.data} other={other.data} />;
}

function Choice(props: {
  readonly one: CustomerView;
  readonly other: CustomerView;
  readonly reasons: readonly string[];
  readonly otherwise?: ReactNode;
}): ReactElement {
  const t = useWords(duplicateWords);
  const { one, other } = props;
  const [stays, setStays] = useState<Side>(() => (one.firstSeenAt <= other.firstSeenAt ? 'one' : 'other'));
  const [chosen, choose] = useState<Partial<Record<MergePart, Side>>>({});
  const [why, setWhy] = useState('');
  const sides = { one, other };
  const [kept, gone] = stays === 'one' ? [one, other] : [other, one];
  const sideOf = (part: (typeof chosenParts)[number]): Side => chosen[part] ?? fuller(sides, part, stays);
  const take: MergePart[] = [...chosenParts.filter((part) => sideOf(part) !== stays), 'tags', 'custom'];
  const merge = useMerge(kept, gone);
  return (
    <div className="flex max-w-[860px] flex-col gap-4 px-6 py-5 max-phone:px-3.5">
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="text-xl">{t('pair')}</h2>
        {props.reasons.map((reason) => (
          <Chip key={reason} tone="outline">
            {reason}
          </Chip>
        ))}
      </header>
      <p className="text-text-2">{t('chooseHow')}</p>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table className="w-full table-fixed border-collapse text-start">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="w-28 px-4 py-2.5 text-start text-xs font-semibold text-text-3 max-phone:w-20">
                {t('what')}
              </th>
              {(['one', 'other'] as const).map((side) => (
                <th key={side} scope="col" className="px-3 py-2.5 text-start font-normal">
                  <Head customer={sides[side]} isChosen={stays === side} onChoose={() => setStays(side)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chosenParts.map((part) => (
              <PartRow
                key={part}
                title={t(part)}
                part={part}
                sides={sides}
                chosen={sideOf(part)}
                onChoose={(side) => choose({ ...chosen, [part]: side })}
              />
            ))}
            <PlainRow
              title={t('reached')}
              cells={[one, other].map((side) => side.identities.map(({ value }) => value))}
            />
            <PlainRow
              title={t('companies')}
              cells={[one, other].map((side) => side.companies.map(({ name }) => name))}
            />
          </tbody>
        </table>
      </div>
      <p className="text-xs text-text-3">
        {t('fieldsJoined')} {t('undoHint')}
      </p>
      <Field
        label={t('why')}
        hint={t('whyHint')}
        dir="auto"
        maxLength={300}
        value={why}
        onChange={(e) => setWhy(e.target.value)}
      />
      {merge.error && <ErrorNote title={merge.error.problem.title} detail={merge.error.problem.help} />}
      <div className="flex flex-wrap gap-2">
        {one.can.includes('merge') && other.can.includes('merge') && (
          <Button look="primary" disabled={merge.isPending} onClick={() => merge.act({ take, why })}>
            <Merge className="size-4" />
            {t('merge')}
          </Button>
        )}
        {props.otherwise}
      </div>
    </div>
  );
}

/** Where nothing was chosen: what the one who stays says, or the other's where they say nothing. */
function fuller(sides: Readonly<Record<Side, CustomerView>>, part: (typeof chosenParts)[number], stays: Side): Side {
  const elsewhere = stays === 'one' ? 'other' : 'one';
  return !sides[stays][part] && sides[elsewhere][part] ? elsewhere : stays;
}

function Head(props: {
  readonly customer: CustomerView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}): ReactElement {
  const t = useWords(duplicateWords);
  const name = props.customer.name || t('unnamed');
  return (
    <label className="flex min-h-10 cursor-pointer items-center gap-2.5">
      <input
        type="radio"
        name="stays"
        checked={props.isChosen}
        onChange={props.onChoose}
        className="size-4 accent-brand"
      />
      <span className="max-phone:hidden">
        <Avatar name={name} sizePx={32} />
      </span>
      <span className="min-w-0">
        <b className="block truncate font-semibold">
          <bdi>{name}</bdi>
        </b>
        <span className="block text-xs text-text-3">{t('stays')}</span>
      </span>
    </label>
  );
}

function PartRow(props: {
  readonly title: string;
  readonly part: (typeof chosenParts)[number];
  readonly sides: Readonly<Record<Side, CustomerView>>;
  readonly chosen: Side;
  readonly onChoose: (side: Side) => void;
}): ReactElement {
  const t = useWords(duplicateWords);
  const { part, sides } = props;
  const said = (side: Side): string => {
    const value = sides[side][part];
    return value && part === 'locale' ? languageNameOf(value) : value || t('nothing');
  };
  const isSame = sides.one[part] === sides.other[part];
  return (
    <tr className="border-b border-line">
      <th scope="row" className="px-4 py-2 text-start text-xs font-normal text-text-3">
        {props.title}
      </th>
      {(['one', 'other'] as const).map((side) => (
        <td key={side} className="px-3 py-1.5">
          {isSame ? (
            <bdi className="break-words">{said(side)}</bdi>
          ) : (
            <label className="flex min-h-7 cursor-pointer items-center gap-2.5 max-phone:min-h-10">
              <input
                type="radio"
                name={`part-${part}`}
                aria-label={`${props.title}: ${said(side)}`}
                checked={props.chosen === side}
                onChange={() => props.onChoose(side)}
                className="size-4 flex-none accent-brand"
              />
              <bdi className="min-w-0 break-words">{said(side)}</bdi>
            </label>
          )}
        </td>
      ))}
    </tr>
  );
}

function PlainRow(props: { readonly title: string; readonly cells: readonly (readonly string[])[] }): ReactElement {
  const t = useWords(duplicateWords);
  return (
    <tr className="border-b border-line last:border-b-0">
      <th scope="row" className="px-4 py-2 text-start align-top text-xs font-normal text-text-3">
        {props.title}
      </th>
      {props.cells.map((values, at) => (
        <td key={at === 0 ? 'one' : 'other'} className="px-3 py-2 align-top">
          {values.length === 0 && <span className="text-text-3">{t('nothing')}</span>}
          {values.map((value) => (
            <bdi key={value} className="block break-all">
              {value}
            </bdi>
          ))}
        </td>
      ))}
    </tr>
  );
}
