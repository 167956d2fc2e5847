import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { findPublicBrand } from '#domains/brands';
import type { SiteAnswer, SitePage, Tools } from '#platform/domain';
import { html, mountPageFiles, page } from '#platform/page';
import { isRefusal, type Refusal } from '#platform/problem';
import { framed, type FrameParts, type NavItem, sheet } from './frame.ts';
import { pages as ownPages } from './pages/index.ts';
import { findPage, readAddress } from './router.ts';
import { visitOf } from './visit.ts';
import { languages, sayerOf } from './words/index.ts';

/** Largest form that any page takes, in bytes; each page says its own below this. */
const formLimitBytes = 20 * 1_048_576;
const siteName = 'careers';

/** Serves the careers site: its own pages and those that domains bring (`sitePages`), each in the site's frame. */
export function mountCareers(app: FastifyInstance, tools: Tools): void {
  mountPageFiles(app, [sheet]);
  app.get('/robots.txt', (_request, reply) => reply.type('text/plain; charset=utf-8').send(robots(tools)));
  const pages = [...ownPages, ...tools.house.domains.flatMap((domain) => domain.sitePages ?? [])].filter(
    ({ site }) => site === siteName,
  );
  void app.register(async (site) => {
    // forms are read by the page that wants them, within its own limit
    site.addContentTypeParser(
      ['multipart/form-data', 'application/x-www-form-urlencoded'],
      { bodyLimit: formLimitBytes },
      (_request, payload, done) => done(null, payload),
    );
    const answer = (request: FastifyRequest, reply: FastifyReply) => respond(tools, pages, request, reply);
    for (const url of ['/careers', '/careers/*']) {
      site.get(url, answer);
      site.post(url, { bodyLimit: formLimitBytes }, answer);
    }
  });
}

/** What search engines may read: the public pages, and where their map is. */
function robots({ config }: Tools): string {
  return `User-agent: *\nDisallow: /api\nDisallow: /careers/applications\nSitemap: ${config.publicUrl}/careers/sitemap.xml\n`;
}

async function respond(
  tools: Tools,
  pages: readonly SitePage[],
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const wild = (request.params as { '*'?: string })['*'] ?? '';
  const address = readAddress(wild, Object.keys(languages));
  const brand = await findPublicBrand(tools, address.brand);
  void reply.header('content-type', 'text/html; charset=utf-8');
  if (!brand) return noSite(reply);
  const lang = address.lang ?? 'en';
  const asked = findPage(pages, request.method === 'POST' ? 'POST' : 'GET', address.path);
  const place = { found: brand, brandPart: address.brand, lang, params: asked?.params ?? {} };
  const visit = visitOf(tools, request, place, asked?.page.formLimitBytes);
  const parts: FrameParts = {
    visit,
    brandPart: address.brand,
    hue: brand.brand.hue,
    path: address.path,
    nav: navOf(pages, lang),
  };
  const given = asked ? await answerOf(asked.page, parts) : notThere(parts);
  return 'goTo' in given ? goTo(reply, given.goTo) : send(request, reply, given, parts);
}

/** A public page is asked for anew each time, so that a change shows at once; who has it as it is gets no second copy. */
function send(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Exclude<SiteAnswer, { goTo: string }>,
  parts: FrameParts,
): string {
  const isKept = !content.isPrivate && (content.status ?? 200) === 200;
  const text = content.raw ? content.raw.text : framed(content, parts);
  void reply.status(content.status ?? 200).header('cache-control', isKept ? 'public, no-cache' : 'no-store');
  if (content.isPrivate) void reply.header('referrer-policy', 'no-referrer');
  if (content.raw) void reply.header('content-type', content.raw.mediaType);
  if (!isKept) return text;
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
  void reply.header('etag', tag);
  if (request.headers['if-none-match'] !== tag) return text;
  void reply.status(304);
  return '';
}

function goTo(reply: FastifyReply, address: string): string {
  void reply.status(303).header('location', address).header('cache-control', 'no-store');
  return '';
}

/** A refusal is said in the site's own frame; our own mistakes go on to the log. */
async function answerOf(found: SitePage, parts: FrameParts): Promise<SiteAnswer> {
  try {
    return await found.answer(parts.visit);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.status === 404 ? notThere(parts) : refused(error);
  }
}

function notThere({ visit }: FrameParts): SiteAnswer {
  const say = sayerOf(visit.lang);
  return {
    status: 404,
    title: say('notThere'),
    body: html`<div class="wrap wide"><h1>${say('notThere')}</h1><p class="soft">${say('notThereSays')}</p><p><a class="btn" href="${visit.href('/')}">${say('toStart')}</a></p></div>`,
  };
}

function refused(refusal: Refusal): SiteAnswer {
  return {
    status: refusal.status,
    title: refusal.message,
    isPrivate: true,
    body: html`<div class="wrap wide"><h1>${refusal.message}</h1><p class="soft">${refusal.detail} ${refusal.help}</p></div>`,
  };
}

function navOf(pages: readonly SitePage[], lang: string): NavItem[] {
  return pages
    .flatMap(({ nav, path }) =>
      nav ? [{ path, order: nav.order, label: nav.words[lang] ?? nav.words['en'] ?? path }] : [],
    )
    .toSorted((one, other) => one.order - other.order);
}

function noSite(reply: FastifyReply): string {
  void reply.status(404).header('cache-control', 'no-store');
  return page({
    title: 'Careers',
    lang: 'en',
    isHidden: true,
    body: html`<main><div class="wrap"><h1>There is no careers page here</h1><p class="soft">Check the address: it ends with the name of the brand, as in /careers/at/fernhill.</p></div></main>`,
  });
}
