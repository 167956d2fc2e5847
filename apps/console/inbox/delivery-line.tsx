import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Button, Kbd, useWords } from '#platform/ui';
import { standingOf } from './standing.ts';
import { useSend } from './use-send.tsx';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

/** Where a message of ours stands, with the same undo as the toast until it is gone (R13), and what to do if it failed (R28). */
export function DeliveryLine(props: {
  readonly conversation: ConversationView;
  readonly entry: EntryView;
}): ReactElement | null {
  const t = useWords(inboxWords);
  const standing = standingOf(props.entry);
  const { undo, retry } = useSend(props.conversation);
  const isHeld = useIsBefore(standing?.state === 'held' ? standing.until : undefined);
  if (standing === undefined) return null;
  if (standing.state === 'held') {
    if (!isHeld) return <Line>{t('sending')}</Line>;
    return (
      <Line>
        {t('held')}
        <Button look="ghost" size="xs" onClick={() => undo(props.entry)}>
          {t('undo')} <Kbd keys="z" />
        </Button>
      </Line>
    );
  }
  if (standing.state === 'sending') return <Line>{t('sending')}</Line>;
  return (
    <Line isBad>
      <span role="alert">{standing.state === 'failed' ? t('failed', { why: standing.why }) : t('unconfirmed')}</span>
      <Button size="xs" onClick={() => void retry(props.entry)}>
        {t('retry')}
      </Button>
      <Button look="ghost" size="xs" onClick={() => void navigator.clipboard.writeText(props.entry.text)}>
        {t('copy')}
      </Button>
    </Line>
  );
}

function Line(props: { readonly isBad?: boolean; readonly children: ReactNode }): ReactElement {
  return (
    <div
      className={`mt-1 flex items-center justify-end gap-1.5 text-xs ${props.isBad ? 'text-danger-text' : 'text-text-3'}`}
    >
      {props.children}
    </div>
  );
}

/** True until the moment has come. */
function useIsBefore(at: string | undefined): boolean {
  const [nowMs, setNowMs] = useState(Date.now);
  const atMs = at === undefined ? 0 : Date.parse(at);
  useEffect(() => {
    const leftMs = atMs - Date.now();
    if (leftMs <= 0) return undefined;
    const timer = setTimeout(() => setNowMs(Date.now()), leftMs);
    return () => clearTimeout(timer);
  }, [atMs]);
  return atMs > nowMs;
}
