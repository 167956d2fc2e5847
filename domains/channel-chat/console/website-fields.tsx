import type { ReactElement } from 'react';
import { SelectField, TextField, useWords } from '#platform/ui';
import { asksWhen } from '../contract.ts';
import type { WebsiteDraft } from './website-draft.ts';
import { websiteLineWords } from './website-words.ts';

/** What is set of a chat on a website, beyond its name. */
export function WebsiteFields(props: {
  readonly draft: WebsiteDraft;
  readonly wrongSite: string | undefined;
  readonly mayChange: boolean;
  readonly onChange: (part: Partial<WebsiteDraft>) => void;
}): ReactElement {
  const t = useWords(websiteLineWords);
  const { draft, wrongSite, mayChange, onChange } = props;
  return (
    <>
      <TextField
        label={t('sites')}
        hint={t('sitesHint')}
        dir="ltr"
        rows={2}
        spellCheck={false}
        placeholder="https://www.example.com"
        disabled={!mayChange}
        value={draft.sites}
        onChange={(event) => onChange({ sites: event.target.value })}
      />
      <p role="status" className="text-xs text-danger-text empty:hidden">
        {wrongSite !== undefined && t('siteWrong', { line: wrongSite })}
      </p>
      <TextField
        label={t('greeting')}
        hint={t('greetingHint')}
        rows={2}
        maxLength={300}
        disabled={!mayChange}
        value={draft.greeting}
        onChange={(event) => onChange({ greeting: event.target.value })}
      />
      <div className="flex flex-col gap-1">
        <SelectField
          label={t('asks')}
          value={draft.asks}
          disabled={!mayChange}
          options={asksWhen.options.map((id) => ({ id, label: t(`asks-${id}`) }))}
          onChoose={(asks) => onChange({ asks })}
        />
        <p className="text-xs text-text-3">{t('asksHint')}</p>
      </div>
    </>
  );
}
