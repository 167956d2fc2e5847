import { hashKey, type QueryClient, useQueryClient } from '@tanstack/react-query';
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
    guess: Guess | undefined,
    done: (() => void) | undefined,
  ): Promise<void> => {
    const told = await answer.catch(() => undefined);
    const others = waiting(client, customerId);
    if (guess) others.delete(guess);
    // an answer knows nothing of what was asked after it: that stays shown until its own answer comes
    const now = (told as CustomerView | undefined) ?? before;
    if (now) client.setQueryData(key, withGuesses(now, others));
    // what was refused is told by `error`
    if (told === undefined) return void client.invalidateQueries({ queryKey: key });
    void client.invalidateQueries({ queryKey: [listMoments.path] });
    done?.();
  };
  return {
    error,
    isPending,
    act(asked, guess, done) {
      const before = client.getQueryData<CustomerView>(key);
      if (before && guess) {
        waiting(client, customerId).add(guess);
        client.setQueryData(key, guess(before));
      }
      void settle(mutateAsync(asked), before, guess, done);
    },
  };
}

type Guess = (now: CustomerView) => CustomerView;

const guesses = new WeakMap<QueryClient, Map<string, Set<Guess>>>();

/** What is shown of a customer before its answer came, in the order it was done. */
function waiting(client: QueryClient, customerId: string): Set<Guess> {
  const all = guesses.get(client) ?? guessesOf(client);
  const mine = all.get(customerId) ?? new Set();
  all.set(customerId, mine);
  return mine;
}

/** A customer read anew, because something else of theirs changed, knows nothing of what is still on its way either. */
function guessesOf(client: QueryClient): Map<string, Set<Guess>> {
  const all = new Map<string, Set<Guess>>();
  guesses.set(client, all);
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    for (const [id, mine] of all) {
      const key = viewKey(readCustomer, { params: { id: id as never } });
      if (mine.size > 0 && hashKey(key) === event.query.queryHash)
        client.setQueryData<CustomerView>(key, (now) => now && withGuesses(now, mine));
    }
  });
  return all;
}

function withGuesses(customer: CustomerView, mine: ReadonlySet<Guess>): CustomerView {
  return [...mine].reduce((shown, next) => next(shown), customer);
}
