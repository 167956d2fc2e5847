import { Check, Copy, ExternalLink } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { snippetOf, tryHref } from '#domains/channel-chat/contract';
import { Button, copyText, useWords } from '#platform/ui';
import { firstTeamWords } from './first-team-words.ts';

/** The one line of HTML for the website, and a page of ours to write to oneself before the website has it. */
export function TryWebsite({ siteKey }: { readonly siteKey: string }): ReactElement {
  const t = useWords(firstTeamWords);
  const [isCopied, setCopied] = useState(false);
  const snippet = snippetOf(location.origin, siteKey);
  const copy = async (): Promise<void> => setCopied(await copyText(snippet));
  return (
    <>
      <p>{t('paste')}</p>
      <div className="flex flex-wrap items-center gap-3 rounded-[13px] border border-line bg-surface-2 px-4 py-3">
        <code dir="ltr" className="min-w-0 flex-1 basis-64 font-mono text-sm wrap-anywhere select-all">
          {snippet}
        </code>
        <Button onClick={() => void copy()}>
          {isCopied ? <Check className="size-3.5" /> : <Copy className="size-3.5" />}
          {t(isCopied ? 'copied' : 'copySnippet')}
        </Button>
      </div>
      <p>
        <a
          href={tryHref(siteKey)}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center gap-1.5 font-semibold text-brand-text"
        >
          {t('tryChat')}
          <ExternalLink className="turns size-3.5" aria-hidden="true" />
          <span className="sr-only">{t('newTab')}</span>
        </a>
      </p>
    </>
  );
}
