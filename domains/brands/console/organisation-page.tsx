import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, Suspense, useState } from 'react';
import { Button, EmptyState, ErrorNote, Skeleton, useSockets, useView, useWords } from '#platform/ui';
import { type BrandView, listBrands } from '../contract.ts';
import { ArchivedBrands, BrandArchive } from './brand-archive.tsx';
import { BrandForm } from './brand-form.tsx';
import { BrandTeam } from './brand-team.tsx';
import { organisationWords } from './organisation-words.ts';

/** Settings > Your organisation: how customers know it. Where there is one brand, nothing here is called one. */
export function OrganisationPage(): ReactElement {
  const t = useWords(organisationWords);
  const client = useQueryClient();
  const pieces = useSockets().brands;
  const [isAdding, setAdding] = useState(false);
  const [addedId, setAddedId] = useState<string>();
  const { data, error } = useView(listBrands, {});
  if (error && !data) return <ErrorNote title={t('failed')} detail={error.problem.title} />;
  if (!data) return <Skeleton rows={4} rowHeightPx={56} label={t('loading')} />;
  const mine = data.rows.filter((brand) => brand.can.includes('configure'));
  if (mine.length === 0) return <EmptyState title={t('mayNot')}>{t('mayNotLead')}</EmptyState>;
  const areMany = data.rows.length > 1;
  const readAgain = (): void => void client.invalidateQueries({ queryKey: [listBrands.path] });
  const onAdded = (brand: BrandView): void => {
    setAdding(false);
    setAddedId(brand.id);
    readAgain();
  };
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 basis-60">
          <h1>{t(areMany ? 'many' : 'alone')}</h1>
          <p className="text-text-2">{t(areMany ? 'manyLead' : 'aloneLead')}</p>
        </div>
        {areMany && !isAdding && <Button onClick={() => setAdding(true)}>{t('add')}</Button>}
      </header>
      {mine.map((brand) => (
        <section
          key={brand.id}
          aria-label={brand.name}
          className="flex flex-col gap-4 rounded-lg border border-line p-4"
        >
          {areMany && (
            <h2>
              <bdi>{brand.name}</bdi>
            </h2>
          )}
          {brand.id === addedId && <p role="status">{t('added')}</p>}
          <BrandForm brand={brand} onSaved={readAgain} />
          {areMany && <BrandTeam brandId={brand.id} />}
          <Suspense fallback={null}>
            {pieces.map(({ id, component: Piece }) => (
              <Piece key={id} brandId={brand.id} name={brand.name} isAlone={!areMany} />
            ))}
          </Suspense>
          {areMany && brand.isFirst && <p className="border-t border-line pt-3 text-text-2">{t('archiveFirst')}</p>}
          {brand.can.includes('archive') && <BrandArchive brand={brand} onDone={readAgain} />}
        </section>
      ))}
      <ArchivedBrands onDone={readAgain} />
      {(isAdding || !areMany) && (
        <section aria-labelledby="second-brand" className="flex flex-col gap-3 rounded-lg border border-line p-4">
          <h2 id="second-brand">{t('second')}</h2>
          <p className="text-text-2">{t('secondLead')}</p>
          {isAdding ? (
            <BrandForm brand={null} onSaved={onAdded} onCancel={() => setAdding(false)} />
          ) : (
            <Button className="self-start" onClick={() => setAdding(true)}>
              {t('second')}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
