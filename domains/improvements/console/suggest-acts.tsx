import { lazy, type ReactElement } from 'react';
import { Part, type ThreadPlace, useCommand } from '#platform/ui';
import { openSuggestion, useSuggestion } from './opened.ts';

const SuggestDialog = lazy(async () => ({ default: (await import('./suggest-dialog.tsx')).SuggestDialog }));

/** Keeps the command at hand that suggests a fix from the open conversation. */
export function SuggestActs(place: ThreadPlace): ReactElement | null {
  const isOpen = useSuggestion();
  useCommand('suggestFix', () => openSuggestion(true), place.can.includes('note'));
  if (!isOpen) return null;
  return (
    <Part isAsked>
      <SuggestDialog place={place} onClose={() => openSuggestion(false)} />
    </Part>
  );
}
