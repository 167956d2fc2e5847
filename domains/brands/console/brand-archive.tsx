import { useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, Dialog, ErrorNote, newId, useAct, useNow, useTell, useView, useWords, whenOf } from '#platform/ui';
import {
  type ArchivalView,
  archiveBrand,
  type BrandView,
  countedTo,
  listArchivedBrands,
  previewArchival,
  restoreBrand,
} from '../contract.ts';
import { organisationWords } from './organisation-words.ts';

/** Archives a brand, after saying what becomes of everything it has. */
export function BrandArchive(props: { readonly brand: BrandView; readonly onDone: () => void }): ReactElement {
  const t = useWords(organisationWords);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className="border-t border-line pt-3">
      <Button look="ghost" size="sm" className="text-danger-text!" onClick={() => setAsking(true)}>
        {t('archiveOne', { name: props.brand.name })}
      </Button>
      {isAsking && <ArchiveDialog brand={props.brand} onClose={() => setAsking(false)} onDone={props.onDone} />}
    </div>
  );
}

function ArchiveDialog(props: {
  readonly brand: BrandView;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const t = useWords(organisationWords);
  const said = useSaid();
  const client = useQueryClient();
  const { id, name } = props.brand;
  const preview = useView(previewArchival, { params: { id } });
  const archive = useAct(archiveBrand);
  const refused = preview.error ?? archive.error;
  const closesLines = (preview.data?.lines.length ?? 0) > 0;
  const onSuccess = (): void => {
    said(t('archived', { name }));
    void client.invalidateQueries({ queryKey: [listArchivedBrands.path] });
    props.onClose();
    props.onDone();
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t('archiveOne', { name })}
      foot={
        <>
          <Button onClick={props.onClose}>{t('keep')}</Button>
          <Button
            look="danger"
            disabled={!preview.data || archive.isPending}
            onClick={() => archive.mutate({ params: { id }, body: { closesLines } }, { onSuccess })}
          >
            {t(closesLines ? 'archiveClosing' : 'archiveNow')}
          </Button>
        </>
      }
    >
      <p className="pb-2">{t('archiveLead', { name })}</p>
      {preview.data && <WhatBecomes preview={preview.data} />}
      {refused && <ErrorNote title={refused.problem.title} detail={refused.problem.help} />}
    </Dialog>
  );
}

function WhatBecomes({ preview }: { readonly preview: ArchivalView }): ReactElement {
  const t = useWords(organisationWords);
  const { lines, keeps } = preview;
  const addresses = lines.map(({ address }) => address).join(', ');
  const howMany = (count: number): string =>
    count < countedTo ? String(count) : t('atLeast', { count: String(count) });
  return (
    <ul className="flex list-disc flex-col gap-1.5 ps-5">
      <li>{lines.length > 0 ? t('linesClose', { addresses }) : t('linesNone')}</li>
      {keeps.map(({ says, becomes, count }) => (
        <li key={says}>
          <b className="font-semibold">
            {says}: {howMany(count)}.
          </b>{' '}
          {count > 0 && becomes}
        </li>
      ))}
      <li>{t('figures')}</li>
      <li>{t('goBack')}</li>
    </ul>
  );
}

/** Those that are served no more, each with the way back; nothing where there are none. */
export function ArchivedBrands(props: { readonly onDone: () => void }): ReactElement | null {
  const t = useWords(organisationWords);
  const said = useSaid();
  const now = useNow();
  const client = useQueryClient();
  const { data } = useView(listArchivedBrands, {});
  const restore = useAct(restoreBrand);
  if (!data || data.rows.length === 0) return null;
  const bringBack = ({ id, name }: BrandView): void =>
    restore.mutate(
      { params: { id } },
      {
        onSuccess: () => {
          said(t('restored', { name }));
          void client.invalidateQueries({ queryKey: [listArchivedBrands.path] });
          props.onDone();
        },
      },
    );
  return (
    <section aria-labelledby="archived-brands" className="flex flex-col gap-2 rounded-lg border border-line p-4">
      <h2 id="archived-brands">{t('archivedTitle')}</h2>
      <ul className="flex flex-col">
        {data.rows.map((brand) => (
          <li key={brand.id} className="flex min-h-[52px] flex-wrap items-center gap-3">
            <span className="min-w-0 flex-1 basis-52">
              <bdi className="font-semibold">{brand.name}</bdi>{' '}
              <span className="text-text-3">
                {t('archivedSince', { when: whenOf(brand.archivedAt ?? now.toString(), now) })}
              </span>
            </span>
            {brand.can.includes('restore') && (
              <Button
                size="sm"
                aria-label={t('restoreOne', { name: brand.name })}
                disabled={restore.isPending}
                onClick={() => bringBack(brand)}
              >
                {t('restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {restore.error && <ErrorNote title={restore.error.problem.title} detail={restore.error.problem.help} />}
    </section>
  );
}

/** Says in a word that it was done. */
function useSaid(): (text: string) => void {
  const tell = useTell();
  return (text) => tell({ id: newId(), icon: <Check />, text });
}
