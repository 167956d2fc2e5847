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

/** A change. It is tried once: what may be sent again carries its own id. */
export function useAct<R extends WireRoute>(route: R): UseMutationResult<ReplyOf<R>, Refusal, AskOf<R>> {
  return useMutation<ReplyOf<R>, Refusal, AskOf<R>>({
    mutationKey: [route.method, route.path],
    mutationFn: async (asked) => (await ask(route, asked as Asked)) as ReplyOf<R>,
  });
}
