import { timingSafeEqual, createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Server } from '#platform/http';
import { notFound } from '#platform/problem';
import { createMetrics, type MetricsParts } from './metrics.ts';
import { createReadiness, type ReadinessOptions } from './readiness.ts';

/**
 * Serves `/health/live` (the process is up), `/health/ready` and `/health` (requests may come; 503 with words when not),
 * and `/metrics` for Prometheus: for this machine, or with METRICS_TOKEN as a bearer token.
 */
export function mountHealth(server: Server, parts: MetricsParts & ReadinessOptions): void {
  const { app } = server;
  const ready = createReadiness(parts);
  const metrics = createMetrics(parts);
  server.watch(metrics.watch);
  const answerReady = async (_request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { isReady, says } = await ready();
    return plain(reply.status(isReady ? 200 : 503)).send({ state: isReady ? 'ready' : 'not-ready', says });
  };
  app.get('/health', answerReady);
  app.get('/health/ready', answerReady);
  app.get('/health/live', (_request, reply) => plain(reply).send({ state: 'live', says: ['Up.'] }));
  app.get('/metrics', async (request, reply) => {
    // whoever may not see figures is not told that there are any
    if (!mayRead(request, parts.tools.config.metricsToken)) throw notFound();
    return reply
      .header('content-type', metrics.contentType)
      .header('cache-control', 'no-store')
      .send(await metrics.text());
  });
}

function plain(reply: FastifyReply): FastifyReply {
  return reply.header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store');
}

function mayRead(request: FastifyRequest, token: string | null): boolean {
  const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (given !== undefined) return token !== null && isSame(given, token);
  return isThisMachine(request);
}

/** A proxy on this machine speaks for others: what came through one, or asks for another host, is not this machine. */
function isThisMachine(request: FastifyRequest): boolean {
  const { headers, socket } = request;
  if (headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined || headers['via'] !== undefined)
    return false;
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return (
    /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '') &&
    /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host)
  );
}

/** Compared by hash, so that the time it takes tells nothing. */
function isSame(given: string, token: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}
