import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactElement, useState } from 'react';
import { changeLine, type LineView, listLines } from '#domains/brands/contract';
import {
  AppLink,
  type BrandPieceProps,
  Button,
  ErrorNote,
  Skeleton,
  TextField,
  useAct,
  useView,
  useWords,
} from '#platform/ui';
import { readLetter } from '../contract.ts';
import { FromNameField } from './from-name-field.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { signatureWords } from './signature-words.ts';

/** Whose mails of a brand are from, and what ends them: of each of its addresses, with the mail as the customer sees it. */
export function BrandLetters({ brandId, isAlone }: BrandPieceProps): ReactElement {
  const t = useWords(signatureWords);
  const { data, error } = useView(listLines, { query: { brandId: brandId as never } });
  if (error) return <ErrorNote title={t('linesFailed')} detail={error.problem.title} />;
  if (!data) return <Skeleton rows={3} rowHeightPx={56} label={t('loading')} />;
  const mine = data.rows.filter((line) => line.channel === 'email' && line.can.includes('configure'));
  return (
    <section aria-label={t('ofLines')} className="flex flex-col gap-3 border-t border-line pt-3">
      <div>
        <h3 className="text-md">{t('ofLines')}</h3>
        <p className="text-text-2">{t(mine.length > 0 ? 'ofLinesLead' : 'ofLinesNone')}</p>
      </div>
      {mine.map((line) => (
        <LineLetters key={line.id} line={line} isAlone={isAlone} />
      ))}
      <AppLink
        href="/settings/signatures"
        label={t('ownOnes')}
        current={false}
        className="self-start font-semibold text-brand-text"
      >
        {t('ownOnes')}
      </AppLink>
    </section>
  );
}

function LineLetters(props: { readonly line: LineView; readonly isAlone: boolean }): ReactElement | null {
  const t = useWords(signatureWords);
  const { line, isAlone } = props;
  const client = useQueryClient();
  const kept = { fromName: textOf(line, 'fromName'), signature: textOf(line, 'signature') };
  const [draft, setDraft] = useState(kept);
  const save = useAct(changeLine);
  const letter = useView(readLetter, { params: { id: String(line.id) as never } }).data;
  if (!letter) return null;
  const change = (part: Partial<typeof draft>): void => {
    save.reset();
    setDraft({ ...draft, ...part });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    const asked = { params: { id: line.id }, body: { settings: { ...line.settings, ...draft } } };
    save.mutate(asked, {
      onSuccess: () => {
        void client.invalidateQueries({ queryKey: [listLines.path] });
        void client.invalidateQueries({ queryKey: [readLetter.path] });
      },
    });
  };
  return (
    <details className="rounded-md border border-line px-3 py-1">
      <summary className="min-h-6 cursor-pointer">
        <bdi className="font-semibold">{line.address}</bdi>
        <span className="text-text-2">
          {' · '}
          <bdi>{letter.fromName}</bdi>
        </span>
      </summary>
      <form aria-label={line.address} onSubmit={onSubmit} className="flex max-w-[520px] flex-col gap-3 py-2">
        <FromNameField value={draft.fromName} facts={letter.facts} onChange={(fromName) => change({ fromName })} />
        <TextField
          label={t('lineSignature')}
          hint={t(isAlone ? 'lineSignatureHintAlone' : 'lineSignatureHint')}
          maxLength={5000}
          value={draft.signature}
          onChange={(event) => change({ signature: event.target.value })}
        />
        <LetterPreview
          from={draft.fromName || line.name}
          address={line.address}
          template={letter.template}
          signature={draft.signature}
          facts={letter.facts}
        />
        {save.error && <ErrorNote title={save.error.problem.title} detail={save.error.problem.help} />}
        <div className="flex items-center gap-2">
          <Button
            type="submit"
            disabled={save.isPending || (draft.fromName === kept.fromName && draft.signature === kept.signature)}
          >
            {t('save')}
          </Button>
          <span role="status" className="text-text-3">
            {save.isSuccess && t('saved')}
          </span>
        </div>
      </form>
    </details>
  );
}

function textOf({ settings }: LineView, name: 'fromName' | 'signature'): string {
  const text = settings?.[name];
  return typeof text === 'string' ? text : '';
}
