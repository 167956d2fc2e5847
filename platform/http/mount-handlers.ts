import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyRoute } from '#platform/contract';
import { type BytesReply, type Handler, type House, type Input, mayKnock } from '#platform/domain';
import type { Origin } from '#platform/ctx';
import { systemActor } from '#platform/policy';
import { mayNot, signInFirst } from '#platform/problem';
import { languageOf, sayAnswer } from '#platform/words';
import { type HttpMachinery, type Session, webHeaders } from './create-server.ts';
import { parseInput } from './problem-reply.ts';
import { refuseForeignOrigin } from './refuse-foreign-origin.ts';
import { originOf } from './origin-of.ts';
import { noteSession } from './watch-requests.ts';

/** Public routes belong to no workspace; this id owns nothing. */
const nobody: Session = {
  workspaceId: '00000000-0000-0000-0000-000000000000',
  actor: { ...systemActor, kind: 'service', brandIds: new Set() },
  via: 'api',
};

/** Mounts every contract with its verb: parse, find the session, ask the permission, run, answer. */
export function mountHandlers(app: FastifyInstance, machinery: HttpMachinery, handlers: readonly Handler[]): void {
  for (const handler of handlers) {
    const { route } = handler;
    app.route({
      method: route.method,
      url: route.path,
      ...(route.bodyLimitBytes ? { bodyLimit: route.bodyLimitBytes } : {}),
      handler: (request, reply) => respond(machinery, handler, request, reply),
    });
  }
}

async function respond(
  machinery: HttpMachinery,
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { route } = handler;
  refuseForeignOrigin(machinery.tools.config, request);
  const session = await sessionFor(machinery, route, request);
  const input = {
    params: parseInput(route.params, request.params, 'params'),
    query: parseInput(route.query, request.query, 'query'),
    body: route.bodyIs === 'bytes' ? undefined : parseInput(route.body, request.body, 'body'),
    bytes: route.bodyIs === 'bytes' && request.body instanceof Readable ? request.body : Readable.from([]),
    files: machinery.tools.files,
    headers: webHeaders(request),
  } as unknown as Input<AnyRoute>;
  const view = await run(machinery, handler, session, input, originOf(machinery.house, route, request, input.params));
  if (route.replyIs === 'bytes') return sendBytes(reply, view as BytesReply);
  const headers = (view as { setCookies?: readonly string[] } | undefined)?.setCookies;
  if (headers) void reply.header('set-cookie', [...headers]);
  const body = route.reply.parse(view);
  if (body === undefined) return reply.status(204).send();
  return reply
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(inLanguage(machinery.house, route, request, body)));
}

/** Our own words of an answer, in the language that its reader wishes. */
function inLanguage(house: House, route: AnyRoute, request: FastifyRequest, body: unknown): unknown {
  const language = languageOf(request.headers['accept-language']);
  return language === 'en' ? body : sayAnswer(route.reply, body, (english) => house.say(language, english));
}

async function sessionFor(machinery: HttpMachinery, route: AnyRoute, request: FastifyRequest): Promise<Session> {
  if (route.access === 'public') return nobody;
  const session = await machinery.authenticate(webHeaders(request));
  if (!session) throw signInFirst();
  noteSession(request, session);
  if (!mayKnock(machinery.house, session.actor, route)) throw mayNot();
  return session;
}

function run(
  machinery: HttpMachinery,
  handler: Handler,
  session: Session,
  input: Input<AnyRoute>,
  origin: Origin,
): Promise<unknown> {
  if (handler.outside) return runOutside(machinery, handler.outside, session, input, origin);
  const who = { workspaceId: session.workspaceId, actor: session.actor, via: session.via, origin };
  if (handler.route.method === 'GET' || handler.route.readOnly) {
    return machinery.tools.read(who, (ctx) => handler.run(ctx as never, input));
  }
  return machinery.tools.transact(who, (ctx) => handler.run(ctx, input));
}

/** What is done outside of a transaction, or in several, leaves its line in the audit log too: at the latest after it. */
async function runOutside(
  { tools }: HttpMachinery,
  verb: NonNullable<Handler['outside']>,
  session: Session,
  input: Input<AnyRoute>,
  origin: Origin,
): Promise<unknown> {
  let isWritten = false;
  const heard = { ...origin, onWritten: () => void (isWritten = true) };
  const view = await verb(tools, input, { ...session, origin: heard });
  if (origin.asked && !isWritten) await tools.transact({ ...session, origin }, async () => undefined);
  return view;
}

/** A frame's links open in a new tab and its pictures are the reader's choice; nothing else may load, and nothing runs. */
function policyOf({ framed }: BytesReply): string {
  if (!framed) return "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; sandbox";
  const images = framed.remoteImages ? 'data: https: http:' : 'data:';
  return `default-src 'none'; img-src ${images}; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox`;
}

/** A name to save under, whoever gave it: no path, nothing unseen, and nothing that turns its ending around. */
function plainName(name: string): string {
  const plain = name.toWellFormed().replace(/[\\/\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/gu, '_');
  return /^[._ ]*$/.test(plain) ? 'file' : plain;
}

/** Bytes never run in our origin: they are downloads, or images and text shown inline under a closed policy. */
function sendBytes(reply: FastifyReply, view: BytesReply): FastifyReply {
  const name = encodeURIComponent(plainName(view.fileName ?? 'file')).replace(/['()]/g, escape);
  return (
    reply
      .header('content-type', view.mediaType)
      .header('content-disposition', `${view.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`)
      .header('content-security-policy', policyOf(view))
      .header('x-content-type-options', 'nosniff')
      // what customers sent is in no browser's cache once its page is gone
      .header('cache-control', 'no-store')
      .send(view.bytes)
  );
}
