import { useQueryClient } from '@tanstack/react-query';
import type { PresenceView, RestState } from '#domains/presence/contract';
import { useAct, useView } from '#platform/ui';
import { listPresence, setMyPresence } from '../routes.ts';

/** My state as far as it was ever said (null: never), and how I say another; undefined until it is known. */
export function useMyPresence(isLooked = true): {
  readonly me: PresenceView | null | undefined;
  readonly choose: (state: RestState) => void;
} {
  const client = useQueryClient();
  const { data } = useView(listPresence, { query: {} }, { enabled: isLooked });
  const change = useAct(setMyPresence);
  const onSuccess = (): void => void client.invalidateQueries({ queryKey: [listPresence.path] });
  return {
    me: data === undefined ? undefined : data.me,
    choose: (state) => change.mutate({ body: { state } }, { onSuccess }),
  };
}
