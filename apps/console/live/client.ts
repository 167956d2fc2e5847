import { notifyManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from '#platform/ui';

/** How long a view counts as fresh when no live change says otherwise. */
const freshMs = 30_000;
/** How long a view nobody looks at stays, so that opening it again paints at once (R26). */
const keptMs = 10 * 60_000;
const mostRetries = 2;
/** Answers that say that it is not there, or not for this teammate: what was read of it before is forgotten too. */
const notYours: ReadonlySet<number> = new Set([403, 404, 410]);

// What is shown before the server answered is drawn in the very frame of the press: by a timer a tick would go off once.
notifyManager.setScheduler(queueMicrotask);

/** The cache of views. Refusals are final; only an unreachable server is asked again. */
export function newClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof Refusal && notYours.has(error.problem.status)) query.setState({ data: undefined });
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: freshMs,
        gcTime: keptMs,
        retry: (failures, error) => failures < mostRetries && error instanceof Refusal && error.isUnreachable,
        refetchOnWindowFocus: false,
        // Reading works from the cache while offline; what is missing says so in its place.
        networkMode: 'offlineFirst',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
