import { useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import type { ReactElement } from 'react';
import { readSession } from '#domains/identity/contract';
import { Avatar, Button, useAct, useNow, useView, useWords, whenOf } from '#platform/ui';
import {
  type ConversationView,
  followConversation,
  getConversation,
  unfollowConversation,
  withdrawPromise,
} from '../contract.ts';
import { promiseWords } from './promise-words.ts';

/** Who takes part and who follows; one can follow oneself. */
export function PeoplePanel(props: {
  readonly conversationId: string;
  readonly customerId: string;
}): ReactElement | null {
  const t = useWords(promiseWords);
  const conversation = useView(getConversation, { params: { id: props.conversationId } }).data;
  const follow = useFollow(conversation);
  if (conversation === undefined) return null;
  return (
    <div className="flex flex-col gap-2">
      <ul className="flex flex-col gap-1.5">
        {conversation.participants.map((person) => (
          <li key={person.id} className="flex items-center gap-2">
            <Avatar name={person.name || (person.address ?? '')} sizePx={22} />
            {/* one person may take part by an address and by a number */}
            <span className="flex min-w-0 flex-1 flex-col">
              <bdi className="truncate">{person.name || person.address}</bdi>
              {person.name !== '' && person.address !== null && (
                <bdi className="truncate text-xs text-text-3">{person.address}</bdi>
              )}
            </span>
            <span className="text-xs text-text-3">{t(person.role)}</span>
          </li>
        ))}
      </ul>
      <Button size="sm" className="self-start" onClick={follow.toggle}>
        {follow.isFollowing ? <EyeOff className="size-3.5" /> : <Eye className="size-3.5" />}
        {t(follow.isFollowing ? 'unfollow' : 'follow')}
      </Button>
    </div>
  );
}

/** Whether I follow, and the way to change it. */
export function useFollow(conversation: ConversationView | undefined) {
  const client = useQueryClient();
  const session = useView(readSession, {}).data;
  const me = session?.me?.teammate.id;
  const follow = useAct(followConversation);
  const unfollow = useAct(unfollowConversation);
  const isFollowing =
    conversation?.participants.some((one) => one.role === 'follower' && one.teammateId === me) === true;
  const onSuccess = (): void => void client.invalidateQueries({ queryKey: [getConversation.path] });
  return {
    isFollowing,
    toggle: (): void => {
      if (conversation === undefined || me === undefined) return;
      const params = { id: conversation.id, teammateId: me };
      (isFollowing ? unfollow : follow).mutate({ params }, { onSuccess });
    },
  };
}

/** What was promised here: open, kept in time, kept late, broken. */
export function PromisesPanel(props: { readonly conversationId: string; readonly customerId: string }): ReactElement {
  const t = useWords(promiseWords);
  const now = useNow();
  const client = useQueryClient();
  const withdraw = useAct(withdrawPromise);
  const conversation = useView(getConversation, { params: { id: props.conversationId } }).data;
  const promises = conversation?.promises ?? [];
  if (promises.length === 0)
    return (
      <p className="text-text-3">
        <bdi>{t('none')}</bdi>
      </p>
    );
  const onSuccess = (): void => void client.invalidateQueries({ queryKey: [getConversation.path] });
  return (
    <ul className="flex flex-col gap-2">
      {promises.map((promise) => (
        <li key={promise.id} className="flex items-start gap-2">
          <span className="min-w-0 flex-1">
            <span dir="auto" className="block">
              {promise.words}
            </span>
            <span className="text-xs text-text-3">{stateOf(promise, now, t)}</span>
          </span>
          {promise.keptAt === null && conversation?.can.includes('note') && (
            <Button
              size="xs"
              aria-label={`${t('takeBack')}: ${promise.words}`}
              onClick={() =>
                withdraw.mutate({ params: { id: props.conversationId, promiseId: promise.id } }, { onSuccess })
              }
            >
              {t('takeBack')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function stateOf(
  promise: ConversationView['promises'][number],
  now: number,
  t: ReturnType<typeof useWords<keyof typeof promiseWords.en>>,
): string {
  if (promise.keptAt !== null)
    return t(promise.keptAt <= promise.dueAt ? 'kept' : 'keptLate', { when: whenOf(promise.keptAt, now) });
  const when = whenOf(promise.dueAt, now);
  return t(Date.parse(promise.dueAt) < now ? 'broken' : 'open', { when });
}
