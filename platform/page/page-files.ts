import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** Something every page loads, under an address that changes with its content. */
export interface PageFile {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const root = join(import.meta.dirname, '../..');

/** The font of the tokens, where its package is installed; without it the system's own is shown. */
export const fontFile = readFont();
/** Our tokens and the shapes of server-rendered pages, as one sheet. */
export const styleSheet = fileOf('page', 'css', 'text/css; charset=utf-8', Buffer.from(styles()));

/** Serves what pages load. Calling it again changes nothing: each front asks for it. */
export function mountPageFiles(app: FastifyInstance, more: readonly PageFile[] = []): void {
  for (const file of [styleSheet, fontFile, ...more]) {
    if (!file || app.hasRoute({ method: 'GET', url: file.path })) continue;
    app.get(file.path, (_request, reply) =>
      reply
        .header('content-type', file.mediaType)
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(file.bytes),
    );
  }
}

/**
 * The tokens as the console has them, dark by the system's choice instead of an attribute: there is no script here
 * that could set one.
 */
function styles(): string {
  const tokens = readFileSync(join(root, 'platform/ui/tokens.css'), 'utf8');
  const dark = /\[data-theme=["']?dark["']?\]\s*\{([^}]*)\}/.exec(tokens);
  if (!dark) throw new Error('platform/ui/tokens.css has no dark theme.');
  const light = tokens.replace(dark[0], '');
  const font = fontFile
    ? `@font-face{font-family:"Hanken Grotesk Variable";src:url(${fontFile.path}) format("woff2");font-weight:100 900;font-display:swap}`
    : '';
  // what bends to the width stands last
  const shapes = ['page.css', 'page-parts.css'].map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'));
  return `${font}\n${light}\n@media (prefers-color-scheme:dark){:root{${dark[1]}}}\n${shapes.join('\n')}`;
}

function readFont(): PageFile | null {
  const path = join(
    root,
    'node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2',
  );
  return existsSync(path) ? fileOf('hanken', 'woff2', 'font/woff2', readFileSync(path)) : null;
}

/** A sheet of one front, after the shared one. */
export function sheetOf(name: string, css: string): PageFile {
  return fileOf(name, 'css', 'text/css; charset=utf-8', Buffer.from(css));
}

function fileOf(name: string, ending: string, mediaType: string, bytes: Buffer): PageFile {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  return { path: `/pages/${name}-${hash}.${ending}`, mediaType, bytes };
}
