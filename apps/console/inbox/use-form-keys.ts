import { useState } from 'react';
import { useCommand } from '#platform/ui';
import type { Form } from './rich/writing.ts';
import type { Rich } from './use-rich.ts';

const bound = ['bold', 'italic', 'bulletList', 'orderedList', 'blockquote'] as const;

/**
 * What the words can be made, by its key, from the moment the plain field stands there: its bar is fetched later, and a key
 * pressed before that would be lost. `isMissing` says that the editor could not be fetched.
 */
export function useFormKeys(
  rich: Rich,
  isOn: boolean,
): { readonly isMissing: boolean; readonly toggle: (form: Form) => void } {
  const [isMissing, setMissing] = useState(false);
  const toggle = (form: Form): void =>
    rich.begin(
      (ready) => ready.toggle(form),
      () => setMissing(true),
    );
  // The list is constant, so the hooks keep their order.
  // oxlint-disable-next-line react/rules-of-hooks
  for (const form of bound) useCommand(form, () => toggle(form), isOn);
  return { isMissing, toggle };
}
