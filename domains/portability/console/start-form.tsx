import { listBrands } from '#domains/brands/contract';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { Button, ErrorNote, SelectField, useAct, useGo, useView, useWords } from '#platform/ui';
import { listImportKinds, startImport } from '../contract.ts';
import { importWords } from './words.ts';

/** A file and what its lines are. Nothing is changed by giving it. */
export function StartForm(props: { readonly kind: string | undefined }): ReactElement {
  const t = useWords(importWords);
  const go = useGo();
  const fileId = useId();
  const kinds = useView(listImportKinds, {}).data?.rows ?? [];
  const brands = useView(listBrands, {}).data?.rows ?? [];
  const [chosen, choose] = useState(props.kind ?? '');
  const [brand, setBrand] = useState('');
  const [file, setFile] = useState<File>();
  const [isReading, setReading] = useState(false);
  const act = useAct(startImport);
  const kind = kinds.find((one) => one.kind === chosen) ?? kinds[0];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!file || !kind) return;
    setReading(true);
    const base64 = await base64Of(file);
    setReading(false);
    const brandId = brand || brands[0]?.id;
    act.mutate(
      { body: { kind: kind.kind, fileName: file.name, base64, ...(brandId && { brandId: brandId as never }) } },
      { onSuccess: ({ id }) => go(`/settings/imports/${id}`) },
    );
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-wrap items-start gap-3">
      <SelectField
        label={t('kind')}
        value={kind?.kind ?? ''}
        options={kinds.map((one) => ({ id: one.kind, label: one.title }))}
        onChoose={choose}
      />
      {brands.length > 1 && (
        <SelectField
          label={t('brand')}
          value={brand || String(brands[0]?.id)}
          options={brands.map(({ id, name }) => ({ id: String(id), label: name }))}
          onChoose={setBrand}
        />
      )}
      <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1 text-xs text-text-2">
        <label htmlFor={fileId} className="font-semibold">
          {t('file')}
        </label>
        <input
          id={fileId}
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          required
          aria-describedby={`${fileId}-hint`}
          onChange={(event) => setFile(event.target.files?.[0])}
          className="min-h-[38px] rounded-[9px] border border-line-control bg-surface px-3 py-1.5 text-md text-text max-phone:min-h-11"
        />
        <span id={`${fileId}-hint`} className="text-text-3">
          <bdi>
            {kind?.says}. {t('fileHint')}
          </bdi>
        </span>
      </div>
      <Button
        type="submit"
        look="primary"
        className="mt-5 h-[38px] max-phone:h-11"
        disabled={isReading || act.isPending || !kind}
      >
        {t('start')}
      </Button>
      {act.error && (
        <ErrorNote title={act.error.problem.title} detail={act.error.problem.detail ?? act.error.problem.help} />
      )}
    </form>
  );
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(',')[1] ?? '');
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(file);
  });
}
