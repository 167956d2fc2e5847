import type * as z from 'zod';
import type { AnyRoute, ReplyOf, Route } from '#platform/contract';
import { readRefusal, unreachable } from './call-problem.ts';

/** What a request needs to know of a route. */
export interface WireRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** Everything a request carries. */
export interface Asked {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
  /** Why it is done, in the words of who does it: for the audit log. */
  readonly why?: string | undefined;
}

/** What a caller gives for a route's params, query and body; parts the route does not have may be left out. */
export type AskOf<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? Part<'params', z.input<P>> &
        Part<'query', z.input<Q>> &
        Part<'body', z.input<B>> & { readonly why?: string | undefined }
    : never;
type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [N in Name]?: undefined }
  : Record<string, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value };
/** Nothing has to be said where the route asks nothing. */
type AskArgs<R> =
  Record<string, never> extends AskOf<R>
    ? [asked?: AskOf<R>, signal?: AbortSignal]
    : [asked: AskOf<R>, signal?: AbortSignal];

export interface ClientOptions {
  /** Where the server is; empty for the one this page came from. */
  readonly baseUrl?: string;
  readonly fetch?: typeof fetch;
  /** On every request: a cookie or key of a program, the mark of our console. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The language that is read now: refusals and names come in it. Without it, the browser's own. */
  readonly language?: () => string;
  /** Holds every answer against its contract: for development and tests. Answers are not checked otherwise. */
  readonly checksReplies?: boolean;
}

export interface Client {
  /** Calls a route of a contract; refused or unreached it throws a `Refusal`. */
  call<R extends AnyRoute>(route: R, ...args: AskArgs<R>): Promise<ReplyOf<R>>;
  /** The same for a route that is only known by method and path. */
  ask(route: WireRoute, asked?: Asked, signal?: AbortSignal): Promise<unknown>;
}

/** Longest wait for an answer. */
const timeoutMs = 20_000;

/** A client of the API, typed by the contracts. Browser-safe: nothing but fetch is behind it. */
export function createClient(options: ClientOptions = {}): Client {
  const ask = (route: WireRoute, asked: Asked = {}, signal?: AbortSignal): Promise<unknown> =>
    send(options, route, asked, signal);
  return {
    ask,
    async call<R extends AnyRoute>(route: R, ...[asked, signal]: AskArgs<R>): Promise<ReplyOf<R>> {
      const reply = await ask(route, asked as Asked | undefined, signal);
      return (options.checksReplies ? route.reply.parse(reply) : reply) as ReplyOf<R>;
    },
  };
}

async function send(
  options: ClientOptions,
  route: WireRoute,
  asked: Asked,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const limit = AbortSignal.timeout(timeoutMs);
  const response = await reach(options, addressOf(route, asked, options.baseUrl), {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(asked.why ? { 'x-why': encodeURIComponent(asked.why) } : {}),
      ...(options.language ? { 'accept-language': options.language() } : {}),
      ...options.headers,
    },
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  });
  if (!response.ok) throw await readRefusal(response);
  const text = response.status === 204 ? '' : await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function reach(options: ClientOptions, url: string, request: RequestInit): Promise<Response> {
  try {
    return await (options.fetch ?? fetch)(url, request);
  } catch (error) {
    // what the caller stopped is no trouble of the server
    if (error instanceof Error && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

/** The address of a route with its params in the path and its query behind. */
export function addressOf(route: WireRoute, asked: Asked, baseUrl = ''): string {
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) =>
    encodeURIComponent(String(asked.params?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked.query ?? {})) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  return `${baseUrl}${path}${query.size > 0 ? `?${query.toString()}` : ''}`;
}
