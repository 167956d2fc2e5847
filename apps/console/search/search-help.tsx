import { History } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { Button, useWords } from '#platform/ui';
import { forgetSearches, recentSearches } from './recent.ts';
import { searchWords } from './words.ts';

/** What can be typed, and what each does; the examples can be chosen. */
const ways = [
  ['broken pole', 'wayWords'],
  ['"broken tent pole"', 'wayPhrase'],
  ['tent -refund', 'wayNot'],
  ['tent OR awning', 'wayOr'],
  ['from:maya to:support', 'wayFrom'],
  ['subject:refund', 'waySubject'],
  ['note:warehouse', 'wayNote'],
  ['file:invoice has:file', 'wayFile'],
  ['tag:returns reason:damaged priority:urgent', 'wayTag'],
  ['in:orders team:support', 'wayIn'],
  ['assignee:me', 'wayWho'],
  ['is:open', 'wayIs'],
  ['after:2026-11-01 before:7d', 'wayWhen'],
] as const;

/** Before anything is typed: what was searched lately, and the ways to ask. */
export function SearchHelp(props: {
  readonly teammateId: string;
  readonly onChoose: (text: string) => void;
}): ReactElement {
  const t = useWords(searchWords);
  const [recent, setRecent] = useState(() => recentSearches(props.teammateId));
  const forget = (): void => {
    forgetSearches(props.teammateId);
    setRecent([]);
  };
  return (
    <div className="flex flex-col gap-5">
      <div className="px-1">
        <h2>{t('begin')}</h2>
        <p className="text-text-3">{t('beginHint')}</p>
      </div>
      {recent.length > 0 && (
        <section aria-label={t('recent')} className="flex flex-col gap-1">
          <div className="flex items-center justify-between px-1">
            <h3 className="text-xs font-semibold text-text-3">{t('recent')}</h3>
            <Button look="ghost" size="sm" onClick={forget}>
              {t('forget')}
            </Button>
          </div>
          <ul>
            {recent.map((text) => (
              <li key={text}>
                <button
                  type="button"
                  onClick={() => props.onChoose(text)}
                  className="flex h-9 w-full items-center gap-2.5 rounded-md px-2 text-start hover:bg-hover max-phone:h-11"
                >
                  <History className="size-4 text-text-3" aria-hidden="true" />
                  <bdi className="truncate">{text}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t('ways')} className="flex flex-col gap-1">
        <h3 className="px-1 text-xs font-semibold text-text-3">{t('ways')}</h3>
        <dl className="grid grid-cols-[minmax(0,15rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 px-1 max-phone:grid-cols-1">
          {ways.map(([example, word]) => (
            <div key={example} className="contents max-phone:mb-2 max-phone:block">
              <dt>
                <bdi dir="ltr" className="font-semibold text-text">
                  {example}
                </bdi>
              </dt>
              <dd className="text-text-2">{t(word)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
