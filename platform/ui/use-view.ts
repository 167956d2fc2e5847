import {
  type InfiniteData,
  type QueryFunctionContext,
  type QueryKey,
  useInfiniteQuery,
  type UseInfiniteQueryResult,
  useMutation,
  type UseMutationResult,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Page, ReplyOf } from '#platform/contract';
import { ask, type Asked, type AskOf, type Refusal, type WireRoute } from './api.ts';

/** The cache's name of a view: path, then what was asked. Live changes find it by its path. */
export function viewKey(route: WireRoute, asked: Asked = {}): readonly [string, Asked['params'], Asked['query']] {
  return [route.path, asked.params, asked.query];
}

/** How a view is fetched and cached; for prefetching as well as for `useView`. */
export function viewOf<R extends WireRoute>(route: R, asked: AskOf<R>) {
  const wire = asked as Asked;
  return {
    queryKey: viewKey(route, wire) as QueryKey,
    queryFn: async ({ signal, client, queryKey }: QueryFunctionContext): Promise<ReplyOf<R>> => {
      if (client.getQueryData(queryKey) !== undefined) await afterPaint(signal);
      return (await ask(route, wire, signal)) as ReplyOf<R>;
    },
  };
}

/** Milliseconds that a view which is there already waits before it is asked for again. */
const againAfterMs = 40;

/**
 * What is on the screen is drawn before it is asked for again: an opened conversation paints first, and of one that was
 * only passed by nothing is asked.
 */
async function afterPaint(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, againAfterMs));
  signal.throwIfAborted();
}

/** A view of the server, kept in the cache and moved on by live changes. */
export function useView<R extends WireRoute>(
  route: R,
  asked: AskOf<R>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<ReplyOf<R>, Refusal> {
  return useQuery<ReplyOf<R>, Refusal>({ ...viewOf(route, asked), enabled: options.enabled ?? true });
}

/** A route that answers page by page: `next` leads down a list, `before` up a spine. */
type PageLike = Page<unknown> | { readonly rows: readonly unknown[]; readonly before: string | null };
/** Where the next page begins, by the name that the route takes it under. */
type PageFrom = Readonly<Record<string, string>> | undefined;
export type PageOf<R> = ReplyOf<R> extends PageLike ? ReplyOf<R> : never;
type PagesOf<R> = InfiniteData<PageOf<R>, PageFrom>;

/** A keyset list, page by page; `fetchNextPage` goes on where the last one ended. */
export function usePages<R extends WireRoute>(
  route: R,
  asked: AskOf<R>,
  options: { readonly enabled?: boolean } = {},
): UseInfiniteQueryResult<PagesOf<R>, Refusal> {
  return useInfiniteQuery<PageOf<R>, Refusal, PagesOf<R>, QueryKey, PageFrom>({
    ...pagesOf(route, asked),
    enabled: options.enabled ?? true,
  });
}

/** How a keyset list is fetched and cached. */
export function pagesOf<R extends WireRoute>(route: R, asked: AskOf<R>) {
  const wire = asked as Asked;
  return {
    queryKey: viewKey(route, wire) as QueryKey,
    queryFn: async ({ pageParam, signal }: QueryFunctionContext<QueryKey, PageFrom>): Promise<PageOf<R>> =>
      (await ask(route, { ...wire, query: { ...wire.query, ...pageParam } }, signal)) as PageOf<R>,
    initialPageParam: undefined as PageFrom,
    getNextPageParam: (last: PageOf<R>): PageFrom => placeAfter(last),
    // Compared deeply, a list of ten thousand rows would cost a long frame for each page that is added to it.
    structuralSharing: false,
  };
}

function placeAfter(last: PageLike): PageFrom {
  if ('before' in last) return last.before === null ? undefined : { before: last.before };
  return last.next === null ? undefined : { after: last.next };
}

/** What is done when a change is over. */
export interface ActEnds<Reply, Given> {
  readonly onSuccess?: (reply: Reply, given: Given) => unknown;
  readonly onError?: (refusal: Refusal, given: Given) => unknown;
  readonly onSettled?: () => unknown;
}

type Mutation<R extends WireRoute> = UseMutationResult<ReplyOf<R>, Refusal, AskOf<R>>;

/** A change as a screen uses it. */
export type Act<R extends WireRoute> = Omit<Mutation<R>, 'mutate'> & {
  readonly mutate: (asked: AskOf<R>, ends?: ActEnds<ReplyOf<R>, AskOf<R>>) => void;
};

/**
 * A change. It is tried once: what may be sent again carries its own id. What is given with `mutate` runs whatever the
 * screen shows by then, and of each change: the library would leave it out once the part that asked is gone, and with it
 * the undo of what was just closed.
 */
export function useAct<R extends WireRoute>(route: R): Act<R> {
  const mutation = useMutation<ReplyOf<R>, Refusal, AskOf<R>>({
    mutationKey: [route.method, route.path],
    mutationFn: async (asked) => (await ask(route, asked as Asked)) as ReplyOf<R>,
  });
  const { mutateAsync } = mutation;
  const mutate = useCallback<Act<R>['mutate']>(
    (asked, ends) => {
      void runEnds(mutateAsync(asked), asked, ends).catch(reportError);
    },
    [mutateAsync],
  );
  return { ...mutation, mutate };
}

/** Runs what belongs to the end of one change: first how it went, then that it is over. */
export async function runEnds<Reply, Given>(
  change: Promise<Reply>,
  given: Given,
  ends: ActEnds<Reply, Given> | undefined,
): Promise<void> {
  try {
    await change.then(
      (reply) => ends?.onSuccess?.(reply, given),
      (refusal: Refusal) => ends?.onError?.(refusal, given),
    );
  } finally {
    ends?.onSettled?.();
  }
}
