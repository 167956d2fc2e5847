import type { ReactElement } from 'react';
import { AppLink, cx, EmptyState, Skeleton, useView, useWords } from '#platform/ui';
import { listPay } from '../contract.ts';
import { PayPart } from './pay-part.tsx';
import { TextEditor } from './text-editor.tsx';
import { TextsPart } from './texts-part.tsx';
import { TitlesPart } from './titles-part.tsx';
import { careersWords } from './words.ts';

const tabs = ['pay', 'texts', 'titles'] as const;
const rowHeightPx = 56;

/** Settings > Careers and pay: ranges of pay, every text of the catalogue, and what roles are called where. */
export function CareersPage(props: { readonly rest: string }): ReactElement {
  const t = useWords(careersWords);
  const [tab = '', kind, key, lang = 'en'] = props.rest.split('/');
  const { data, error } = useView(listPay, {});
  if (error?.problem.status === 403) return <EmptyState title={t('mayNot')}>{t('mayNotSays')}</EmptyState>;
  if (tab === 'texts' && kind && key) return <TextEditor key={props.rest} kind={kind} textKey={key} lang={lang} />;
  const current = tabs.find((one) => one === tab) ?? 'pay';
  return (
    <div className="flex flex-col gap-4">
      <header>
        <h1 className="text-xl">{t('title')}</h1>
        <p className="text-text-2">{t('lead')}</p>
      </header>
      <nav aria-label={t('title')} className="flex gap-1 border-b border-line">
        {tabs.map((one) => (
          <AppLink
            key={one}
            href={`/settings/careers/${one}`}
            label={t(one)}
            current={one === current}
            className={cx(
              'inline-flex h-9 items-center px-3 font-semibold max-phone:h-11',
              one === current ? 'border-b-2 border-brand' : 'text-text-2',
            )}
          >
            {t(one)}
          </AppLink>
        ))}
      </nav>
      {!data && <Skeleton rows={4} rowHeightPx={rowHeightPx} label={t('loading')} />}
      {data && current === 'pay' && <PayPart rows={data.rows} />}
      {current === 'texts' && <TextsPart />}
      {current === 'titles' && <TitlesPart />}
    </div>
  );
}
