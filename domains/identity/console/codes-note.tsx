import { Check, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, copyText, useWords } from '#platform/ui';
import { accessWords } from './words.ts';

/** Recovery codes, shown once: to copy, or to save as a file. */
export function CodesNote(props: { readonly codes: readonly string[] }): ReactElement {
  const t = useWords(accessWords);
  const [isCopied, setCopied] = useState(false);
  const text = props.codes.join('\n');
  const copy = async (): Promise<void> => setCopied(await copyText(text));
  return (
    <div className="flex flex-col gap-2 rounded-md bg-surface-2 px-4 py-3">
      <p className="font-semibold">{t('codesTitle')}</p>
      <p className="text-text-2">{t('codesLead')}</p>
      <ul className="grid max-w-[340px] grid-cols-2 gap-x-4 gap-y-1 font-mono" aria-label={t('codesTitle')}>
        {props.codes.map((code) => (
          <li key={code}>
            <bdi>{code}</bdi>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={() => void copy()}>
          {isCopied ? <Check className="size-3.5" /> : <Copy className="size-3.5" />}
          {t(isCopied ? 'copied' : 'copyCodes')}
        </Button>
        <a
          className="inline-flex h-7 items-center rounded-md border border-line-2 px-[9px] text-xs font-control max-phone:h-10"
          download="rapport-recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`}
        >
          {t('saveCodes')}
        </a>
      </div>
    </div>
  );
}
