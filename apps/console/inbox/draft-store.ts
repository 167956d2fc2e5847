import type * as z from 'zod';
import type * as contract from '#domains/conversations/contract';
import { type ComposerMode, newId } from '#platform/ui';
import { keepDraft, readKeptDraft } from './draft-db.ts';
import { asMarkup } from './rich/writing.ts';

/** What is written beside the words, and files put in so far, as the contract has them. */
export type DraftContent = z.output<typeof contract.DraftContent>;
export type UploadView = z.output<typeof contract.UploadView>;

/** What somebody is writing: the text, which quotes they took over, and what goes along. */
export interface Draft {
  readonly text: string;
  readonly quotes: readonly { readonly text: string; readonly title: string; readonly articleId: string }[];
  readonly content?: DraftContent | undefined;
  readonly uploads?: readonly UploadView[] | undefined;
  /** Of whom one writes to first. */
  readonly name?: string | undefined;
}

/** Where the newest words are: only here, on their way, or with the server. */
export type DraftState = 'none' | 'here' | 'saving' | 'saved';

/** Saves to the server; answers whether it took it. */
export type SaveDraft = (draft: Draft, revision: number, draftId: string) => Promise<boolean>;

interface Kept {
  readonly key: string;
  draft: Draft;
  state: DraftState;
  revision: number;
  /** The client's own name of this draft; the same over all its revisions. */
  id: string;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** The way to the server, once one was given: what could not be saved goes that way when the connection is back. */
  save: SaveDraft | undefined;
  /** When something was last typed here, in milliseconds of this page. */
  typedAtMs: number;
  /** What left the field and is not known to have arrived. */
  handed: { readonly revision: number; readonly save: SaveDraft } | undefined;
}

/** In place of a conversation's id: what is written to somebody first, on this device alone. */
export const newConversation = 'new';

const empty: Draft = { text: '', quotes: [] };
/** Pause after the last key before the server is told (R14). */
const debounceMs = 600;
const kept = new Map<string, Kept>();
const listeners = new Map<string, Set<() => void>>();

/** One draft a conversation and kind, keyed by both, so none can show up in another's field (R14, R15). */
export const drafts = {
  // A row of a list only asks: of ten thousand rows that were scrolled by, none leaves a draft behind.
  read: (id: string, mode: ComposerMode): Draft => kept.get(keyOf(id, mode))?.draft ?? empty,
  state: (id: string, mode: ComposerMode): DraftState => kept.get(keyOf(id, mode))?.state ?? 'none',

  /** Writes here at once; the server follows after a pause if a way to it is given. */
  write(id: string, mode: ComposerMode, draft: Draft, save?: SaveDraft): void {
    const one = find(id, mode);
    one.draft = draft;
    one.revision += 1;
    one.state = 'here';
    one.save = save ?? one.save;
    one.typedAtMs = performance.now();
    keepDraft(keyOf(id, mode), { draft, revision: one.revision });
    clearTimeout(one.timer);
    if (save !== undefined) one.timer = setTimeout(() => void flush(one, save), debounceMs);
    tell(one);
  },

  /** Sends what came without a key: a file that arrived while one looks elsewhere. */
  save(id: string, mode: ComposerMode): void {
    const one = find(id, mode);
    if (one.save !== undefined) drafts.flush(id, mode, one.save);
  },

  /** Sends what is not saved yet: on leaving the field, or when the page is hidden. */
  flush(id: string, mode: ComposerMode, save: SaveDraft): void {
    const one = find(id, mode);
    if (one.state !== 'here') return;
    one.save = save;
    clearTimeout(one.timer);
    void flush(one, save);
  },

  /** The connection is back: everything that is only here goes to the server, of all conversations (R14). */
  flushAll(): void {
    for (const one of kept.values()) if (one.state === 'here' && one.save !== undefined) void flush(one, one.save);
  },

  /** When something was last typed in either field of a conversation. */
  typedAtMs: (id: string): number => Math.max(find(id, 'reply').typedAtMs, find(id, 'note').typedAtMs),

  /** The words are on their way: the field is empty, and they are kept until they `arrived`. */
  hand(id: string, mode: ComposerMode, save: SaveDraft): void {
    const one = find(id, mode);
    clearTimeout(one.timer);
    one.draft = empty;
    one.revision += 1;
    one.state = 'none';
    one.handed = { revision: one.revision, save };
    tell(one);
  },

  /** Up to which revision the words went that are on their way; nothing when none are. */
  handed: (id: string, mode: ComposerMode): number | undefined => kept.get(keyOf(id, mode))?.handed?.revision,

  /** They arrived, at once or at a later try: gone here and on the server, unless something new was written since. */
  arrived(id: string, mode: ComposerMode): void {
    const one = find(id, mode);
    const { handed } = one;
    one.handed = undefined;
    if (handed === undefined || handed.revision !== one.revision) return;
    keepDraft(keyOf(id, mode), undefined);
    void handed.save(empty, one.revision, one.id);
  },

  /** What the server has, taken over unless something newer is here. */
  offer(id: string, mode: ComposerMode, draft: Draft, from: { readonly id: string; readonly revision: number }): void {
    const one = find(id, mode);
    // What is only here, or on its way, is newer than anything the server had when it answered.
    if (one.state === 'here' || one.state === 'saving' || one.handed !== undefined) return;
    if (one.revision >= from.revision) return;
    one.draft = draft;
    one.id = from.id;
    one.revision = from.revision;
    one.state = 'saved';
    tell(one);
  },

  /**
   * What the server has of a draft that is there and nowhere newer: sent or emptied on another device, it is gone here
   * too. Words typed while it is asked stay.
   */
  async follow(id: string, mode: ComposerMode, look: () => Promise<boolean>): Promise<void> {
    const one = find(id, mode);
    if (one.state !== 'saved') return;
    const { revision } = one;
    if (await look()) return;
    if (one.state !== 'saved' || one.revision !== revision) return;
    one.draft = empty;
    one.state = 'none';
    tell(one);
  },

  /** Words of another device that ours have not seen: nothing of either is lost, nor of its form and files. */
  join(
    id: string,
    mode: ComposerMode,
    other: Pick<Draft, 'text' | 'content' | 'uploads'> & { revision: number },
  ): void {
    const one = find(id, mode);
    one.revision = Math.max(one.revision, other.revision);
    drafts.write(id, mode, joined(one.draft, other), one.save);
  },

  subscribe(id: string, mode: ComposerMode, listener: () => void): () => void {
    const key = keyOf(id, mode);
    const heard = listeners.get(key) ?? new Set();
    listeners.set(key, heard.add(listener));
    return () => {
      heard.delete(listener);
      if (heard.size === 0 && listeners.get(key) === heard) listeners.delete(key);
    };
  },

  /** Looks on this device once, for words that never reached the server. */
  async recall(id: string, mode: ComposerMode): Promise<void> {
    const found = await readKeptDraft(keyOf(id, mode));
    const one = find(id, mode);
    if (found === undefined || one.revision > 0) return;
    one.draft = found.draft;
    one.revision = found.revision;
    one.state = 'here';
    tell(one);
  },
};

// Once a page, not once a field: what was written in a conversation that is closed by now goes out too.
if (typeof addEventListener === 'function') addEventListener('online', () => drafts.flushAll());

type Words = Pick<Draft, 'text' | 'content' | 'uploads'>;

function joined(mine: Draft, theirs: Words): Draft {
  const hasTheirs = mine.text.includes(theirs.text);
  const isTheirs = theirs.text.includes(mine.text);
  const uploads = [...(theirs.uploads ?? []), ...(mine.uploads ?? [])];
  const files = uploads.filter((file, at) => uploads.findIndex(({ id }) => id === file.id) === at);
  const rest = { ...mine, ...(files.length > 0 ? { uploads: files } : {}) };
  const form = { ours: mine.content?.html, theirs: theirs.content?.html };
  if (hasTheirs && (form.theirs === undefined || form.ours !== undefined)) return rest;
  const text = isTheirs ? theirs.text : `${theirs.text}\n\n${mine.text}`;
  if (form.ours === undefined && form.theirs === undefined) return { ...rest, text };
  const markup = (html: string | undefined, words: string): string => html ?? asMarkup(words);
  const other = markup(form.theirs, theirs.text);
  const html = isTheirs ? other : other + asMarkup('') + markup(form.ours, mine.text);
  return { ...rest, text, content: { ...mine.content, html } };
}

async function flush(one: Kept, save: SaveDraft): Promise<void> {
  const { revision } = one;
  one.state = 'saving';
  tell(one);
  const isSaved = await save(one.draft, revision, one.id);
  // Typed on meanwhile: that text has its own save coming.
  if (one.revision !== revision || one.state !== 'saving') return;
  one.state = isSaved ? 'saved' : 'here';
  // The server's copy rules from now on: it may be written on, or sent, on another device.
  if (isSaved) keepDraft(one.key, undefined);
  tell(one);
}

function find(id: string, mode: ComposerMode): Kept {
  const key = keyOf(id, mode);
  let one = kept.get(key);
  if (one === undefined) {
    one = {
      key,
      draft: empty,
      state: 'none',
      revision: 0,
      id: newId(),
      timer: undefined,
      save: undefined,
      typedAtMs: Number.NEGATIVE_INFINITY,
      handed: undefined,
    };
    kept.set(key, one);
  }
  return one;
}

function keyOf(id: string, mode: ComposerMode): string {
  return `${id}:${mode}`;
}

function tell(one: Kept): void {
  for (const listener of listeners.get(one.key) ?? []) listener();
}
