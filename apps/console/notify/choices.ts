import { useSyncExternalStore } from 'react';

/** How loud something is: a call, a customer of mine, a queue of mine, a colleague who names me (R34). */
export const levels = ['call', 'customer', 'queue', 'mention'] as const;
export type Level = (typeof levels)[number];

/** Tones that can be chosen; each is made of a few oscillators, so none is loaded. */
export const tones = ['ring', 'bell', 'drop', 'knock', 'chime'] as const;
export type Tone = (typeof tones)[number];

/** How one level makes itself known on this device. All off is "none". */
export interface LevelChoice {
  readonly tone: Tone | null;
  /** From 0 to 1. */
  readonly volume: number;
  readonly desktop: boolean;
  readonly badge: boolean;
}
export type NotifyChoices = Readonly<Record<Level, LevelChoice>>;

const storageKey = 'rapport.notify';
/** Sound is on from the first minute: a desk that never rings until somebody finds the setting misses its first calls. */
export const standardChoices: NotifyChoices = {
  call: { tone: 'ring', volume: 0.8, desktop: false, badge: true },
  customer: { tone: 'drop', volume: 0.6, desktop: false, badge: true },
  queue: { tone: 'knock', volume: 0.5, desktop: false, badge: true },
  mention: { tone: 'chime', volume: 0.5, desktop: false, badge: true },
};
const listeners = new Set<() => void>();
let choices = read();

/** What was chosen on this device, and a way to change one level. */
export function useNotifyChoices(): readonly [NotifyChoices, (level: Level, part: Partial<LevelChoice>) => void] {
  return [useSyncExternalStore(subscribe, notifyChoices), change];
}

/** The same outside a component. */
export function notifyChoices(): NotifyChoices {
  return choices;
}

function change(level: Level, part: Partial<LevelChoice>): void {
  choices = { ...choices, [level]: { ...choices[level], ...part } };
  localStorage.setItem(storageKey, JSON.stringify(choices));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): NotifyChoices {
  try {
    const stored = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<NotifyChoices>;
    return Object.fromEntries(
      levels.map((level) => [level, { ...standardChoices[level], ...stored[level] }]),
    ) as unknown as NotifyChoices;
  } catch {
    // Not ours to repair: the standard choices are always right.
    return standardChoices;
  }
}
