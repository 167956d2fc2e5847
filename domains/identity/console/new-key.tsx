import { Check, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, copyText, useWords } from '#platform/ui';
import { keyWords } from './key-words.ts';
import { Section } from './section.tsx';

/** A key that was just made: the only time it is seen. */
export function NewKey(props: { readonly value: string; readonly onDone: () => void }): ReactElement {
  const t = useWords(keyWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => setCopied(await copyText(props.value));
  return (
    <Section title={t('made')}>
      <code dir="ltr" className="rounded-md bg-surface-3 px-3 py-2 font-mono break-all select-all">
        {props.value}
      </code>
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>
          {isCopied ? <Check className="size-4" /> : <Copy className="size-4" />}
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button look="primary" autoFocus onClick={props.onDone}>
          {t('done')}
        </Button>
      </div>
    </Section>
  );
}
