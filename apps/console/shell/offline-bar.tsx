import { WifiOff } from 'lucide-react';
import { useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '#platform/ui';
import { useLiveState } from '../live/live.ts';
import { shellWords } from './words.ts';

/** A slim bar while there is no connection: all stays readable (R28). */
export function OfflineBar(): ReactElement | null {
  const t = useWords(shellWords);
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const live = useLiveState();
  if (isOnline && live !== 'away') return null;
  return (
    <div
      role="status"
      className="flex min-h-7 flex-none items-center gap-2 bg-accent-soft px-4 py-1 text-xs font-semibold text-accent-text"
    >
      <WifiOff className="size-3.5" />
      {isOnline ? t('reconnecting') : t('offline')}
    </div>
  );
}

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
