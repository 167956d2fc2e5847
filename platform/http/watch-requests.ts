import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Log } from '#platform/domain';
import type { Session } from './create-server.ts';

/** One answered request as figures and the log see it: the pattern of its route, never its path, query or body. */
export interface SeenRequest {
  readonly method: string;
  /** `/api/conversations/:id`; `unknown` where no route matched. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
  readonly workspaceId: string | null;
  /** Who asked, as far as that is known. */
  readonly actorId: string | null;
  /** The address it came from, whose name no log leaves out as it does a sender's. */
  readonly client: string;
  /** Of a refusal, which it was. */
  readonly code: string | null;
}

export type RequestWatcher = (seen: SeenRequest) => void;

const sessions = new WeakMap<FastifyRequest, Session>();
const refusals = new WeakMap<FastifyRequest, string>();

/** Keeps whose request it is, so that its line in the log can say so. */
export function noteSession(request: FastifyRequest, session: Session): void {
  sessions.set(request, session);
}

/** Keeps as what a request was refused, so that its line in the log can say so. */
export function noteRefusal(request: FastifyRequest, code: string): void {
  refusals.set(request, code);
}

/** Tells every answered request to those who watch. Stands before the routes, so that none is missed. */
export function watchRequests(app: FastifyInstance, watchers: ReadonlySet<RequestWatcher>): void {
  app.addHook('onResponse', async (request, reply) => {
    const session = sessions.get(request);
    const seen: SeenRequest = {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1_000,
      workspaceId: session?.workspaceId ?? null,
      actorId: session?.actor.id ?? null,
      client: request.ip,
      code: refusals.get(request) ?? null,
    };
    for (const watch of watchers) watch(seen);
  });
}

/**
 * A line per request: changes, failures and whatever was refused always, what only reads where details are asked for. Who
 * tries what they may not stands there by where they came from, and by a mark of who they are.
 */
export function logRequest(log: Log): RequestWatcher {
  return ({ method, route, status, seconds, workspaceId, actorId, client, code }) => {
    const facts = {
      method,
      route,
      status,
      ms: Math.round(seconds * 1_000),
      workspace: workspaceId && hashOf(workspaceId),
    };
    if (code !== null && status < 500)
      return log.warn({ ...facts, code, who: actorId && hashOf(actorId), client }, 'Refused.');
    const isQuiet = (method === 'GET' || method === 'HEAD') && status < 500;
    if (isQuiet) log.debug?.(facts, 'Answered.');
    else log.info(facts, 'Answered.');
  };
}

/** Enough to follow one workspace or person through a log, not enough to know which it is. */
function hashOf(workspaceId: string): string {
  return createHash('sha256').update(workspaceId).digest('hex').slice(0, 8);
}
