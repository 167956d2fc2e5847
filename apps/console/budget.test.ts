import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../dist/console');
/**
 * Kilobytes that the first page of the inbox may weigh in all: script, style, the Latin font, the live line. The promise
 * is 300 as it travels (interface.md 6); what is asked for here leaves room for the page itself, for headers, and for the
 * first lazy parts.
 */
const firstLoadKb = 250;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly isEntry?: boolean;
}

test.skipIf(!existsSync(join(dist, '.vite/manifest.json')))(`the inbox loads in ${firstLoadKb} KB gzip or less`, () => {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const files = new Set<string>();
  const take = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const css of chunk.css ?? []) files.add(css);
    for (const imported of chunk.imports ?? []) take(imported);
  };
  for (const [name, chunk] of Object.entries(manifest))
    if (chunk.isEntry || name.includes('socket.io-client')) take(name);
  const font = readdirSync(join(dist, 'assets')).find((name) => name.startsWith('hanken-grotesk-latin-wght'));
  const weights = [...files].map((file) => [file, gzipSync(readFileSync(join(dist, file))).length / 1000] as const);
  const fontKb = font === undefined ? 0 : readFileSync(join(dist, 'assets', font)).length / 1000;
  const sumKb = weights.reduce((sum, [, kb]) => sum + kb, fontKb);
  console.log(
    `first load ${sumKb.toFixed(0)} KB gzip: ${weights.map(([file, kb]) => `${file.replace('assets/', '')} ${kb.toFixed(0)}`).join(', ')}, font ${fontKb.toFixed(0)}`,
  );
  expect(sumKb).toBeLessThanOrEqual(firstLoadKb);
});
