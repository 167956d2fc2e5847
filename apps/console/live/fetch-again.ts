import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Fetches again what a change concerns. A first fetch that is still on its way may have read before the change, and to
 * ask for it meanwhile changes nothing: it is fetched once more when it has come.
 */
export function fetchAgain(client: QueryClient, queryKey: QueryKey): void {
  afterFirst(client, queryKey);
  void client.invalidateQueries({ queryKey });
}

/** First fetches that are followed by another already: many changes ask for one. */
const followed = new WeakSet<object>();

/** Of what a change is otherwise written into: where nothing is there yet to write into, it is fetched once more. */
export function afterFirst(client: QueryClient, queryKey: QueryKey): void {
  const isFirst = (query: { readonly state: { readonly data: unknown } }): boolean => query.state.data === undefined;
  for (const query of client.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching', predicate: isFirst })) {
    if (followed.has(query)) continue;
    followed.add(query);
    const again = (): void => void client.invalidateQueries({ queryKey: query.queryKey, exact: true });
    const ended = (): unknown => followed.delete(query);
    query.promise?.then(
      // once its answer stands there: before that it would still be the first
      () => queueMicrotask(() => ended() && again()),
      // one that failed has nothing old to show
      ended,
    );
  }
}
