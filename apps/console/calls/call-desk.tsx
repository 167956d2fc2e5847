import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { type Refusal, useAct, useView, useWords, viewKey } from '#platform/ui';
import { useTopic } from '../live/socket.ts';
import { useGo } from '../shell/links.tsx';
import { say } from '../shell/toasts.tsx';
import { CallBar } from './call-bar.tsx';
import { CallCard } from './call-card.tsx';
import { answerCall, type CallView, declineCall, endCall, holdCall, readMyCall, readPresence, wrapUpCall } from './views.ts';
import { WrapUp } from './wrap-up.tsx';
import { callWords } from './words.ts';

/** The one call I have, in whichever state: ringing, talking, or waiting for its wrap-up. On every page, above all of them. */
export function CallDesk(): ReactElement | null {
  const t = useWords(callWords);
  const go = useGo();
  const client = useQueryClient();
  const call = useView(readMyCall, {}).data?.call ?? null;
  useTopic('my-call');
  const answer = useAct(answerCall);
  const decline = useAct(declineCall);
  const hold = useAct(holdCall);
  const end = useAct(endCall);
  const wrapUp = useAct(wrapUpCall);
  if (call === null) return null;

  const params = { id: call.id };
  const take = (next: CallView): void => {
    const isOver = next.state === 'done' || next.state === 'missed';
    client.setQueryData(viewKey(readMyCall, {}), { call: isOver ? null : next });
    void client.invalidateQueries({ queryKey: [readPresence.path] });
  };
  const onError = (refusal: Refusal): void => say({ id: 'call', icon: <TriangleAlert />, text: refusal.isUnreachable ? t('failed') : refusal.problem.title });
  const open = (): void => go(`/inbox/my-work/${call.conversationId}`);

  if (call.state === 'ringing') {
    return (
      <CallCard
        call={call}
        onAnswer={() => {
          answer.mutate({ params }, { onSuccess: (next) => (take(next), open()), onError });
        }}
        onDecline={() => decline.mutate({ params }, { onSuccess: take, onError })}
      />
    );
  }
  if (call.state === 'answered' || call.state === 'held') {
    return (
      <CallBar
        call={call}
        onHold={(held) => hold.mutate({ params, body: { held } }, { onSuccess: take, onError })}
        onEnd={() => end.mutate({ params }, { onSuccess: take, onError })}
        onOpen={open}
      />
    );
  }
  if (call.state === 'wrap-up') return <WrapUp call={call} isBusy={wrapUp.isPending} onFinish={(body) => wrapUp.mutate({ params, body }, { onSuccess: take, onError })} />;
  return null;
}
