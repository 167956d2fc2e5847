import { lazy, type ReactElement, Suspense } from 'react';
import { type ThreadPlace, useCommand } from '#platform/ui';
import { openSuggestion, useSuggestion } from './opened.ts';

const SuggestDialog = lazy(async () => ({ default: (await import('./suggest-dialog.tsx')).SuggestDialog }));

/** Keeps the command at hand that suggests a fix from the open conversation. */
export function SuggestActs(place: ThreadPlace): ReactElement | null {
  const isOpen = useSuggestion();
  useCommand('suggestFix', () => openSuggestion(true), place.can.includes('note'));
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <SuggestDialog place={place} onClose={() => openSuggestion(false)} />
    </Suspense>
  );
}
