import { useSyncExternalStore } from 'react';

/** Made once: asked at every row that is drawn, it would be made ten times a frame. */
const media = matchMedia('(width < 760px)');

/** Under 760 px: one pane at a time (R37). */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => media.matches);
}

function subscribe(listener: () => void): () => void {
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
