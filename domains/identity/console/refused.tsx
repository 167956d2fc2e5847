import type { ReactElement } from 'react';
import { ErrorNote, type Refusal, useWords } from '#platform/ui';
import { accessWords } from './words.ts';

/** Why it was not done, and what to do; nothing where nothing was refused. */
export function Refused(props: { readonly by: Refusal | null | undefined }): ReactElement | null {
  const t = useWords(accessWords);
  if (!props.by) return null;
  if (props.by.isUnreachable) return <ErrorNote title={t('unreachable')} />;
  const { title, help, fields } = props.by.problem;
  return <ErrorNote title={title} detail={fields?.[0]?.message ?? help} />;
}
