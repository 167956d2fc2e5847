import { useQueryClient } from '@tanstack/react-query';
import { Combine, TriangleAlert } from 'lucide-react';
import type { ReplyOf } from '#platform/contract';
import { ask, Refusal, runCommand, type ThreadPlace, useGo, useTell, useWords } from '#platform/ui';
import { undoMove } from '../contract.ts';
import { depthWords } from './words.ts';

/** How long a toast with an undo stays. */
const undoStayMs = 10_000;

/** What follows a move: everything shown is asked anew, the toast offers the way back, and the screen goes where it went. */
export function useMoved(place: ThreadPlace) {
  const t = useWords(depthWords);
  const client = useQueryClient();
  const tell = useTell();
  const go = useGo();
  // it was my own doing: what it moved does not wait for "." (R9)
  const askAnew = (): void => void client.invalidateQueries().then(() => runCommand('showNew'));
  // asked without a hook: the dialog, and often the thread, are gone when the toast takes it back
  const takeBack = async (moveId: string): Promise<void> => {
    try {
      const { conversation } = (await ask(undoMove, { params: { id: moveId } })) as ReplyOf<typeof undoMove>;
      askAnew();
      go(`/inbox/${place.view}/${conversation.id}`);
      tell({ id: moveId, icon: <Combine />, text: t('undone'), stayMs: 4000 });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { title, detail, help } = error.problem;
      tell({ id: moveId, icon: <TriangleAlert />, text: `${title}. ${detail ?? help ?? ''}` });
    }
  };
  return {
    takeBack,
    done: (moveId: string, text: string, goTo: string): void => {
      askAnew();
      if (goTo !== place.conversationId) go(`/inbox/${place.view}/${goTo}`);
      tell({ id: moveId, icon: <Combine />, text, stayMs: undoStayMs, undo: () => void takeBack(moveId) });
    },
  };
}
