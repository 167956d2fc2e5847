import type { ReactElement } from 'react';
import { useWords } from '#platform/ui';
import { type Facts, fillIn, withTemplate } from '../fill-in.ts';
import { signatureWords } from './signature-words.ts';

/** A mail as the customer sees it: who it is from, the line's words around the reply, and what signs it. */
export function LetterPreview(props: {
  readonly from: string;
  readonly address: string;
  readonly template: string;
  readonly signature: string;
  readonly facts: Facts;
}): ReactElement {
  const t = useWords(signatureWords);
  const facts = {
    ...props.facts,
    customer: props.facts.customer || t('sampleCustomer'),
    number: props.facts.number || '1042',
  };
  const signed = fillIn(props.signature, facts);
  return (
    <section aria-label={t('preview')} className="rounded-md border border-line bg-surface-2 text-sm">
      <p className="border-b border-line px-3 py-2 text-xs text-text-2">
        {t('from')} <b dir="auto">{fillIn(props.from, facts)}</b> <bdi dir="ltr">&lt;{props.address}&gt;</bdi>
      </p>
      <div dir="auto" className="px-3 py-2 break-words whitespace-pre-wrap">
        {withTemplate(props.template, facts, t('sampleReply'), (text) => text)}
        {signed !== '' && <span className="text-text-2">{`\n\n-- \n${signed}`}</span>}
      </div>
    </section>
  );
}
