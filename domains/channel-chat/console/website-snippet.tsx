import { Check, Copy, ExternalLink } from 'lucide-react';
import { type ReactElement, useId, useState } from 'react';
import { Button, copyText, useWords } from '#platform/ui';
import { snippetOf, tryHref } from '../contract.ts';
import { websiteLineWords } from './website-words.ts';

/** The one line of HTML of a website: where it goes, a way to copy it, and a way to try what it brings. */
export function WebsiteSnippet(props: {
  readonly siteKey: string;
  /** What the way to try it is called here. */
  readonly tryWord?: string;
}): ReactElement {
  const t = useWords(websiteLineWords);
  const id = useId();
  const [isCopied, setCopied] = useState(false);
  const snippet = snippetOf(location.origin, props.siteKey);
  const copy = async (): Promise<void> => setCopied(await copyText(snippet));
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id}>{t('onYourWebsite')}</h3>
      <p className="text-text-2">{t('goesWhere')}</p>
      <code
        dir="ltr"
        className="rounded-md bg-surface-3 px-2.5 py-2 font-mono text-xs wrap-anywhere text-text-2 select-all"
      >
        {snippet}
      </code>
      <div className="flex items-center gap-3">
        <Button size="sm" onClick={() => void copy()}>
          {isCopied ? <Check className="size-3.5" /> : <Copy className="size-3.5" />}
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
        <a
          href={tryHref(props.siteKey)}
          target="_blank"
          rel="noreferrer"
          className="inline-flex min-h-6 items-center gap-1.5 font-semibold text-brand-text"
        >
          {props.tryWord ?? t('tryIt')}
          <ExternalLink className="turns size-3.5" aria-hidden="true" />
          <span className="sr-only">{t('newTab')}</span>
        </a>
      </div>
    </section>
  );
}
