import type { FastifyInstance } from 'fastify';
import type { Tools } from '#platform/domain';
import { mountPageFiles } from '#platform/page';
import { careersPage } from './careers-page.ts';

/** Serves the public careers page. */
export function mountCareers(app: FastifyInstance, tools: Tools): void {
  mountPageFiles(app);
  const { desks, permissions } = tools.house;
  const text = careersPage(desks, permissions);
  app.get('/careers', (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'public, max-age=300').send(text),
  );
}
