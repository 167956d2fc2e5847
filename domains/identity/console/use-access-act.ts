import { useQueryClient } from '@tanstack/react-query';
import { type AskOf, useAct, type WireRoute } from '#platform/ui';
import { readMyAccess } from '../contract.ts';

/** A change of one's own account: afterwards the page looks again. */
export function useAccessAct<R extends WireRoute>(route: R) {
  const client = useQueryClient();
  const act = useAct(route);
  const run = async (asked: AskOf<R>) => {
    const reply = await act.mutateAsync(asked);
    await client.invalidateQueries({ queryKey: [readMyAccess.path] });
    return reply;
  };
  /** Runs it, then goes on; a refusal is shown by `refusal`. */
  const go = (asked: AskOf<R>, then?: () => void): void => void run(asked).then(then, () => undefined);
  return { go, run, refusal: act.error, isBusy: act.isPending, reset: act.reset };
}
