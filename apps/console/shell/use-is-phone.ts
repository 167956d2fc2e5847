import { useSyncExternalStore } from 'react';

const query = '(width < 760px)';

/** Under 760 px: one pane at a time (R37). */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
