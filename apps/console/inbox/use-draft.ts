import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { ask, type ComposerMode, Refusal, useView } from '#platform/ui';
import { getDrafts, saveDraft } from '../routes.ts';
import { type Draft, drafts, type DraftState, type SaveDraft } from './draft-store.ts';
import type { ConversationView, Suggestion } from './views.ts';

/** The draft of one conversation and kind, saved as it is typed. */
export function useDraft(conversation: ConversationView, mode: ComposerMode) {
  const { id } = conversation;
  const kept = useView(getDrafts, { params: { id } }).data;
  const offered:
    | (NonNullable<typeof kept>['drafts'][number] & { readonly beside?: Pick<Suggestion, 'quotes'> })
    | undefined = kept?.drafts.find((draft) => draft.kind === mode);
  const listen = useCallback((listener: () => void) => drafts.subscribe(id, mode, listener), [id, mode]);
  const draft: Draft = useSyncExternalStore(listen, () => drafts.read(id, mode));
  const state: DraftState = useSyncExternalStore(listen, () => drafts.state(id, mode));
  const save: SaveDraft = useCallback(
    async (words, revision, draftId) => {
      try {
        await ask(saveDraft, { params: { id, kind: mode }, body: { id: draftId, text: words.text, revision } });
        return true;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return false;
      }
    },
    [id, mode],
  );
  useEffect(() => {
    void drafts
      .recall(id, mode)
      .then(
        () => offered && drafts.offer(id, mode, { text: offered.text, quotes: offered.beside?.quotes ?? [] }, offered),
      );
    const onHide = (): void => {
      if (document.visibilityState === 'hidden') drafts.flush(id, mode, save);
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      drafts.flush(id, mode, save);
    };
  }, [id, mode, save, offered]);
  return {
    draft,
    state,
    write: (next: Draft) => drafts.write(id, mode, next, save),
    flush: () => drafts.flush(id, mode, save),
    /** Empties the field for what is sent now. */
    hand: () => drafts.hand(id, mode, save),
  };
}

/** Whether something unsent was typed here, for the row's "Draft". */
export function useHasDraft(id: string): boolean {
  return useSyncExternalStore(
    useCallback((listener: () => void) => drafts.subscribe(id, 'reply', listener), [id]),
    () => drafts.read(id, 'reply').text !== '',
  );
}
