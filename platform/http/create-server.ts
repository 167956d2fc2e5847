import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Handler, House, Tools } from '#platform/domain';
import { notFound } from '#platform/problem';
import type { Actor } from '#platform/policy';
import { programVersion } from '#platform/health';
import { mountApiPages } from './api/mount-api-pages.ts';
import { mountHandlers } from './mount-handlers.ts';
import { mountRaw } from './mount-raw.ts';
import { everyAnswer, helmetOptions } from './page-headers.ts';
import { asProblem } from './problem-reply.ts';
import { readJsonBodies } from './read-json.ts';
import { logRequest, type RequestWatcher, watchRequests } from './watch-requests.ts';

/** Who is asking, as found from a cookie or key. */
export interface Session {
  readonly workspaceId: string;
  readonly actor: Actor;
  readonly via: 'api' | 'console';
}

export interface HttpMachinery {
  readonly house: House;
  readonly tools: Tools;
  /** Finds the session of a request; null when there is none. */
  authenticate(headers: Headers): Promise<Session | null>;
  /** Largest body in bytes where a route does not say otherwise. */
  readonly bodyLimitBytes?: number;
  /** Says when the server is overloaded or going down, for /health. */
  readonly handlers?: readonly Handler[];
}

export interface Server {
  readonly app: FastifyInstance;
  /** Hears of every request that was answered. */
  watch(watcher: RequestWatcher): void;
  listen(options: { host: string; port: number }): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** Longest a request may take to arrive: a file of 25 MB over a slow line takes minutes. Heads have Node's own minute. */
const requestTimeoutMs = 600_000;
const standardBodyLimitBytes = 1_048_576;

/** Makes the server with every route of the house; nothing listens yet. */
export async function createServer(machinery: HttpMachinery): Promise<Server> {
  const app = fastify({
    bodyLimit: machinery.bodyLimitBytes ?? standardBodyLimitBytes,
    requestTimeout: requestTimeoutMs,
    routerOptions: { maxParamLength: 1_000 },
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    logger: false,
    forceCloseConnections: true,
  });
  const watchers = new Set([logRequest(machinery.tools.log)]);
  watchRequests(app, watchers);
  await app.register(cookie);
  await app.register(helmet, helmetOptions(machinery.tools.config));
  app.addHook('onRequest', async (_request, reply) => void reply.headers(everyAnswer));
  await app.register(compress, { threshold: 1_024 });
  readJsonBodies(app);
  // files are read as they come, by the routes that take them; each bounds its own
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body));
  const told = { house: machinery.house, log: machinery.tools.log };
  app.setErrorHandler((error, request, reply) => asProblem(told, error, request, reply));
  app.setNotFoundHandler((request, reply) => asProblem(told, notFound(), request, reply));
  mountRaw(app, machinery);
  mountHandlers(app, machinery, machinery.handlers ?? machinery.house.handlers);
  mountApiPages(app, machinery.house, { version: programVersion, publicUrl: machinery.tools.config.publicUrl });
  return {
    app,
    watch: (watcher) => void watchers.add(watcher),
    async listen({ host, port }) {
      await app.listen({ host, port });
      const address = app.server.address();
      return { port: typeof address === 'object' && address ? address.port : port };
    },
    close: () => app.close(),
  };
}

/** The headers of a request in the web's own form, as the identity room reads them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string') headers.set(name, value);
    else if (Array.isArray(value)) headers.set(name, value.join(', '));
  }
  // who it came from, as the connection says: never as a stranger's header claims
  headers.set('x-client-address', request.ip);
  return headers;
}
