import { useEffect, useState, type ReactElement } from 'react';
import { Button, Kbd, useWords } from '#platform/ui';
import { useSend } from './use-send.tsx';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

/** Where a message of ours stands, with the same undo as the toast until it is gone (R13), and what to do if it failed (R28). */
export function DeliveryLine(props: { readonly conversation: ConversationView; readonly entry: EntryView }): ReactElement | null {
  const t = useWords(inboxWords);
  const { delivery } = props.entry;
  const { undo, retry } = useSend(props.conversation);
  const isHeld = useIsBefore(delivery?.state === 'held' ? delivery.deliverAt : undefined);
  if (delivery === undefined || delivery.state === 'sent' || delivery.state === 'cancelled') return null;
  if (delivery.state === 'held') {
    if (!isHeld) return null;
    return (
      <Line>
        {t('held')}
        <Button look="ghost" size="xs" onClick={() => undo(props.entry)}>
          {t('undo')} <Kbd keys="z" />
        </Button>
      </Line>
    );
  }
  if (delivery.state === 'sending') return <Line>{t('sending')}</Line>;
  if (delivery.state === 'unconfirmed') return <Line isBad>{t('unconfirmed')}</Line>;
  return (
    <Line isBad>
      <span role="alert">{t('failed', { why: delivery.why ?? '' })}</span>
      <Button size="xs" onClick={() => retry(props.entry)}>
        {t('retry')}
      </Button>
      <Button look="ghost" size="xs" onClick={() => void navigator.clipboard.writeText(props.entry.text)}>
        {t('copy')}
      </Button>
    </Line>
  );
}

function Line(props: { readonly isBad?: boolean; readonly children: React.ReactNode }): ReactElement {
  return <div className={`mt-1 flex items-center justify-end gap-1.5 text-xs ${props.isBad ? 'text-danger-text' : 'text-text-3'}`}>{props.children}</div>;
}

/** True until the moment has come. */
function useIsBefore(at: string | undefined): boolean {
  const [isBefore, setBefore] = useState(at !== undefined && Date.parse(at) > Date.now());
  useEffect(() => {
    const leftMs = at === undefined ? 0 : Date.parse(at) - Date.now();
    setBefore(leftMs > 0);
    if (leftMs <= 0) return undefined;
    const timer = setTimeout(() => setBefore(false), leftMs);
    return () => clearTimeout(timer);
  }, [at]);
  return isBefore;
}
