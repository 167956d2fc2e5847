import type { Draft } from './draft-store.ts';

interface KeptDraft {
  readonly draft: Draft;
  readonly revision: number;
}

const storeName = 'drafts';
/** Whose words lie here: two people who share a browser never see each other's. */
let owner = '';

/** Says who is signed in, before anything of theirs is written or read. */
export function draftsBelongTo(teammateId: string): void {
  owner = teammateId;
}

let opened: Promise<IDBDatabase | undefined> | undefined;

/** What is to be written down once the letters are on the screen; the last of a draft stands for those before it. */
const waiting = new Map<string, KeptDraft | undefined>();

/**
 * Keeps a draft on this device before the network is asked; undefined takes it away. It is written after the frame that
 * shows it, many letters of a slow one at once: a transaction for each letter would be a third of a key's own work.
 */
export function keepDraft(key: string, kept: KeptDraft | undefined): void {
  const isFirst = waiting.size === 0;
  waiting.set(`${owner}:${key}`, kept);
  if (!isFirst) return;
  // A page that is left or hidden draws no more frames.
  if (document.visibilityState === 'hidden') void writeDown();
  else requestAnimationFrame(() => setTimeout(() => void writeDown()));
}

globalThis.document?.addEventListener?.('visibilitychange', () => void writeDown());
globalThis.addEventListener?.('pagehide', () => void writeDown());

async function writeDown(): Promise<void> {
  const database = await open();
  if (database === undefined) return waiting.clear();
  if (waiting.size === 0) return;
  const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
  for (const [key, kept] of waiting) {
    if (kept === undefined) store.delete(key);
    else store.put(kept, key);
  }
  waiting.clear();
}

/** A draft that this device still has. */
export async function readKeptDraft(key: string): Promise<KeptDraft | undefined> {
  await writeDown();
  const database = await open();
  if (database === undefined) return undefined;
  const request = database.transaction(storeName).objectStore(storeName).get(`${owner}:${key}`);
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result as KeptDraft | undefined);
    request.onerror = () => resolve(undefined);
  });
}

/** Private windows may refuse storage: drafts are then with the server alone. */
function open(): Promise<IDBDatabase | undefined> {
  opened ??= new Promise((resolve) => {
    const request = indexedDB.open('rapport', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => resolve(undefined);
  });
  return opened;
}
