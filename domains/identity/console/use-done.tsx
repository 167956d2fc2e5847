import { Check } from 'lucide-react';
import { newId, useTell } from '#platform/ui';

/** Says in a word that it was done; it takes nothing back. */
export function useDone(): (text: string) => void {
  const tell = useTell();
  return (text) => tell({ id: newId(), icon: <Check />, text });
}
