import { Search } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { ask, Button, type Refusal, useWords } from '#platform/ui';
import { findMailServers, type FoundServers } from '../contract.ts';
import type { LineDraft, ServerDraft } from './line-draft.ts';
import { mailWords } from './words.ts';

/** Fills in where the mailbox of the typed address is, as far as the DNS knows; a test and a sign-in prove it. */
export function FindServers(props: {
  readonly draft: LineDraft;
  readonly onFound: (part: Partial<LineDraft>) => void;
}): ReactElement {
  const t = useWords(mailWords);
  const { draft } = props;
  const [said, setSaid] = useState('');
  const [isAsking, setAsking] = useState(false);
  const find = async (): Promise<void> => {
    setAsking(true);
    try {
      const found = (await ask(findMailServers, {
        query: { address: draft.address.trim() },
      })) as FoundServers;
      if (found.imap) props.onFound(filledWith(draft, found));
      else setSaid(t('serversNotFound'));
    } catch (error) {
      setSaid((error as Refusal).problem.title);
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className="flex flex-col gap-1">
      <Button className="self-start" disabled={isAsking || !draft.address.includes('@')} onClick={() => void find()}>
        <Search className="size-3.5" />
        {t(isAsking ? 'serversLooking' : 'serversFind')}
      </Button>
      <p role="status" className="text-xs text-text-2">
        {said}
      </p>
    </div>
  );
}

function filledWith(draft: LineDraft, found: FoundServers): Partial<LineDraft> {
  const user = draft.address.trim();
  return {
    imap: serverOf(draft.imap, found.imap, user),
    ...(draft.smtp.host === '' ? { smtp: serverOf(draft.smtp, found.smtp, user) } : {}),
  };
}

function serverOf(before: ServerDraft, found: FoundServers['imap'], user: string): ServerDraft {
  if (found === null) return before;
  return { ...before, host: found.host, port: String(found.port), secure: found.secure, user: before.user || user };
}
