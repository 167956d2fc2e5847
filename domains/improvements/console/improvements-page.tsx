import { type ReactElement, useState } from 'react';
import { listBrands } from '#domains/brands/contract';
import { useMeId } from './use-me-id.ts';
import {
  Button,
  EmptyState,
  ErrorNote,
  SelectField,
  Skeleton,
  keyCaps,
  useRooms,
  useKeys,
  usePages,
  useView,
  useWords,
} from '#platform/ui';
import {
  getImprovement,
  improvementKinds,
  type ImprovementState,
  improvementStates,
  listImprovements,
} from '../contract.ts';
import { ImprovementRow } from './improvement-row.tsx';
import { improvementWords } from './words.ts';

const rowHeightPx = 84;

/** What should be mended: by where it stands, of what kind and whose, with what becomes of each. */
export function ImprovementsPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(improvementWords);
  const key = keyCaps(useKeys('suggestFix')).join('');
  const me = useMeId();
  const [state, setState] = useState<ImprovementState>('open');
  const [sort, setSort] = useState<'most' | 'newest'>('most');
  const [kind, setKind] = useState<'any' | (typeof improvementKinds)[number]>('any');
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [brandId, setBrandId] = useState('');
  const [whose, setWhose] = useState<'anybody' | 'mine'>('anybody');
  const query = {
    state,
    sort,
    ...(kind === 'any' ? {} : { kind }),
    ...(brandId === '' ? {} : { brandId }),
    ...(whose === 'mine' && me ? { ownerId: me } : {}),
  };
  useRooms((brandId === '' ? brands.map(({ id }) => id) : [brandId]).map((id) => `improvement:brand:${id}`));
  const pages = usePages(listImprovements, { query: query as never });
  const rows = pages.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <section
      aria-label={t('title')}
      data-pane="list"
      className="min-h-0 flex-1 overflow-y-auto bg-surface px-8 py-6 max-phone:px-4"
    >
      <div className="flex max-w-[820px] flex-col gap-4">
        <header>
          <h1>{t('title')}</h1>
          <p className="text-text-2">{t('lead')}</p>
        </header>
        <div className="grid grid-flow-col auto-cols-fr gap-3 max-phone:grid-flow-row max-phone:grid-cols-2">
          {brands.length > 1 && (
            <SelectField
              label={t('brand')}
              value={brandId}
              options={[{ id: '', label: t('anyBrand') }, ...brands.map(({ id, name }) => ({ id, label: name }))]}
              onChoose={setBrandId}
            />
          )}
          <SelectField
            label={t('state')}
            value={state}
            options={improvementStates.map((id) => ({ id, label: t(id) }))}
            onChoose={setState}
          />
          <SelectField
            label={t('kind')}
            value={kind}
            options={(['any', ...improvementKinds] as const).map((id) => ({
              id,
              label: t(id === 'any' ? 'anyKind' : id),
            }))}
            onChoose={setKind}
          />
          <SelectField
            label={t('whose')}
            value={whose}
            options={(['anybody', 'mine'] as const).map((id) => ({ id, label: t(id) }))}
            onChoose={setWhose}
          />
          <SelectField
            label={t('sort')}
            value={sort}
            options={(['most', 'newest'] as const).map((id) => ({ id, label: t(id) }))}
            onChoose={setSort}
          />
        </div>
        {pages.error && <ErrorNote title={pages.error.problem.title} detail={pages.error.problem.help} />}
        {pages.isPending && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
        {pages.data && rows.length === 0 && <EmptyState title={t('none')}>{t('noneSays', { key })}</EmptyState>}
        {props.rest !== '' && <One id={props.rest} />}
        <ul className="flex flex-col">
          {rows
            .filter((row) => row.id !== props.rest)
            .map((row) => (
              <ImprovementRow key={row.id} row={row} />
            ))}
        </ul>
        {pages.hasNextPage && (
          <Button className="self-center" disabled={pages.isFetching} onClick={() => void pages.fetchNextPage()}>
            {t('moreRows')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** The one that the address names, whatever the list shows: a notice leads here. */
function One({ id }: { readonly id: string }): ReactElement {
  const { data, error } = useView(getImprovement, { params: { id } } as never);
  return (
    <>
      {error && <ErrorNote title={error.problem.title} detail={error.problem.help} />}
      <ul className="rounded-lg border border-line bg-surface-2 px-4">{data && <ImprovementRow row={data} />}</ul>
    </>
  );
}
