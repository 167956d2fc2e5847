import type { ReactElement } from 'react';
import { type MomentProps, useWords } from '#platform/ui';
import { channelSign } from './channels.tsx';
import { inboxWords } from './words.ts';

/** One attempt to reach us, or ours to reach them, in a customer's timeline. */
export function ContactMoment(props: MomentProps): ReactElement {
  const t = useWords(inboxWords);
  const { icon, label } = channelSign(String(props.facts['channel'] ?? ''), t);
  return (
    <>
      {icon}
      <span className="min-w-0 truncate">
        <span className="text-text-3">{label}: </span>
        <span dir="auto" className="font-medium">
          {props.title || t('noSubject')}
        </span>
      </span>
    </>
  );
}
