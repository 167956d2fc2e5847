import type { ReactElement } from 'react';
import { words, useWords } from '#platform/ui';
import type { EntryView } from './views.ts';

/** Why a message stands in this conversation, by the rule that placed it. */
const whyWords = words('why', {
  title: 'Why is this message here?',
  'delivery-report': 'It reports on a message we sent from this conversation.',
  'plus-token': 'It was sent to the address that only this conversation has.',
  'in-reply-to': 'It says that it answers a message of this conversation.',
  references: 'It names messages of this conversation as those before it.',
  'subject-tag': 'Its subject names this conversation, and its sender takes part in it.',
  forward: 'It is a forward, so it began a conversation of its own.',
  'not-a-participant': 'It names a conversation whose people its sender is not among, so it began one of its own.',
  'sender-unproven':
    'Its sender is not proven: it names a conversation or a customer, and yet it stands apart from both.',
  'nothing-known': 'Nothing it names is known here, so it began a conversation.',
  'named-before': 'A message of this conversation named it before it came.',
  thread: 'This line opens a conversation for each thread.',
  'open-conversation': 'This line adds to the customer’s open conversation.',
  customer: 'This line keeps one conversation for each customer.',
  other: 'Placed by the rule “{{rule}}”.',
  score: 'Certainty {{percent}} %',
  ids: 'It named',
});

/** The rule, how sure it was, and the ids it rests on. */
export function WhyHere(props: { readonly evidence: NonNullable<EntryView['evidence']> }): ReactElement {
  const t = useWords(whyWords);
  const { rule, score, idsSeen } = props.evidence;
  const known = Object.hasOwn(whyWords.en, rule) ? (rule as keyof typeof whyWords.en) : undefined;
  return (
    <div className="mb-2 rounded-md bg-info-soft px-3 py-2 text-sm" role="status">
      <b className="font-semibold">{t('title')}</b>
      <p>
        {known === undefined ? t('other', { rule }) : t(known)}
        {score > 0 && ` ${t('score', { percent: Math.round(score * 100) })}`}
      </p>
      {idsSeen.length > 0 && (
        <details className="text-xs text-text-2">
          <summary className="inline-flex min-h-6 cursor-pointer items-center">{t('ids')}</summary>
          <ul dir="ltr" className="font-mono break-all">
            {idsSeen.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
