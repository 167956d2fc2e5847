import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { html, mountPageFiles, page } from '#platform/page';
import { notFound } from '#platform/problem';

/** Paths that are never a page of the console: what is missing there is missing. */
const notPages = /^\/(api|assets|pages|health|metrics|help|careers|widget|socket\.io)(\/|$)/;
/** Who asks for such a file and gets a page would only be confused later. */
const fileEnding = /\.(js|mjs|css|map|json|ico|png|jpe?g|gif|webp|svg|woff2?|txt|xml|webmanifest|html|php)$/i;
const yearSeconds = 31_536_000;
const daySeconds = 86_400;

/**
 * Serves the built console: files under `assets` carry a hash and are kept for good, everything else is asked for again.
 * Any other path of a browser is a page of the console, which finds its way itself. A build made while we run is seen.
 */
export async function mountConsole(app: FastifyInstance, distFolder: string): Promise<void> {
  mountPageFiles(app);
  await app.register(fastifyStatic, {
    root: distFolder,
    prefix: '/',
    // the fallback below asks for the file, so that it can tell a page from what is missing
    serve: false,
    preCompressed: true,
    suppressWarning: true,
    cacheControl: false,
  });
  app.get('/*', (request, reply) => {
    const path = decodePath(request.url);
    if (path === null) throw notFound();
    if (path === '/' || path === '/index.html') return sendStart(reply, distFolder);
    if (isFile(distFolder, path)) return sendFile(reply, path);
    if (notPages.test(path) || fileEnding.test(path)) throw notFound();
    return sendStart(reply, distFolder);
  });
}

/** What a script, a style or a font is never asked about: these are for pages, and would weigh more than a small part. */
const pageHeaders = [
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Opened by itself a part is no page: it loads nothing and stands in nobody's frame. */
const partPolicy = "default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  const isHashed = path.startsWith('/assets/');
  if (isHashed && /\.(js|css|woff2)$/u.test(path)) {
    for (const name of pageHeaders) reply.removeHeader(name);
    void reply.header('content-security-policy', partPolicy);
  }
  return reply.header('cache-control', keptFor(path)).sendFile(path.slice(1));
}

/** What has its content in its name is kept for good, an icon for a day; what has neither is asked for each time. */
function keptFor(path: string): string {
  if (path.startsWith('/assets/')) return `public, max-age=${yearSeconds}, immutable`;
  return /\.(svg|png)$/u.test(path) ? `public, max-age=${daySeconds}` : 'public, no-cache';
}

function sendStart(reply: FastifyReply, distFolder: string): FastifyReply {
  const path = join(distFolder, 'index.html');
  void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-cache');
  if (!existsSync(path)) return reply.status(503).send(notBuilt());
  const text = readFileSync(path);
  return reply.header('etag', `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`).send(text);
}

function decodePath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.split('?')[0] ?? '/');
    return path.includes('\0') || path.includes('..') || path.includes('\\') ? null : path;
  } catch {
    return null;
  }
}

function isFile(folder: string, path: string): boolean {
  if (path.split('/').some((part) => part.startsWith('.'))) return false; // the build's own notes
  return statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

function notBuilt(): string {
  return page({
    title: 'Rapport',
    lang: 'en',
    isHidden: true,
    body: html`<main><div class="wrap"><h1>The console is not built</h1><p class="soft">Start with <code>npm start</code>: it builds what is missing. The API works meanwhile: <a href="/api">/api</a>.</p></div></main>`,
  });
}
