import type { FastifyInstance, FastifyReply } from 'fastify';
import type { House } from '#platform/domain';
import { mountPageFiles } from '#platform/page';
import { apiPage, problemsPage } from './api-page.ts';
import { apiDocument } from './document.ts';

/** Serves what the API says about itself: `/api`, `/api/problems` and `/api/openapi.json`. Each is written when first asked for. */
export function mountApiPages(app: FastifyInstance, house: House, about: { version: string; publicUrl: string }): void {
  const document = once(() => JSON.stringify(apiDocument(house, about)));
  const routes = once(() => apiPage(house, about.publicUrl));
  const problems = once(problemsPage);
  mountPageFiles(app);
  app.get('/api/openapi.json', (_request, reply) => send(reply, 'application/json', document()));
  app.get('/api', (_request, reply) => send(reply, 'text/html', routes()));
  app.get('/api/problems', (_request, reply) => send(reply, 'text/html', problems()));
}

function send(reply: FastifyReply, mediaType: string, text: string): FastifyReply {
  return reply
    .header('content-type', `${mediaType}; charset=utf-8`)
    .header('cache-control', 'public, max-age=300')
    .send(text);
}

/** Made at the first question and kept: the contracts do not change while the program runs. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}
