import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { Button, copyText, Kbd, timeOf, useNow, useWords } from '#platform/ui';
import { type Standing, standingOf } from './standing.ts';
import { useSend } from './use-send.tsx';
import type { ConversationView, EntryView } from './views.ts';
import { inboxWords } from './words.ts';

/** A sending shorter than this is not worth a word, in milliseconds. */
const quietMs = 800;
/** Longest a browser can wait by one timer, in milliseconds. */
const longestTimerMs = 2 ** 31 - 1;
/** What is held longer than this says until when, in milliseconds. */
const soonMs = 60_000;

/** Where a message of ours stands, with the same undo as the toast until it is gone (R13), and what to do if it failed (R28). */
export function DeliveryLine(props: {
  readonly conversation: ConversationView;
  readonly entry: EntryView;
}): ReactElement | null {
  const t = useWords(inboxWords);
  const standing = standingOf(props.entry);
  const { undo, retry } = useSend(props.conversation);
  if (standing === undefined) return null;
  if (standing.state === 'sending') return <Leaving since={standing.since} />;
  if (standing.state === 'held' || standing.state === 'again')
    return <Held standing={standing} onUndo={() => undo(props.entry)} />;
  return (
    <Line isBad>
      <span role="alert">{standing.state === 'failed' ? t('failed', { why: standing.why }) : t('unconfirmed')}</span>
      <Button size="xs" onClick={() => void retry(props.entry)}>
        {t('retry')}
      </Button>
      <Button look="ghost" size="xs" onClick={() => void copyText(props.entry.text)}>
        {t('copy')}
      </Button>
    </Line>
  );
}

/** Still with us: it can be taken back; a try that came to nothing says why, and when the next one is. */
function Held(props: {
  readonly standing: Extract<Standing, { until: string }>;
  readonly onUndo: () => void;
}): ReactElement {
  const t = useWords(inboxWords);
  const now = useNow();
  const { standing } = props;
  const isHeld = useIsBefore(Date.parse(standing.until));
  if (!isHeld) return <Leaving since={standing.until} />;
  const time = timeOf(standing.until);
  const isSoon = Date.parse(standing.until) - now < soonMs;
  return (
    <Line>
      {standing.state === 'again' ? (
        <span role="status">{t('againAt', { time, why: standing.why })}</span>
      ) : (
        t(isSoon ? 'held' : 'heldUntil', { time })
      )}
      <Button look="ghost" size="xs" onClick={props.onUndo}>
        {t('undo')} <Kbd keys="z" />
      </Button>
    </Line>
  );
}

/** It is on its way: said once it takes a moment, where there was room for it from the first. */
function Leaving(props: { readonly since: string }): ReactElement {
  const t = useWords(inboxWords);
  const isQuick = useIsBefore(Date.parse(props.since) + quietMs);
  return (
    <Line>
      <span className={isQuick ? 'invisible' : undefined}>{t('sending')}</span>
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
function useIsBefore(atMs: number): boolean {
  const [nowMs, setNowMs] = useState(Date.now);
  const isBefore = atMs > nowMs;
  useEffect(() => {
    if (!isBefore) return undefined;
    // a timer may ring a little before its time, and a busy screen gets here after it
    const leftMs = Math.min(Math.max(atMs - Date.now(), 0), longestTimerMs);
    const timer = setTimeout(() => setNowMs(Math.max(Date.now(), atMs)), leftMs);
    return () => clearTimeout(timer);
  }, [atMs, isBefore]);
  return isBefore;
}
