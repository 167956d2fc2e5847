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

/** Keeps a draft on this device before the network is asked; undefined takes it away. */
export async function keepDraft(key: string, kept: KeptDraft | undefined): Promise<void> {
  const database = await open();
  if (database === undefined) return;
  const store = database.transaction(storeName, 'readwrite').objectStore(storeName);
  if (kept === undefined) store.delete(`${owner}:${key}`);
  else store.put(kept, `${owner}:${key}`);
}

/** A draft that this device still has. */
export async function readKeptDraft(key: string): Promise<KeptDraft | undefined> {
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
