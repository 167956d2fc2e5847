import { useQueryClient } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button, newId, useAct, useNow, useTell, useView, useWords, whenOf, type WritingPlace } from '#platform/ui';
import { getConversation, makePromise } from '../contract.ts';
import { promisedTime } from './promised-time.ts';
import { promiseWords } from './promise-words.ts';

/** "I will write before eleven": while it is written, one press makes it a promise with its time (R22). */
export function PromisePiece(place: WritingPlace): ReactElement | null {
  const t = useWords(promiseWords);
  const now = useNow();
  const client = useQueryClient();
  const tell = useTell();
  const make = useAct(makePromise);
  const promises = useView(getConversation, { params: { id: place.conversationId } }).data?.promises ?? [];
  const found = place.mode === 'reply' ? promisedTime(place.text, new Date(now)) : undefined;
  const isMade = found && promises.some((one) => one.words === found.words);
  if (found === undefined || isMade || !place.can.includes('note')) return null;
  const when = whenOf(found.at, now);
  const icon = <Handshake />;
  const promise = (): void =>
    make.mutate(
      {
        params: { id: place.conversationId },
        body: { id: newId(), dueAt: found.at.toISOString(), words: found.words },
      },
      {
        onSuccess: () => {
          void client.invalidateQueries({ queryKey: [getConversation.path] });
          tell({ id: `promise-${place.conversationId}`, icon, text: t('promised', { when }), stayMs: 5000 });
        },
      },
    );
  return (
    <div className="px-3 pb-1.5">
      <Button size="xs" onClick={promise} disabled={make.isPending}>
        <Handshake className="size-3.5" />
        {t('offer', { when })}
      </Button>
    </div>
  );
}
