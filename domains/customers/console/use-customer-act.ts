import { useQueryClient } from '@tanstack/react-query';
import type { ReplyOf } from '#platform/contract';
import { type AskOf, type Refusal, useAct, viewKey, type WireRoute } from '#platform/ui';
import { type CustomerView, listMoments, readCustomer } from '../contract.ts';

/** A change of a customer: shown at once, put right by the answer, taken back where it is refused. */
export function useCustomerAct<R extends WireRoute>(
  route: R,
  customerId: string,
): {
  readonly act: (asked: AskOf<R>, guess?: (now: CustomerView) => CustomerView, done?: () => void) => void;
  readonly error: Refusal | null;
  readonly isPending: boolean;
} {
  const client = useQueryClient();
  const { mutateAsync, error, isPending } = useAct(route);
  const key = viewKey(readCustomer, { params: { id: customerId } });
  /** A promise, not the hook's own callbacks: the line that asked may be gone from the screen by the answer. */
  const settle = async (
    answer: Promise<ReplyOf<R>>,
    before: CustomerView | undefined,
    done: (() => void) | undefined,
  ): Promise<void> => {
    try {
      client.setQueryData(key, await answer);
    } catch {
      // what was refused is told by `error`
      client.setQueryData(key, before);
      return;
    }
    void client.invalidateQueries({ queryKey: [listMoments.path] });
    done?.();
  };
  return {
    error,
    isPending,
    act(asked, guess, done) {
      const before = client.getQueryData<CustomerView>(key);
      if (before && guess) client.setQueryData(key, guess(before));
      void settle(mutateAsync(asked), before, done);
    },
  };
}
