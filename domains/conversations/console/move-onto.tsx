import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ReplyOf } from '#platform/contract';
import { ask, Refusal, type ThreadPlace, useTell, useView, useWords } from '#platform/ui';
import { getConversation, moveMessage } from '../contract.ts';
import { useMoved } from './use-moved.tsx';
import { depthWords } from './words.ts';

/** Moves a message that was dropped onto a conversation of the list: done at once, with the way back in the toast. */
export function MoveOnto(props: {
  readonly place: ThreadPlace;
  readonly entryId: string;
  readonly toId: string;
  readonly onClose: () => void;
}): null {
  const t = useWords(depthWords);
  const tell = useTell();
  const { place, entryId, toId, onClose } = props;
  const target = useView(getConversation, { params: { id: toId } });
  const moved = useMoved(place);
  const isBegun = useRef(false);
  useEffect(() => {
    if (isBegun.current || target.isPending) return;
    isBegun.current = true;
    const number = target.data?.number ?? '…';
    // asked without a hook: this piece is gone before the answer comes
    const asked = ask(moveMessage, { params: { id: entryId }, body: { conversationId: toId } });
    void asked.then(
      (reply) =>
        moved.done((reply as ReplyOf<typeof moveMessage>).moveId, t('moved', { number }), place.conversationId),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        const { title, detail, help } = error.problem;
        tell({ id: entryId, icon: <TriangleAlert />, text: `${title}. ${detail ?? help ?? ''}` });
      },
    );
    onClose();
  });
  return null;
}
