import { useSyncExternalStore } from 'react';
import type { Density } from '#platform/ui';

/** How the console looks on this device. */
export interface Look {
  readonly theme: 'light' | 'dark' | 'system';
  readonly density: Density;
  readonly direction: 'ltr' | 'rtl';
}

const storageKey = 'rapport.look';
const listeners = new Set<() => void>();
let look: Look = read();

/** The look and a way to change part of it; drawn at once and remembered. */
export function useLook(): readonly [Look, (change: Partial<Look>) => void] {
  return [useSyncExternalStore(subscribe, () => look), change];
}

/** Draws the stored look, and again when the system turns dark or light. */
export function followSystemTheme(): void {
  draw();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
}

function change(part: Partial<Look>): void {
  look = { ...look, ...part };
  localStorage.setItem(storageKey, JSON.stringify(look));
  draw();
  for (const listener of listeners) listener();
}

function draw(): void {
  const isDark =
    look.theme === 'dark' || (look.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const root = document.documentElement;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.dataset.density = look.density;
  root.dir = look.direction;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): Look {
  const standard: Look = { theme: 'system', density: 'cosy', direction: 'ltr' };
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Look>) };
  } catch {
    // Not ours to repair: the standard look is always right.
    return standard;
  }
}
