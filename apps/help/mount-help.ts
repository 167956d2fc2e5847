import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findPublicBrand, waysToReach } from '#domains/brands';
import { hoursInWords, hoursOfBrand } from '#domains/calendars';
import type { Tools } from '#platform/domain';
import { mountPageFiles } from '#platform/page';
import { helpPage, noHelpPage } from './help-page.ts';

/** Serves the public help pages: `/help` for the only first brand, `/help/<brand>` for any. */
export function mountHelp(app: FastifyInstance, tools: Tools): void {
  mountPageFiles(app);
  const answer = async (
    request: FastifyRequest<{ Params: { brand?: string } }>,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    const text = await helpOf(tools, request.params.brand ?? null);
    return reply
      .status(text === null ? 404 : 200)
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(text ?? noHelpPage());
  };
  app.get('/help', answer);
  app.get('/help/:brand', answer);
}

async function helpOf(tools: Tools, name: string | null): Promise<string | null> {
  const found = await findPublicBrand(tools, name);
  if (!found) return null;
  const { brand, workspaceId } = found;
  return tools.read({ workspaceId, now: tools.now() }, async (ctx) =>
    helpPage({
      brand,
      ways: await waysToReach(ctx, brand.id),
      hours: hoursInWords((await hoursOfBrand(ctx, brand.id)).hours, ctx.now),
    }),
  );
}
