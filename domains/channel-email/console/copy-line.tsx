import { Check, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, copyText, useWords } from '#platform/ui';
import { mailWords } from './words.ts';

/** Something to be copied as it stands, in one row, with its button. */
export function CopyLine(props: { readonly label: string; readonly text: string }): ReactElement {
  const t = useWords(mailWords);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => setCopied(await copyText(props.text));
  return (
    <div className="flex items-center gap-1 rounded-md bg-surface-3 ps-2.5">
      <code dir="ltr" className="min-w-0 flex-1 py-1.5 font-mono text-xs break-all text-text-2">
        {props.text}
      </code>
      <Button
        look="ghost"
        size="sm"
        square
        aria-label={`${t(isCopied ? 'copied' : 'copy')}: ${props.label}`}
        onClick={() => void copy()}
      >
        {isCopied ? <Check /> : <Copy />}
      </Button>
    </div>
  );
}
