import { type ReactElement, useState } from 'react';
import { Button, useWords } from '#platform/ui';
import type { ApplicationView } from '../contract.ts';
import { hiringWords } from './words.ts';

/** Longest CV in words that is shown here, in characters; the file has all of it. */
const shownLimit = 20_000;

/** The CV: a download; a plain text can be read here, and nothing else is ever opened within the console. */
export function CvPart(props: { readonly view: ApplicationView }): ReactElement {
  const t = useWords(hiringWords);
  const { view } = props;
  const [text, setText] = useState<string>();
  if (!view.cvName) return <p className="text-text-3">{t('noCv')}</p>;
  const address = `/api/applications/${view.id}/cv`;
  const read = async (): Promise<void> => {
    const answer = await fetch(address);
    setText(answer.ok ? (await answer.text()).slice(0, shownLimit) : t('failed'));
  };
  return (
    <div className="flex flex-col items-start gap-2">
      <a
        href={address}
        download={view.cvName}
        className="inline-flex min-h-6 items-center font-semibold text-brand-text"
      >
        <bdi>{t('downloadCv', { name: view.cvName })}</bdi>
      </a>
      {/\.txt$/i.test(view.cvName) && (
        <Button size="sm" onClick={() => (text === undefined ? void read() : setText(undefined))}>
          {text === undefined ? t('cvText') : t('cvHide')}
        </Button>
      )}
      {text !== undefined && (
        <pre
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard
          tabIndex={0}
          aria-label={t('cv')}
          role="region"
          className="max-h-72 w-full overflow-auto rounded-md border border-line bg-surface-2 p-3 font-sans whitespace-pre-wrap"
        >
          {text}
        </pre>
      )}
    </div>
  );
}
