import type * as z from 'zod';

/**
 * Who may knock: anyone; whoever is signed in, guests and clients too (`member`); any teammate who works here; or whoever
 * holds the permission in some scope. `also` names permissions of people from outside that open the same door.
 */
export type Access =
  | 'public'
  | 'member'
  | 'signed-in'
  | { readonly permission: string; readonly also?: readonly string[] };

/** One door of the API, as both sides see it. */
export interface Route<
  Params extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Reply extends z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/api/${string}`;
  /** One sentence for the API page. */
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly reply: Reply;
  /** Largest body in bytes, where the default of 1 MB does not fit. */
  readonly bodyLimitBytes?: number;
  /** The body is a file, sent as `application/octet-stream` and read as it comes; it is not parsed. */
  readonly bodyIs?: 'json' | 'bytes';
  /** The answer is bytes (a file, an attachment), not JSON. */
  readonly replyIs?: 'json' | 'bytes';
  /** A POST that only reads (a search with a long question): runs without a transaction. */
  readonly readOnly?: boolean;
}

export type AnyRoute = Route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

export type ParamsOf<R> = R extends Route<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<R> = R extends Route<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type BodyOf<R> = R extends Route<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type ReplyOf<R> = R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A> ? z.output<A> : never;

/** Declares a route. Params sit in the path as `:name`. */
export function route<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodVoid,
>(definition: Route<Params, Query, Body, Reply>): Route<Params, Query, Body, Reply> {
  return definition;
}
