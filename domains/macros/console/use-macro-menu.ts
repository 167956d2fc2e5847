import { useCallback, useRef, useState } from 'react';
import { useView, type WritingPlace } from '#platform/ui';
import { listMacros, type MacroView } from '../contract.ts';
import { namedSo } from './fitting.ts';

/** Most macros in view at once. */
const mostOffered = 7;
/** A name begins at its sign: "3 / 4" asks for nothing. */
const typedMacro = /(?:^|\s)(\/|::)((?! )[\p{L}\p{N} _-]{0,40})$/u;

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

/** What a field's macros offer, and how they are chosen. */
export interface MacroMenu {
  readonly isOpen: boolean;
  readonly offered: readonly MacroView[];
  readonly at: number;
  readonly look: () => void;
  readonly choose: (macro: MacroView) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** The command: asks for a macro where the caret stands, without a sign typed; one named already is shown alone. */
  readonly openAtCaret: (only?: MacroView) => void;
  /** Puts one in where the caret stands, when it was seen whole already. */
  readonly runAtCaret: (macro: MacroView) => void;
  /** Words are on their way into the field: where Enter sends, neither the sign nor half of them may leave. */
  readonly isBusy: () => boolean;
}

/** The list that `/` or `::` opens, and the keys that move in it while the focus stays in the field. */
export function useMacroMenu(
  place: WritingPlace,
  run: (macro: MacroView, start: number, end: number) => Promise<void>,
): MacroMenu {
  const [asked, setAsked] = useState<Asked>();
  const [at, setAt] = useState(0);
  const { start, isRunning } = useRunning(run);
  const isOpen = asked !== undefined;
  const kept = useView(listMacros, { query: { brandId: place.brandId } }, { enabled: isOpen }).data?.rows;
  const macros = kept ?? [];
  const typed = (asked?.typed ?? '').trim();
  const found = namedSo(macros, typed).slice(0, mostOffered);
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
    start(macro, asked.start, Math.max(asked.start, box.selectionStart));
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
    openAtCaret: (only) => {
      const box = field.current;
      if (box === null) return;
      box.focus();
      setAsked({ start: box.selectionStart, typed: '', ...(only ? { only } : {}) });
      setAt(0);
    },
    runAtCaret: (macro) => {
      const box = field.current;
      if (box !== null) start(macro, box.selectionStart, box.selectionStart);
    },
    isBusy: () => isRunning() || (isOpen && kept === undefined),
  };
}

/** Runs a macro, and knows until its words are there. */
function useRunning(run: (macro: MacroView, start: number, end: number) => Promise<void>) {
  const running = useRef(false);
  return {
    isRunning: () => running.current,
    start: (macro: MacroView, from: number, to: number): void => {
      running.current = true;
      void run(macro, from, to).finally(() => {
        running.current = false;
      });
    },
  };
}
