import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useView } from '#platform/ui';
import { listQueueStates } from '../contract.ts';

/** A browser's timer takes no more milliseconds; what lies beyond is asked for at the next change. */
const longestMs = 2 ** 31 - 1;
/** Nothing is asked sooner than this, in milliseconds, after the moment it is about. */
const afterMs = 250;

/** The states of the queues are asked for again at the one moment at which time alone changes them. */
export function QueueClock(): null {
  const client = useQueryClient();
  const changesAt = useView(listQueueStates, {}).data?.changesAt ?? null;
  useEffect(() => {
    if (changesAt === null) return undefined;
    const inMs = Math.max(0, Date.parse(changesAt) - Date.now()) + afterMs;
    if (inMs > longestMs) return undefined;
    const timer = setTimeout(() => void client.invalidateQueries({ queryKey: [listQueueStates.path] }), inMs);
    return () => clearTimeout(timer);
  }, [client, changesAt]);
  return null;
}
