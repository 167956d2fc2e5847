import { ask, newId } from '#platform/ui';
import { addMacro } from '../contract.ts';

/** Where canned answers of one's own were kept on this device. */
const storageKey = 'rapport.canned';

interface Kept {
  readonly id?: string;
  readonly name: string;
  readonly text: string;
}

let moving: Promise<void> | undefined;

/** Canned answers that were written on this device become macros of one's own, once: nothing written is lost. */
export function moveKept(): void {
  const stored = localStorage.getItem(storageKey);
  if (stored !== null) moving ??= move(read(stored)).catch(() => undefined);
}

/** Each under an id that is kept first: broken off and begun again, none is there twice. */
async function move(kept: readonly Kept[]): Promise<void> {
  let rest = kept.map((one) => ({ ...one, id: one.id ?? newId() }));
  keep(rest);
  for (const { id, name, text } of rest) {
    await ask(addMacro, { body: { id, name, text } });
    rest = rest.filter((one) => one.id !== id);
    keep(rest);
  }
}

function keep(rest: readonly Kept[]): void {
  if (rest.length === 0) localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, JSON.stringify(rest));
}

function read(stored: string): readonly Kept[] {
  try {
    const found: unknown = JSON.parse(stored);
    return Array.isArray(found) ? found.filter(({ name, text }: Kept) => Boolean(name) && Boolean(text)) : [];
  } catch {
    // Not ours to repair.
    return [];
  }
}
