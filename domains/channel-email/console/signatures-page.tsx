import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { listBrands, listLines } from '#domains/brands/contract';
import { Button, ErrorNote, SelectField, Skeleton, TextField, useAct, useView, useWords, viewKey } from '#platform/ui';
import { getPublicName, listSignatures, readLetter, setSignature } from '../contract.ts';
import { LetterPreview } from './letter-preview.tsx';
import { PublicNameForm } from './public-name-form.tsx';
import { signatureWords } from './signature-words.ts';

/** Settings > Signatures: one's own, for all brands and for each, with the mail as the customer sees it. */
export function SignaturesPage(): ReactElement {
  const t = useWords(signatureWords);
  const signatures = useView(listSignatures, {});
  const brands = useView(listBrands, {});
  const publicName = useView(getPublicName, {});
  const refusal = signatures.error ?? brands.error ?? publicName.error;
  if (refusal) return <ErrorNote title={t('failed')} detail={refusal.problem.title} />;
  if (!signatures.data || !brands.data || !publicName.data)
    return <Skeleton rows={4} rowHeightPx={72} label={t('loading')} />;
  const textOf = (brandId: string | null): string =>
    signatures.data.rows.find((one) => one.brandId === brandId)?.text ?? '';
  const several = brands.data.rows.length > 1 ? brands.data.rows : [];
  return (
    <div className="flex flex-col gap-5">
      <header className="flex flex-col gap-1">
        <h1>{t('title')}</h1>
        <p className="text-text-2">{t('lead')}</p>
      </header>
      <PublicNameForm name={publicName.data.name} />
      <SignatureForm title={t('all')} brandId={null} text={textOf(null)} wider="" />
      {several.map((brand) => (
        <SignatureForm
          key={brand.id}
          title={t('ofBrand', { brand: brand.name })}
          brandId={brand.id}
          text={textOf(brand.id)}
          wider={textOf(null)}
        />
      ))}
    </div>
  );
}

function SignatureForm(props: {
  readonly title: string;
  readonly brandId: string | null;
  readonly text: string;
  /** What holds while this one is empty. */
  readonly wider: string;
}): ReactElement {
  const t = useWords(signatureWords);
  const client = useQueryClient();
  const [text, setText] = useState(props.text);
  const save = useAct(setSignature);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(
      { body: { brandId: props.brandId as never, text } },
      {
        onSuccess: (next) => {
          client.setQueryData(viewKey(listSignatures), next);
          void client.invalidateQueries({ queryKey: [readLetter.path] });
        },
      },
    );
  };
  return (
    <section aria-label={props.title} className="rounded-lg border border-line bg-surface px-4 py-3">
      <form onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={props.title}
          maxLength={5000}
          value={text}
          onChange={(event) => {
            save.reset();
            setText(event.target.value);
          }}
        />
        <Preview brandId={props.brandId} signature={text.trim() || props.wider} />
        {save.error && <ErrorNote title={save.error.problem.title} detail={save.error.problem.help} />}
        <div className="flex items-center gap-3">
          <Button type="submit" look="primary" disabled={save.isPending || text === props.text}>
            {t('save')}
          </Button>
          <span role="status" className="text-xs text-text-3">
            {save.isSuccess && t('saved')}
          </span>
        </div>
      </form>
    </section>
  );
}

/** The mail on a line of the brand; whoever serves several lines chooses which. */
function Preview(props: { readonly brandId: string | null; readonly signature: string }): ReactElement | null {
  const t = useWords(signatureWords);
  const [chosen, setChosen] = useState('');
  const loaded = useView(listLines, { query: {} }).data;
  const lines =
    loaded?.rows.filter(
      (line) => line.channel === 'email' && (props.brandId === null || line.brandId === props.brandId),
    ) ?? [];
  const line = lines.find(({ id }) => id === chosen) ?? lines[0];
  const letter = useView(
    readLetter,
    { params: { id: String(line?.id) as never } },
    { enabled: line !== undefined },
  ).data;
  if (loaded && line === undefined) return <p className="text-xs text-text-3">{t('noLine')}</p>;
  if (letter === undefined) return null;
  return (
    <>
      {lines.length > 1 && (
        <SelectField
          label={t('previewOn')}
          value={String(line?.id)}
          options={lines.map(({ id, name, address }) => ({ id: String(id), label: `${name}, ${address}` }))}
          onChoose={setChosen}
        />
      )}
      <LetterPreview
        from={letter.fromName}
        address={letter.fromAddress}
        template={letter.template}
        signature={props.signature || letter.lineSignature}
        facts={letter.facts}
      />
    </>
  );
}
