import { type ReactElement, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { awaitCommand, awaitNothing, pageBegan, wasAwaited } from './awaited-command.ts';
import {
  chordOf,
  defaultChoices,
  isSingleKey,
  KeyReader,
  keysOf,
  shortcuts,
  type ShortcutChoices,
} from './shortcuts.ts';

/** One of what a command lets one choose from, as the palette names it. */
export interface CommandChoice {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactElement | undefined;
  readonly run: () => void;
}

/** One command that something on the screen offers right now. */
export interface LiveCommand {
  readonly id: string;
  readonly run: () => void;
  /** What it would act on, where the palette should say so. */
  readonly detail?: string | undefined;
  /** Money, deletion and public posting say "asks to confirm". */
  readonly asks?: boolean | undefined;
  /** What is chosen goes before what is open: then the command is about that. */
  readonly isFirst?: boolean | undefined;
  /** What it lets one choose from: asked for while the palette is open, which names each below it. */
  readonly choices?: (() => Promise<readonly CommandChoice[]>) | undefined;
}

const live = new Map<string, LiveCommand[]>();
const listeners = new Set<() => void>();
const choiceListeners = new Set<() => void>();
const reader = new KeyReader();
// Before its first use: read any later, the choices of this device would be lost at each load.
const storageKey = 'rapport.shortcuts';
let choices: ShortcutChoices = readChoices();
/** Made when somebody looks: a conversation that opens offers some thirty commands, one after the other. */
let snapshot: readonly LiveCommand[] | undefined = [];

/** Offers a command while the component is mounted and `when` holds; the last to offer it wins. */
export function useCommand(id: string, run: () => void, when = true, more: Omit<LiveCommand, 'id' | 'run'> = {}): void {
  const latest = useRef({ run, ...more });
  useLayoutEffect(() => {
    latest.current = { run, ...more };
  });
  const { detail, asks, isFirst } = more;
  const hasChoices = more.choices !== undefined;
  useEffect(() => {
    if (!when) return undefined;
    const command: LiveCommand = {
      id,
      run: () => latest.current.run(),
      detail,
      asks,
      isFirst,
      choices: hasChoices ? async () => (await latest.current.choices?.()) ?? [] : undefined,
    };
    live.set(id, [...(live.get(id) ?? []), command]);
    changed();
    // once all that comes with it is there
    if (wasAwaited(id)) setTimeout(() => placeOf(document.activeElement).inModal || runCommand(id));
    return () => {
      live.set(
        id,
        (live.get(id) ?? []).filter((other) => other !== command),
      );
      changed();
    };
  }, [id, when, detail, asks, isFirst, hasChoices]);
}

/** The commands on offer, in the registry's order. */
export function useLiveCommands(): readonly LiveCommand[] {
  return useSyncExternalStore(subscribe, liveCommands);
}

/** Runs a command by its id, if it is on offer. */
export function runCommand(id: string): boolean {
  const command = meant(id);
  command?.run();
  return command !== undefined;
}

/** Of those that offer a command the one that goes first, else the last. */
function meant(id: string): LiveCommand | undefined {
  const offered = live.get(id);
  return offered?.findLast(({ isFirst }) => isFirst) ?? offered?.at(-1);
}

/** This teammate's keys of a command, the first of them, for a tooltip or a cap. */
export function useKeys(id: string): string {
  const chosen = useSyncExternalStore(subscribeToChoices, () => choices);
  return keysOf(id, chosen)[0] ?? '';
}

/** Choices and a way to change them; kept on this device until the account carries them. */
export function useShortcutChoices(): readonly [ShortcutChoices, (next: ShortcutChoices) => void] {
  return [useSyncExternalStore(subscribeToChoices, () => choices), setChoices];
}

/** Listens on the document; called once by the shell. */
export function listenToKeys(target: Document): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.defaultPrevented || event.key === 'Process') return;
    const chord = chordOf(event);
    const where = placeOf(event.target);
    if (modifiers.has(event.key)) return;
    awaitNothing();
    if (where.inModal) return;
    if (where.typing && (isSingleKey(chord) || /^(shift\+)?(arrow\w+|enter)$/u.test(chord))) return;
    const found = reader.read(chord, event.timeStamp, reachable(where));
    if (found === undefined) {
      if (!where.typing) awaitCommand(notYetOffered(chord), event.timeStamp);
      return;
    }
    event.preventDefault();
    runCommand(found);
  };
  pageBegan();
  target.addEventListener('keydown', onKey);
  target.addEventListener('pointerdown', awaitNothing);
  return () => {
    target.removeEventListener('keydown', onKey);
    target.removeEventListener('pointerdown', awaitNothing);
  };
}

const modifiers: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** The commands of a key that nothing on the screen offers. */
function notYetOffered(chord: string): readonly string[] {
  return shortcuts
    .filter(({ id, scope }) => scope !== 'composer' && !live.get(id)?.length && keysOf(id, choices).includes(chord))
    .map(({ id }) => id);
}

interface Place {
  readonly typing: boolean;
  readonly inModal: boolean;
  readonly inComposer: boolean;
  readonly onControl: boolean;
}

function placeOf(target: EventTarget | null): Place {
  const element = target instanceof Element ? target : null;
  const field = element?.closest(
    'input, textarea, select, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"]',
  );
  return {
    typing: Boolean(field),
    inModal: Boolean(element?.closest('[role="dialog"], [role="menu"], [role="listbox"][data-popup]')),
    inComposer: Boolean(element?.closest('[data-scope="composer"]')),
    onControl: Boolean(element?.closest('button, a, [role="tab"], [role="radio"]')),
  };
}

function reachable(where: Place): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const shortcut of shortcuts) {
    if ((live.get(shortcut.id)?.length ?? 0) === 0) continue;
    if (shortcut.scope === 'composer' && !where.inComposer) continue;
    // Enter on a focused button is that button's own.
    const own = keysOf(shortcut.id, choices).filter(
      (key) => !(where.onControl && (key === 'enter' || key === 'space')),
    );
    keys.set(shortcut.id, own);
  }
  return keys;
}

function changed(): void {
  snapshot = undefined;
  for (const listener of listeners) listener();
}

function liveCommands(): readonly LiveCommand[] {
  snapshot ??= shortcuts.flatMap((shortcut) => meant(shortcut.id) ?? []);
  return snapshot;
}

function subscribeToChoices(listener: () => void): () => void {
  choiceListeners.add(listener);
  return () => choiceListeners.delete(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function setChoices(next: ShortcutChoices): void {
  choices = next;
  localStorage.setItem(storageKey, JSON.stringify(next));
  for (const listener of choiceListeners) listener();
}

function readChoices(): ShortcutChoices {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(storageKey);
  if (stored === null) return defaultChoices;
  try {
    const read = JSON.parse(stored) as Partial<ShortcutChoices>;
    return { keys: read.keys ?? {}, singleKeysOff: read.singleKeysOff === true };
  } catch {
    // Written by hand or by an older version: the defaults are always right.
    return defaultChoices;
  }
}
