import { useSyncExternalStore } from 'react';

/** A canned answer: `/` and its name puts its text in. */
export interface Canned {
  readonly name: string;
  readonly text: string;
}

const storageKey = 'rapport.canned';
const standard: readonly Canned[] = [
  { name: 'hello', text: 'Hello, thank you for writing. I look into it right away.' },
  { name: 'moment', text: 'One moment please, I am looking that up for you.' },
  { name: 'order', text: 'May I have your order number, please?' },
  { name: 'anything', text: 'Is there anything else I can do for you?' },
  { name: 'bye', text: 'You are welcome. Have a good day!' },
];
const listeners = new Set<() => void>();
let kept = read();

/** My canned answers, and a way to keep others. */
export function useCanned(): readonly [readonly Canned[], (next: readonly Canned[]) => void] {
  return [useSyncExternalStore(subscribe, () => kept), keep];
}

/** Those whose name begins as typed, after a `/` that begins a word; undefined where none is being typed. */
export function cannedFor(all: readonly Canned[], text: string, caret: number): readonly Canned[] | undefined {
  const typed = /(?:^|\s)\/([\p{L}\p{N}-]*)$/u.exec(text.slice(0, caret))?.[1];
  if (typed === undefined) return undefined;
  const begun = typed.toLowerCase();
  return all.filter((one) => one.name.toLowerCase().startsWith(begun));
}

/** The text with the canned answer in place of what called it; what stood before and after stays (R2). */
export function putIn(text: string, caret: number, canned: Canned): { readonly text: string; readonly caret: number } {
  const from = text.slice(0, caret).lastIndexOf('/');
  const before = text.slice(0, from) + canned.text;
  return { text: before + text.slice(caret), caret: before.length };
}

function keep(next: readonly Canned[]): void {
  kept = next;
  localStorage.setItem(storageKey, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): readonly Canned[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? 'null');
    return Array.isArray(stored) ? (stored as readonly Canned[]) : standard;
  } catch {
    // Not ours to repair: the standard answers are always right.
    return standard;
  }
}
