import { useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { type Refusal, useAct, useWords, viewKey } from '#platform/ui';
import type { CallView } from '#domains/channel-voice/contract';
import {
  answerCall,
  declineCall,
  endCall,
  holdCall,
  listPresence,
  readMyCall,
  resumeCall,
  wrapUpCall,
} from '../routes.ts';
import { useGo } from '../shell/links.tsx';
import { say } from '../shell/toasts.tsx';
import { CallBar } from './call-bar.tsx';
import { CallCard } from './call-card.tsx';
import { callWords } from './words.ts';
import type { CallView as MyCall } from './views.ts';
import { WrapUp } from './wrap-up.tsx';

/** My call as its state wants it: a card that rings, a bar while talking, the wrap-up after. */
export function CallFace({ call }: { readonly call: MyCall }): ReactElement | null {
  const t = useWords(callWords);
  const go = useGo();
  const client = useQueryClient();
  const answer = useAct(answerCall);
  const decline = useAct(declineCall);
  const hold = useAct(holdCall);
  const resume = useAct(resumeCall);
  const end = useAct(endCall);
  const wrapUp = useAct(wrapUpCall);

  const params = { id: call.id };
  const take = (next: CallView): void => {
    const isMine = next.can.some((one) => one !== 'hang-up-as-caller');
    client.setQueryData(viewKey(readMyCall, {}), { call: isMine && next.state !== 'done' ? next : null });
    void client.invalidateQueries({ queryKey: [listPresence.path] });
  };
  const onError = (refusal: Refusal): void =>
    say({ id: 'call', icon: <TriangleAlert />, text: refusal.isUnreachable ? t('failed') : refusal.problem.title });
  const open = (): void => go(`/inbox/my-work/${call.conversation.id}`);

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
  if (call.state === 'talking' || call.state === 'held') {
    return (
      <CallBar
        call={call}
        onHold={(held) => (held ? hold : resume).mutate({ params }, { onSuccess: take, onError })}
        onEnd={() => end.mutate({ params }, { onSuccess: take, onError })}
        onOpen={open}
      />
    );
  }
  if (call.state === 'wrap-up')
    return (
      <WrapUp
        call={call}
        isBusy={wrapUp.isPending}
        onFinish={(body) =>
          wrapUp.mutate({ params, body: body ?? {} }, { onSuccess: ({ call: next }) => take(next), onError })
        }
      />
    );
  return null;
}
