import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { findPublicBrand, waysToReach } from '#domains/brands';
import { hoursInWords, hoursOfBrand } from '#domains/calendars';
import type { Tools } from '#platform/domain';
import { mountPageFiles } from '#platform/page';
import { framePage, frameScript } from './frame-page.ts';

/** The frame stands on any site; it holds nothing of who is signed in, so there is nothing to trick a click out of. */
const framePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** Serves the widget: `/widget/loader.js` for any site's page, `/widget/frame` that it shows. */
export function mountWidget(app: FastifyInstance, tools: Tools): void {
  mountPageFiles(app);
  for (const [path, name] of [
    ['/widget/loader.js', 'loader.js'],
    [frameScript, 'frame.js'],
  ] as const) {
    const bytes = readFileSync(join(import.meta.dirname, '../public', name));
    const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
    app.get(path, (request, reply) => {
      void reply
        .header('etag', etag)
        .header('cache-control', 'public, max-age=3600')
        .header('cross-origin-resource-policy', 'cross-origin');
      if (request.headers['if-none-match'] === etag) return reply.status(304).send();
      return reply.header('content-type', 'text/javascript; charset=utf-8').send(bytes);
    });
  }
  app.get<{ Querystring: { brand?: string } }>('/widget/frame', async (request, reply) => {
    const { brand } = request.query;
    return sendFrame(reply, await frameOf(tools, typeof brand === 'string' ? brand : null));
  });
}

function sendFrame(reply: FastifyReply, text: string): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'public, max-age=60')
    .header('content-security-policy', framePolicy)
    .header('cross-origin-resource-policy', 'cross-origin')
    .removeHeader('x-frame-options')
    .send(text);
}

async function frameOf(tools: Tools, name: string | null): Promise<string> {
  const found = await findPublicBrand(tools, name);
  if (!found) return framePage(null);
  const { brand, workspaceId } = found;
  return tools.read({ workspaceId, now: tools.now() }, async (ctx) =>
    framePage({
      brand,
      ways: await waysToReach(ctx, brand.id),
      hours: hoursInWords((await hoursOfBrand(ctx, brand.id)).hours, ctx.now),
    }),
  );
}
