import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountConsole } from './index.ts';
import { toyServer } from './test-server.ts';

const dist = mkdtempSync(join(tmpdir(), 'rapport-console-'));
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(dist, 'assets'));
  mkdirSync(join(dist, '.vite'));
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Rapport</title>');
  writeFileSync(join(dist, 'look.js'), 'look();');
  writeFileSync(join(dist, '.vite/manifest.json'), '{}');
  writeFileSync(join(dist, 'assets/index-Ab12.js'), 'start();');
  writeFileSync(join(dist, 'assets/index-Ab12.js.br'), brotliCompressSync('start();'));
  ({ app } = await toyServer());
  await mountConsole(app, dist);
});
afterAll(async () => {
  await app.close();
  rmSync(dist, { recursive: true });
});

test('every address of the console gives its first page, asked for again each time', async () => {
  for (const url of ['/', '/inbox/mine/42', '/settings/health?x=1', '/index.html']) {
    const answer = await app.inject(url);
    expect({ url, status: answer.statusCode }).toEqual({ url, status: 200 });
    expect(answer.body).toContain('<title>Rapport');
    expect(answer.headers['cache-control']).toBe('no-cache');
  }
});

test('it may load from nowhere but here, and run no script but ours', async () => {
  const policy = String((await app.inject('/inbox')).headers['content-security-policy']);
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'self'");
});

test('what carries a hash is kept for good, and sent compressed where that was prepared', async () => {
  const plain = await app.inject('/assets/index-Ab12.js');
  expect(plain.body).toBe('start();');
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': expect.stringContaining('javascript'),
  });
  const small = await app.inject({ url: '/assets/index-Ab12.js', headers: { 'accept-encoding': 'br' } });
  expect(small.headers['content-encoding']).toBe('br');
  expect(small.headers['content-type']).toContain('javascript');
  expect(plain.headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  const policy = String(plain.headers['content-security-policy']);
  for (const part of ['default-src', 'object-src', 'base-uri']) expect(policy).toContain(`${part} 'none'`);
  expect((await app.inject('/look.js')).headers).toHaveProperty('content-security-policy');
  expect((await app.inject('/look.js')).headers['cache-control']).toBe('public, no-cache');
});

test('what is missing is missing: no page where a file, an answer of the API or our own notes were meant', async () => {
  for (const url of [
    '/assets/index-old.js',
    '/api/nothing',
    '/favicon.ico',
    '/.vite/manifest.json',
    '/help/none',
    '/..%2f..%2fpackage.json',
    '/%00',
  ]) {
    const answer = await app.inject(url);
    expect({ url, status: answer.statusCode }).toEqual({ url, status: 404 });
    expect(answer.json().code).toBe('not-found');
  }
});

test('without a build it says how to get one', async () => {
  const server = await toyServer();
  await mountConsole(server.app, join(dist, 'nowhere'));
  const answer = await server.app.inject('/inbox');
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm start');
  await server.app.close();
});
