import { useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '#platform/contract';
import { type AskOf, useAct, type WireRoute } from '#platform/ui';
import { listInvitations, listTeammates } from '../contract.ts';

/** A change of who works here: afterwards both lists look again. */
export function usePeopleAct<R extends WireRoute>(route: R) {
  const client = useQueryClient();
  const act = useAct(route);
  const go = (asked: AskOf<R>, then?: (reply: ReplyOf<R>) => void): void =>
    act.mutate(asked, {
      onSuccess: (reply) => {
        for (const { path } of [listInvitations, listTeammates]) void client.invalidateQueries({ queryKey: [path] });
        then?.(reply);
      },
    });
  return { go, reply: act.data, refusal: act.error, isBusy: act.isPending };
}
