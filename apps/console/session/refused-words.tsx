import type { ReactElement } from 'react';
import { type Refusal, useWords } from '#platform/ui';
import { sessionWords } from './words.ts';

/** Why it was not done and what to do, in one line below its field. */
export function RefusedWords(props: { readonly by: Refusal | null }): ReactElement | null {
  const t = useWords(sessionWords);
  if (!props.by) return null;
  const { fields, title, help } = props.by.problem;
  const said = fields?.[0]?.message ?? [title, help].filter(Boolean).join('. ');
  return (
    <p role="alert" className="text-danger-text">
      {props.by.isUnreachable ? t('unreachable') : said}
    </p>
  );
}
