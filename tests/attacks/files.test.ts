import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/database';
import { createServer, type Server } from '#platform/http';
import { allMighty } from '../stranger/place.ts';
import { useWorld } from '../support/world.ts';
import { house } from './every-route.ts';

/** Attacks by files: what they are called, what they say they are, and what is in them. */
const world = useWorld();
let server: Server;

beforeAll(async () => {
  const workspace = await world().newWorkspace();
  const actor = allMighty(house, workspace.owner.id ?? '', workspace, 'all');
  const session = { workspaceId: workspace.id, actor, via: 'console' } as const;
  server = await createServer({ house, tools: world().tools, authenticate: async () => session });
});
afterAll(() => server?.close());

const page = '<script>document.cookie</script>';

/** Puts a file in and takes it out again. */
async function there(name: string, mediaType: string, bytes: string | Buffer = page) {
  const id = newId();
  const put = await server.app.inject({
    method: 'POST',
    url: '/api/uploads',
    query: { id, name, mediaType },
    headers: { 'content-type': 'application/octet-stream' },
    payload: bytes,
  });
  const got = await server.app.inject({ url: `/api/uploads/${id}` });
  return { status: put.statusCode, got: got.headers, text: got.body, raw: got.rawPayload };
}

test.each([
  ['page.html', 'text/html'],
  ['drawing.svg', 'image/svg+xml'],
  ['photo.png.html', 'text/html'],
  ['photo.png', 'application/xhtml+xml'],
  ['run.js', 'text/javascript'],
  ['feed.xml', 'application/xml'],
  ['file.pdf', 'application/pdf'],
])('%s as %s is a download of bytes, whatever it says it is', async (name, mediaType) => {
  const { status, got, text } = await there(name, mediaType);
  expect([status, text]).toEqual([200, page]);
  expect(got).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
    // what customers sent stays in no browser
    'cache-control': 'no-store',
  });
});

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('what calls itself a picture and is none by its bytes is a download, whatever its name and kind', async () => {
  for (const type of ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])
    for (const bytes of [page, `GIF8${page}`, Buffer.concat([Buffer.from(page), pixel]), '', 'RIFF0000WEBX']) {
      const { got } = await there('photo.png', type, bytes);
      expect(got, `${type} ${bytes.slice(0, 12)}`).toMatchObject({
        'content-type': 'application/octet-stream',
        'content-disposition': "attachment; filename*=UTF-8''photo.png",
        'x-content-type-options': 'nosniff',
      });
    }
});

test('a picture is shown as what its bytes say, in a place where nothing runs, also one that goes on as a page', async () => {
  for (const [bytes, kind] of [
    [pixel, 'image/png'],
    [Buffer.concat([pixel, Buffer.from(page)]), 'image/png'],
    [Buffer.from(`GIF89a=1;${page}`), 'image/gif'],
    [Buffer.from(`\xff\xd8\xff\xe0${page}`, 'latin1'), 'image/jpeg'],
    [Buffer.from(`RIFF0000WEBPVP8 ${page}`), 'image/webp'],
    [Buffer.from(`\0\0\0\x1cftypavif${page}`), 'image/avif'],
  ] as const) {
    const { got, raw } = await there('photo.html', 'image/png', bytes);
    expect(raw.equals(bytes), kind).toBe(true);
    expect(got).toMatchObject({ 'content-type': kind, 'x-content-type-options': 'nosniff' });
    const policy = String(got['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain('sandbox');
    expect(policy).not.toMatch(/script-src|allow-scripts|allow-same-origin/);
  }
});

test('a name is a name: it ends no header, and leads to no folder', async () => {
  for (const name of [
    '../../etc/passwd',
    '..\\..\\x',
    'a"\r\nSet-Cookie: x=1;\r\n\r\n.png',
    'a;filename=b.html',
    '\u202Egpj.exe',
  ]) {
    const { status, got, text } = await there(name, 'application/octet-stream');
    expect([status, text]).toEqual([200, page]);
    expect(got).not.toHaveProperty('set-cookie');
    const said = /^attachment; filename\*=UTF-8''([\w%.!~*-]*)$/.exec(String(got['content-disposition']))?.[1];
    expect(decodeURIComponent(said ?? '')).toMatch(/^[^/\\\p{Cc}\u202a-\u202e]+$/u);
  }
});

test('a kind that would be a header of its own is refused, and so is a file larger than a mail may carry', async () => {
  expect((await there('a.txt', 'text/plain\r\nX-Evil: 1')).status).toBe(422);
  expect((await there('a.txt', 'text/html; charset=x')).status).toBe(422);
  expect((await there('big.bin', 'application/octet-stream', Buffer.alloc(20 * 1_048_576 + 1))).status).toBe(413);
});
