import type * as z from 'zod';
import type { Route } from '#platform/contract';

interface Parts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  reply: unknown;
}
type SchemaOf<P, Name extends string> = P extends { [N in Name]: infer Value } ? z.ZodType<Value, Value> : z.ZodUndefined;

/**
 * Names a route of the API by its types alone, without its schema: what the browser needs to ask, and no validator in
 * the first load. The server checks what it is given; a test of the journeys checks that both mean the same.
 */
export function wire<P extends Parts>(
  method: Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>['method'],
  path: `/api/${string}`,
): Route<SchemaOf<P, 'params'>, SchemaOf<P, 'query'>, SchemaOf<P, 'body'>, z.ZodType<P['reply'], P['reply']>> {
  return { method, path, summary: '', access: 'signed-in' } as ReturnType<typeof wire<P>>;
}
