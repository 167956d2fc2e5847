import type { FastifyRequest } from 'fastify';
import type { Config } from '#platform/config';
import { problem } from '#platform/problem';

const foreignOrigin = problem(
  'foreign-origin',
  403,
  'This request came from another site',
  'Open Rapport by its own address (PUBLIC_URL) and try again.',
);

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A browser on another site may not change anything here, also with the cookies of a signed-in teammate. */
export function refuseForeignOrigin(config: Config, request: FastifyRequest): void {
  if (safeMethods.has(request.method)) return;
  const { origin } = request.headers;
  if (origin === undefined) {
    // a browser says where a request began, also where it says no origin; a program says nothing, and has no victim's cookie
    const site = request.headers['sec-fetch-site'];
    if (site === undefined || site === 'same-origin' || site === 'none') return;
    throw foreignOrigin();
  }
  if (origin === config.publicUrl) return;
  const host = request.headers.host;
  if (host && (origin === `http://${host}` || origin === `https://${host}`)) return;
  throw foreignOrigin();
}
