import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { ask, type ComposerMode, Refusal } from '#platform/ui';
import { type Draft, drafts, type DraftState, type SaveDraft } from './draft-store.ts';
import { type ConversationView, saveDraft } from './views.ts';

/** The draft of one conversation and kind, saved as it is typed. */
export function useDraft(conversation: ConversationView, mode: ComposerMode) {
  const { id } = conversation;
  const offered = conversation.drafts?.[mode];
  const draft: Draft = useSyncExternalStore(
    useCallback((listener) => drafts.subscribe(id, mode, listener), [id, mode]),
    () => drafts.read(id, mode),
  );
  const state: DraftState = useSyncExternalStore(
    useCallback((listener) => drafts.subscribe(id, mode, listener), [id, mode]),
    () => drafts.state(id, mode),
  );
  const save: SaveDraft = useCallback(
    async (words, revision) => {
      try {
        await ask(saveDraft, { params: { id }, body: { kind: mode, text: words.text, revision } });
        return true;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return false;
      }
    },
    [id, mode],
  );
  useEffect(() => {
    void drafts.recall(id, mode).then(() => offered && drafts.offer(id, mode, offered));
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
    clear: () => drafts.clear(id, mode),
  };
}
