import { useCallback, useState } from 'react';
import { useView, type WritingPlace } from '#platform/ui';
import { listMacros, type MacroView } from '../contract.ts';

/** Most macros in view at once. */
const mostOffered = 7;
const typedMacro = /(?:^|\s)(\/|::)([\p{L}\p{N} _-]{0,40})$/u;

/** What stands before the caret, if it asks for a macro: where it begins and what was typed after the sign. */
export function macroAsked(
  text: string,
  caret: number,
): { readonly start: number; readonly typed: string } | undefined {
  const found = typedMacro.exec(text.slice(0, caret));
  if (found === null) return undefined;
  const [, sign = '', typed = ''] = found;
  return { start: caret - typed.length - sign.length, typed };
}

/** Where a macro is asked for, and by which words; or the one that was chosen before it was shown. */
interface Asked {
  readonly start: number;
  readonly typed: string;
  readonly only?: MacroView;
}

/** The list that `/` or `::` opens, and the keys that move in it while the focus stays in the field. */
export function useMacroMenu(place: WritingPlace, run: (macro: MacroView, start: number, end: number) => void) {
  const [asked, setAsked] = useState<Asked>();
  const [at, setAt] = useState(0);
  const isOpen = asked !== undefined;
  const macros = useView(listMacros, { query: { brandId: place.brandId } }, { enabled: isOpen }).data?.rows ?? [];
  const typed = (asked?.typed ?? '').trim().toLowerCase();
  const found = macros.filter((macro) => macro.name.toLowerCase().includes(typed)).slice(0, mostOffered);
  const offered = asked?.only ? [asked.only] : found;
  const { field } = place;

  const look = useCallback((): void => {
    const box = field.current;
    setAsked(box === null ? undefined : macroAsked(box.value, box.selectionStart));
    setAt(0);
  }, [field]);
  const choose = (macro: MacroView): void => {
    const box = field.current;
    if (box === null || asked === undefined) return;
    setAsked(undefined);
    run(macro, asked.start, Math.max(asked.start, box.selectionStart));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!isOpen || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = offered[at];
    if (step !== undefined && offered.length > 0) setAt((at + step + offered.length) % offered.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen !== undefined) choose(chosen);
    else if (event.key === 'Escape') setAsked(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    isOpen,
    offered,
    at,
    look,
    choose,
    onKey,
    /** The command: asks for a macro where the caret stands, without a sign typed; one named already is shown alone. */
    openAtCaret: (only?: MacroView): void => {
      const box = field.current;
      if (box === null) return;
      box.focus();
      setAsked({ start: box.selectionStart, typed: '', ...(only ? { only } : {}) });
      setAt(0);
    },
  };
}
