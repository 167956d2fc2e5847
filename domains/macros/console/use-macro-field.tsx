import { useQueryClient } from '@tanstack/react-query';
import { Zap } from 'lucide-react';
import { useEffect } from 'react';
import { type CommandChoice, useCommand, useWords, viewOf, type WritingPlace } from '#platform/ui';
import { listMacros } from '../contract.ts';
import { type MacroMenu, useMacroMenu } from './use-macro-menu.ts';
import { useRunMacro } from './use-run-macro.tsx';
import { macroWords } from './words.ts';

/** Macros in a field: by `/` or `::` at the beginning of a word, by the command, and by name in the palette. */
export function useMacroField(place: WritingPlace, isInHand = true): MacroMenu {
  const t = useWords(macroWords);
  const menu = useMacroMenu(place, useRunMacro(place));
  const client = useQueryClient();
  const choices = async (): Promise<readonly CommandChoice[]> => {
    const { rows } = await client.fetchQuery(viewOf(listMacros, { query: { brandId: place.brandId } }));
    return rows.map((macro) => ({
      id: `macro-${macro.id}`,
      label: t('named', { name: macro.name }),
      icon: <Zap />,
      // shown whole first, as if it had been found here
      run: () => menu.openAtCaret(macro),
    }));
  };
  useCommand('macro', () => menu.openAtCaret(), isInHand && place.can.includes('note'), { choices });
  const { field } = place;
  const { onKey, look } = menu;
  // this comes after the field: whoever types at once has asked by then
  useEffect(() => {
    if (Object.is(field.current, document.activeElement)) look();
  }, [field, look]);
  useEffect(() => {
    const box = field.current;
    if (box === null) return undefined;
    // before the composer's own keys: Enter runs the macro, Escape closes the list and not the field
    box.addEventListener('keydown', onKey, true);
    box.addEventListener('input', look);
    box.addEventListener('click', look);
    return () => {
      box.removeEventListener('keydown', onKey, true);
      box.removeEventListener('input', look);
      box.removeEventListener('click', look);
    };
  }, [field, onKey, look]);
  return menu;
}
