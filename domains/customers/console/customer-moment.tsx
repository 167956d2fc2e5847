import { AtSign, Building2, Handshake, Merge, Split, StickyNote, UserPlus } from 'lucide-react';
import type { ReactElement } from 'react';
import { type MomentProps, useWords } from '#platform/ui';
import { identityKinds } from '../contract.ts';
import { type ConsentWord, consentWords } from './consent-words.ts';
import { customerWords } from './words.ts';

const icons: Readonly<Record<string, ReactElement>> = {
  'customer.met': <UserPlus />,
  'customer.identity': <AtSign />,
  'customer.note': <StickyNote />,
  'customer.consent': <Handshake />,
  'customer.company': <Building2 />,
  'customer.merged': <Merge />,
  'customer.unmerged': <Split />,
};

/** What customers themselves tell in the timeline. */
export function CustomerMoment(props: MomentProps): ReactElement {
  const t = useWords(customerWords);
  const consent = useWords(consentWords);
  return (
    <>
      {icons[props.kind]}
      <span dir="auto" className="min-w-0 truncate">
        {props.kind === 'customer.consent' ? sayConsent(props, consent) : sayMoment(props, t)}
      </span>
    </>
  );
}

function sayConsent({ title, facts }: MomentProps, t: (word: ConsentWord) => string): string {
  const [purpose = '', medium = ''] = (title ?? '').split(' ');
  return `${t(`for-${purpose}` as ConsentWord)}, ${t(`by-${medium}` as ConsentWord)}: ${t(String(facts['what']) as ConsentWord)}`;
}

function sayMoment(
  { kind, title, facts }: MomentProps,
  t: ReturnType<typeof useWords<keyof typeof customerWords.en>>,
): string {
  const what = facts['what'];
  if (kind === 'customer.identity')
    return `${t(identityKinds.find((one) => one === what) ?? 'handle')}: ${title ?? ''}`;
  if (kind === 'customer.note') return t('momentNote', { text: title ?? '' });
  if (kind === 'customer.company')
    return t(what === 'domain' ? 'momentDomain' : 'momentCompany', { name: title ?? '' });
  if (kind === 'customer.merged') return title ? t('momentMergedWhy', { why: title }) : t('momentMerged');
  if (kind === 'customer.unmerged') return t('momentUnmerged');
  return t('momentMet');
}
