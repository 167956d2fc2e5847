import type { Readable } from 'node:stream';
import type { AnyRoute, BodyOf, ParamsOf, QueryOf, ReplyOf } from '#platform/contract';
import type { Ctx, Origin, ReadCtx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import type { FileStore, Tools } from './tools.ts';

/** What a verb gets from the wire, already parsed. */
export interface Input<R extends AnyRoute> {
  readonly params: ParamsOf<R>;
  readonly query: QueryOf<R>;
  readonly body: BodyOf<R>;
  /** For routes that take or give bytes. */
  readonly files: FileStore;
  /** The body of a route whose `bodyIs` bytes, as it comes; empty for all others. */
  readonly bytes: Readable;
  /** Only for routes about sessions themselves. */
  readonly headers: Headers;
}

/** Bytes as an answer. */
export interface BytesReply {
  readonly bytes: Readable | Uint8Array;
  readonly mediaType: string;
  readonly fileName?: string;
  readonly inline?: boolean;
  /** A page for a sandboxed frame: its pictures are within it, or also from other servers when the reader asked. */
  readonly framed?: { readonly remoteImages: boolean };
}

/** Who asks, where no transaction is open yet. */
export interface Asker {
  readonly workspaceId: string;
  readonly actor: Actor;
  /** Handed on to the transactions of the answer, for the audit log. */
  readonly origin?: Origin | undefined;
}

/** A route with the verb that answers it. */
export interface Handler {
  readonly route: AnyRoute;
  run(ctx: Ctx, input: Input<AnyRoute>): Promise<unknown>;
  /** Instead of `run`: for answers that call the outside world or need several transactions. */
  outside?(tools: Tools, input: Input<AnyRoute>, asker: Asker): Promise<unknown>;
}

type CtxOf<R extends AnyRoute> = R['method'] extends 'GET' ? ReadCtx : Ctx;

/** Joins a contract with its verb. GET routes get a reading context (telling or changing there throws). */
export function answer<R extends AnyRoute>(
  route: R,
  run: (ctx: CtxOf<R>, input: Input<R>) => Promise<ReplyOf<R> | BytesReply>,
): Handler {
  return { route, run: run as unknown as Handler['run'] };
}

/** Joins a contract with a verb that works outside a transaction (a test mail, a first set-up). */
export function answerOutside<R extends AnyRoute>(
  route: R,
  run: (
    tools: Tools,
    input: Input<R>,
    asker: Asker,
  ) => Promise<(ReplyOf<R> & { setCookies?: readonly string[] }) | ReplyOf<R>>,
): Handler {
  return {
    route,
    run: async () => {
      throw new Error('This route works outside a transaction.');
    },
    outside: run as unknown as NonNullable<Handler['outside']>,
  };
}
