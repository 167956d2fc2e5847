import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { listBrands, listLines } from '#domains/brands/contract';
import { listSettings } from '#domains/identity/contract';
import { EmptyState, ErrorNote, SelectField, Skeleton, useAct, useView, useWords } from '#platform/ui';
import { setReopening } from '../contract.ts';
import { reopeningWords } from './reopening-words.ts';

const name = 'conversations.reopening';

interface Rule {
  readonly brandId: string;
  readonly lineId: string | null;
  readonly afterDays: number | null;
}

/** Days on offer; another number, given by the interface for programs, is shown beside them. */
const offered = [1, 3, 7, 14, 30, 60, 90, 180, 365];

/** Settings > Opening again: until when an answer opens what was closed, for each brand and each of its lines. */
export function ReopeningPage(): ReactElement {
  const t = useWords(reopeningWords);
  const client = useQueryClient();
  const settings = useView(listSettings, {});
  const brandsHere = useView(listBrands, {});
  const linesHere = useView(listLines, { query: { closed: 'false' } });
  const change = useAct(setReopening);
  const refusal = settings.error ?? brandsHere.error ?? linesHere.error;
  const row = settings.data?.rows.find((one) => one.name === name);
  const brands = row && linesHere.data ? brandsHere.data?.rows : undefined;
  const lines = linesHere.data?.rows ?? [];
  const rules = (row?.value ?? []) as readonly Rule[];
  const put = (brandId: string, lineId: string | null, afterDays: number | null | undefined): void => {
    const rule = afterDays === undefined ? null : { afterDays };
    change.mutate(
      { body: { brandId, lineId, rule } },
      { onSuccess: () => void client.invalidateQueries({ queryKey: [listSettings.path] }) },
    );
  };
  return (
    <div className="flex flex-col gap-6">
      <h1>{t('title')}</h1>
      <p className="text-text-2">{t('lead')}</p>
      {refusal && <ErrorNote title={refusal.problem.title} detail={refusal.problem.help} />}
      {!brands && !refusal && <Skeleton rows={3} rowHeightPx={56} label={t('loading')} />}
      {change.error && <ErrorNote title={change.error.problem.title} detail={change.error.problem.help} />}
      {brands?.length === 0 && <EmptyState title={t('noBrands')}>{t('noBrandsHint')}</EmptyState>}
      {brands?.map((brand) => (
        <fieldset key={brand.id} disabled={change.isPending} className="flex flex-col gap-3">
          {brands.length > 1 && (
            <legend className="pb-2 text-lg font-semibold">
              <bdi>{brand.name}</bdi>
            </legend>
          )}
          <Choice
            label={t('allLines', { brand: brand.name })}
            rule={rules.find((one) => one.brandId === brand.id && one.lineId === null)}
            onChoose={(days) => put(brand.id, null, days ?? undefined)}
          />
          {lines
            .filter((line) => line.brandId === brand.id)
            .map((line) => (
              <Choice
                key={line.id}
                label={t('lineOf', { line: line.name, channel: line.channelTitle })}
                rule={rules.find((one) => one.lineId === line.id)}
                ofBrand
                onChoose={(days) => put(brand.id, line.id, days)}
              />
            ))}
        </fieldset>
      ))}
    </div>
  );
}

/** One rule in words; `undefined` is as the brand says. */
function Choice(props: {
  readonly label: string;
  readonly rule: Rule | undefined;
  readonly ofBrand?: boolean;
  readonly onChoose: (days: number | null | undefined) => void;
}): ReactElement {
  const t = useWords(reopeningWords);
  const { rule, ofBrand = false } = props;
  const given = rule?.afterDays;
  const days = typeof given === 'number' && given > 0 ? [...new Set([...offered, given])] : offered;
  const options = [
    ...(ofBrand ? [{ id: 'brand', label: t('asBrand') }] : []),
    { id: 'always', label: t('always') },
    ...days
      .toSorted((a, b) => a - b)
      .map((count) => ({ id: String(count), label: count === 1 ? t('afterOne') : t('after', { days: count }) })),
    { id: '0', label: t('never') },
  ];
  const said: Readonly<Record<string, null | undefined>> = { brand: undefined, always: null };
  const value = rule === undefined && ofBrand ? 'brand' : String(rule?.afterDays ?? 'always');
  return (
    <SelectField
      label={props.label}
      value={value}
      options={options}
      onChoose={(id) => props.onChoose(id in said ? said[id] : Number(id))}
    />
  );
}
