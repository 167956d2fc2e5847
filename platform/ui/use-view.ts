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
import type * as z from 'zod';
import type { Page, ReplyOf, Route } from '#platform/contract';
import { ask, type Asked, type Refusal, type WireRoute } from './api.ts';

/** What a caller gives for a route's params, query and body; parts the route does not have may be left out. */
export type AskOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? Part<'params', z.input<P>> & Part<'query', z.input<Q>> & Part<'body', z.input<B>>
    : never;
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : Record<string, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };

/** The cache's name of a view: path, then what was asked. Live changes find it by its path. */
export function viewKey(route: WireRoute, asked: Asked = {}): readonly [string, Asked['params'], Asked['query']] {
  return [route.path, asked.params, asked.query];
}

/** How a view is fetched and cached; for prefetching as well as for `useView`. */
export function viewOf<R extends WireRoute>(route: R, asked: AskOf<R>) {
  const wire = asked as Asked;
  return {
    queryKey: viewKey(route, wire) as QueryKey,
    queryFn: async ({ signal }: QueryFunctionContext): Promise<ReplyOf<R>> => (await ask(route, wire, signal)) as ReplyOf<R>,
  };
}

/** A view of the server, kept in the cache and moved on by live changes. */
export function useView<R extends WireRoute>(route: R, asked: AskOf<R>, options: { readonly enabled?: boolean } = {}): UseQueryResult<ReplyOf<R>, Refusal> {
  return useQuery<ReplyOf<R>, Refusal>({ ...viewOf(route, asked), enabled: options.enabled ?? true });
}

/** The row type of a route that answers with pages. */
export type RowOf<R> = ReplyOf<R> extends Page<infer Row> ? Row : never;

/** A keyset list, page by page; `fetchNextPage` goes on where the last one ended. */
export function usePages<R extends WireRoute>(
  route: R,
  asked: AskOf<R>,
  options: { readonly enabled?: boolean } = {},
): UseInfiniteQueryResult<InfiniteData<Page<RowOf<R>>, string | undefined>, Refusal> {
  return useInfiniteQuery<Page<RowOf<R>>, Refusal, InfiniteData<Page<RowOf<R>>, string | undefined>, QueryKey, string | undefined>({ ...pagesOf(route, asked), enabled: options.enabled ?? true });
}

/** How a keyset list is fetched and cached. */
export function pagesOf<R extends WireRoute>(route: R, asked: AskOf<R>) {
  const wire = asked as Asked;
  return {
    queryKey: viewKey(route, wire) as QueryKey,
    queryFn: async ({ pageParam, signal }: QueryFunctionContext<QueryKey, string | undefined>): Promise<Page<RowOf<R>>> =>
      (await ask(route, { ...wire, query: { ...wire.query, after: pageParam } }, signal)) as Page<RowOf<R>>,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<RowOf<R>>) => last.next ?? undefined,
  };
}

/** A change. It is tried once: what may be sent again carries its own id. */
export function useAct<R extends WireRoute>(route: R): UseMutationResult<ReplyOf<R>, Refusal, AskOf<R>> {
  return useMutation<ReplyOf<R>, Refusal, AskOf<R>>({
    mutationKey: [route.method, route.path],
    mutationFn: async (asked) => (await ask(route, asked as Asked)) as ReplyOf<R>,
  });
}
