import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { ReplyOf } from '#platform/contract';
import { ask, type ComposerMode, Refusal, useView, viewKey, viewOf } from '#platform/ui';
import { getDrafts, saveDraft } from '../routes.ts';
import { type Draft, type DraftContent, drafts, type DraftState, type SaveDraft } from './draft-store.ts';
import type { ConversationView, Suggestion } from './views.ts';

type Offered = ReplyOf<typeof getDrafts>['drafts'][number] & { readonly beside?: Pick<Suggestion, 'quotes'> };

/** The draft of one conversation and kind, saved as it is typed. */
export function useDraft(conversation: ConversationView, mode: ComposerMode) {
  const { id } = conversation;
  const client = useQueryClient();
  const kept = useView(getDrafts, { params: { id } }).data;
  const offered: Offered | undefined = kept?.drafts.find((draft) => draft.kind === mode);
  const listen = useCallback((listener: () => void) => drafts.subscribe(id, mode, listener), [id, mode]);
  const draft: Draft = useSyncExternalStore(listen, () => drafts.read(id, mode));
  const state: DraftState = useSyncExternalStore(listen, () => drafts.state(id, mode));
  const save: SaveDraft = useCallback(
    async (words, revision, draftId) => {
      try {
        await ask(saveDraft, {
          params: { id, kind: mode },
          body: { id: draftId, text: words.text, revision, content: contentOf(words) },
        });
        return true;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (error.problem.code === 'conversations/older-draft') void joinOther(client, id, mode);
        return false;
      }
    },
    [id, mode, client],
  );
  useEffect(() => {
    void drafts.recall(id, mode).then(() => offered && drafts.offer(id, mode, draftFrom(offered), offered));
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') drafts.flush(id, mode, save);
      // Looked at again: another device may have gone on with it meanwhile.
      else void client.invalidateQueries({ queryKey: viewKey(getDrafts, { params: { id } }) });
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      drafts.flush(id, mode, save);
    };
  }, [id, mode, save, offered, client]);
  useFollow(conversation, mode);
  return {
    draft,
    state,
    /** The newest words, also between two drawings of the field. */
    read: () => drafts.read(id, mode),
    write: (next: Draft) => drafts.write(id, mode, next, save),
    flush: () => drafts.flush(id, mode, save),
    /** Empties the field for what is sent now. */
    hand: () => drafts.hand(id, mode, save),
  };
}

/** Something happened in the conversation: it may be that what is in the field was sent from another device of mine. */
function useFollow({ id, version }: ConversationView, mode: ComposerMode): void {
  const client = useQueryClient();
  const askedOf = useRef('');
  useEffect(() => {
    const place = `${id}:${mode}:${version}`;
    if (place === askedOf.current) return;
    askedOf.current = place;
    const isThere = async (): Promise<boolean> => {
      const fresh = await client.fetchQuery({ ...viewOf(getDrafts, { params: { id } }), staleTime: 0 });
      return fresh.drafts.some(({ kind }) => kind === mode);
    };
    // What cannot be asked now stays as it is.
    drafts.follow(id, mode, isThere).catch(() => undefined);
  }, [id, mode, client, version]);
}

/** Another device went on with this draft meanwhile: both are kept, theirs first, and saved as one (R14). */
async function joinOther(client: QueryClient, id: string, mode: ComposerMode): Promise<void> {
  const fresh = await client.fetchQuery({ ...viewOf(getDrafts, { params: { id } }), staleTime: 0 });
  const other = fresh.drafts.find((draft) => draft.kind === mode);
  if (other !== undefined) drafts.join(id, mode, { ...other, uploads: other.uploads ?? [] });
}

/** What the server kept, as it is written on here. */
function draftFrom(offered: Offered): Draft {
  const { text, content = {}, uploads = [], beside } = offered;
  return { text, quotes: beside?.quotes ?? [], content, uploads };
}

/** What goes along with the words: its files by the ids they have. */
export function contentOf(draft: Draft): DraftContent {
  const uploadIds = filesOf(draft).map(({ id }) => id);
  return { ...draft.content, ...(uploadIds.length > 0 ? { uploadIds } : {}) };
}

/** Uploads that were put within the words: taken out of them, they go along no more. */
const pictures = new Set<string>();

/** An upload is a picture of the words. */
export function isWithinWords(uploadId: string): void {
  pictures.add(uploadId);
}

/** The files that go along with what is written. */
export function filesOf({ content, uploads = [] }: Draft): NonNullable<Draft['uploads']> {
  return uploads.filter(({ id }) => !pictures.has(id) || content?.html?.includes(id));
}

/** Whether something unsent was typed here, for the row's "Draft". */
export function useHasDraft(id: string): boolean {
  return useSyncExternalStore(
    useCallback((listener: () => void) => drafts.subscribe(id, 'reply', listener), [id]),
    () => drafts.read(id, 'reply').text !== '',
  );
}

/** Who typed within this time, in milliseconds, is still writing. */
const writingMs = 8000;

/** Whether I am writing in a conversation right now, for those who look at it too (R18). */
export function useIsWriting(id: string): boolean {
  const [isWriting, setWriting] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => {
      clearTimeout(timer);
      const restMs = writingMs - (performance.now() - drafts.typedAtMs(id));
      setWriting(restMs > 0);
      if (restMs > 0) timer = setTimeout(look, restMs + 10);
    };
    look();
    const stops = [drafts.subscribe(id, 'reply', look), drafts.subscribe(id, 'note', look)];
    return () => {
      clearTimeout(timer);
      setWriting(false);
      for (const stop of stops) stop();
    };
  }, [id]);
  return isWriting;
}
