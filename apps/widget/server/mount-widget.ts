import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { brandOf, findPublicBrand, waysToReach } from '#domains/brands';
import { hoursInWords, hoursOfBrand } from '#domains/calendars';
import { findSite, hasMailLine } from '#domains/channel-chat';
import type { Tools } from '#platform/domain';
import type { Live } from '#platform/live';
import { mountPageFiles, sheetOf } from '#platform/page';
import { languageOf } from '#platform/words';
import { isOpen, nextClosing, nextOpening } from '#science/business-time';
import { mountChanges } from './changes.ts';
import { chatPage, noChatPage, tryPage } from './chat-page.ts';
import { framePage, frameScript } from './frame-page.ts';

/**
 * A frame stands on the websites it is for; it holds nothing of who is signed in, so there is nothing to trick a click out
 * of. Its script asks our own address alone.
 */
const policyFor = (sites: readonly string[]): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors ${sites.length === 0 ? '*' : `'self' ${sites.join(' ')}`}`;

const publicFolder = join(import.meta.dirname, '../public');
const sheet = sheetOf('chat', readFileSync(join(import.meta.dirname, 'chat.css'), 'utf8'));

/** Serves the widget: `/widget/loader.js` for any site's page, `/widget/frame` that it shows, and what these ask for. */
export function mountWidget(app: FastifyInstance, tools: Tools, watch: Live['watch']): void {
  mountPageFiles(app, [sheet]);
  mountScript(app, '/widget/loader.js', 'loader.js');
  mountScript(app, frameScript, 'frame.js');
  for (const name of readdirSync(join(publicFolder, 'chat'))) mountScript(app, `/widget/chat/${name}`, `chat/${name}`);
  app.get<{ Querystring: { brand?: string; site?: string } }>('/widget/frame', async (request, reply) => {
    const { brand, site } = request.query;
    if (typeof site === 'string') return sendChat(reply, tools, site, request.headers['accept-language']);
    return sendFrame(reply, await frameOf(tools, typeof brand === 'string' ? brand : null), {
      sites: [],
      keepSeconds: 60,
    });
  });
  app.get<{ Querystring: { site?: string } }>('/widget/try', async (request, reply) => {
    const site = await findSite(tools, String(request.query.site ?? ''));
    void reply.header('content-type', 'text/html; charset=utf-8');
    if (!site) return reply.status(404).send(noChatPage());
    const brand = await tools.read({ workspaceId: site.workspaceId }, (ctx) => brandOf(ctx, site.brandId));
    return reply.send(tryPage(site.key, brand));
  });
  mountChanges(app, tools, watch);
}

/** A script under an address that stays: websites name it. */
function mountScript(app: FastifyInstance, path: string, name: string): void {
  const bytes = readFileSync(join(publicFolder, name));
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  // the loader is asked for by every page of a website; what the frame asks for goes with the version of its page
  const isLoader = name === 'loader.js';
  app.get(path, (request, reply) => {
    void reply
      .header('etag', etag)
      .header('cache-control', isLoader ? 'public, max-age=3600' : 'public, no-cache')
      .header('cross-origin-resource-policy', 'cross-origin');
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    return reply.header('content-type', 'text/javascript; charset=utf-8').send(bytes);
  });
}

function sendFrame(
  reply: FastifyReply,
  text: string,
  given: { readonly sites: readonly string[]; readonly keepSeconds: number },
): FastifyReply {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', given.keepSeconds === 0 ? 'no-store' : `public, max-age=${given.keepSeconds}`)
    .header('content-security-policy', policyFor(given.sites))
    .header('cross-origin-resource-policy', 'cross-origin')
    .removeHeader('x-frame-options')
    .send(text);
}

/** The chat of a website, with what is true this moment: it is kept by nobody. */
async function sendChat(
  reply: FastifyReply,
  tools: Tools,
  key: string,
  wished: string | undefined,
): Promise<FastifyReply> {
  const site = await findSite(tools, key);
  if (!site) return sendFrame(reply.status(404), noChatPage(), { sites: [], keepSeconds: 0 });
  const text = await tools.read({ workspaceId: site.workspaceId, now: tools.now() }, async (ctx) => {
    const { hours } = await hoursOfBrand(ctx, site.brandId);
    const open = isOpen(hours, ctx.now);
    const facts = {
      site,
      brand: await brandOf(ctx, site.brandId),
      isOpen: open,
      turnsAt: open ? nextClosing(hours, ctx.now) : nextOpening(hours, ctx.now),
      goesByMail: await hasMailLine(ctx, site.brandId),
      language: languageOf(wished),
    };
    return chatPage(facts, sheet);
  });
  return sendFrame(reply, text, { sites: site.settings.sites, keepSeconds: 0 });
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
