import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useWords } from '#platform/ui';
import { say } from '../shell/toasts.tsx';
import { composeWords } from './compose-words.ts';

/** Asked for longer ago, it would surprise whoever asked. */
const waitMs = 10_000;

/**
 * Sending that was asked for before the way was there, on a slow machine: it is heard once, when the way has come. Other
 * words than those on the screen at the key press never leave by it; then it is said that nothing has left.
 */
export function useWhenReady(writing: {
  readonly isReady: boolean;
  /** Nothing is missing but the way. */
  readonly isComing: boolean;
  /** All that would leave, to be compared. */
  readonly words: string;
  readonly send: () => void;
}): () => void {
  const t = useWords(composeWords);
  const asked = useRef<{ readonly words: string; readonly atMs: number }>(undefined);
  const { isReady, isComing, words, send } = writing;
  useEffect(() => {
    const before = asked.current;
    if (before === undefined) return;
    const isMeant = before.words === words && performance.now() - before.atMs < waitMs;
    if (isMeant && isComing) return;
    asked.current = undefined;
    if (isMeant && isReady) send();
    else say({ id: 'not-yet', icon: <TriangleAlert />, text: t('notYet') });
  });
  return () => {
    if (isReady) send();
    else if (isComing) asked.current = { words, atMs: performance.now() };
  };
}
