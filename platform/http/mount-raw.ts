import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Mount } from '#platform/domain';
import { type HttpMachinery, webHeaders } from './create-server.ts';

/** Mounts what speaks the web's own Request and Response: libraries with routes of their own, webhooks, pages. */
export function mountRaw(app: FastifyInstance, machinery: HttpMachinery): void {
  for (const mount of machinery.house.domains.flatMap((domain) => domain.mounts ?? [])) {
    app.register(async (scope) => {
      // raw bytes: signatures are over what was sent, not over what we parsed
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
      scope.all(mount.path, (request, reply) => pass(machinery, mount, request, reply));
    });
  }
}

async function pass(
  machinery: HttpMachinery,
  mount: Mount,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const url = new URL(request.url, machinery.tools.config.publicUrl ?? `http://${request.headers.host ?? 'localhost'}`);
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD' && Buffer.isBuffer(request.body);
  const response = await mount.handle(
    new Request(url, {
      method: request.method,
      headers: webHeaders(request),
      ...(hasBody ? { body: request.body as Buffer<ArrayBuffer> } : {}),
    }),
    machinery.tools,
  );
  void reply.status(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') void reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) void reply.header('set-cookie', cookies);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}
