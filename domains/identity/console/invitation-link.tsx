import { Check, Copy } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type * as z from 'zod';
import { Button, copyText, useWords } from '#platform/ui';
import type { Invited as InvitedShape } from '../contract.ts';
import { peopleWords } from './people-words.ts';
import { Section } from './section.tsx';

export type Invited = z.output<typeof InvitedShape>;

const said = { sent: 'mailSent', failed: 'mailFailed', 'not-confirmed': 'mailUnsure' } as const;

/** The link somebody comes in by, seen this once, and what became of its mail. */
export function InvitationLink(props: { readonly invited: Invited; readonly onDone: () => void }): ReactElement {
  const t = useWords(peopleWords);
  const [isCopied, setCopied] = useState(false);
  const { teammate, invitationUrl, mail } = props.invited;
  const copy = async (): Promise<void> => setCopied(await copyText(invitationUrl));
  return (
    <Section title={t('linkFor', { name: teammate.name })} lead={t('linkLead')}>
      {mail && (
        <p role="status" className={mail.outcome === 'sent' ? 'text-success-text' : 'text-warn-text'}>
          {t(said[mail.outcome], { address: teammate.address, says: mail.says })}
        </p>
      )}
      <code dir="ltr" className="rounded-md bg-surface-3 px-3 py-2 font-mono text-sm break-all select-all">
        {invitationUrl}
      </code>
      <div className="flex gap-2">
        <Button onClick={() => void copy()}>
          {isCopied ? <Check className="size-4" /> : <Copy className="size-4" />}
          {t(isCopied ? 'copied' : 'copy')}
        </Button>
        <Button look="primary" autoFocus onClick={props.onDone}>
          {t('done')}
        </Button>
      </div>
    </Section>
  );
}
