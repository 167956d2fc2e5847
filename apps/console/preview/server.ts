/**
 * Serves the built console over the story of the prototypes, without a database: for looking at screens. Changes are
 * kept in memory until the process ends. Never part of the product. `node apps/console/preview/server.ts [port]`,
 * after `vite build apps/console --mode preview --outDir ../../dist/console-preview`.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server as Sockets } from 'socket.io';
import { newStory } from './api.ts';
import { idOf, jonas } from './fernhill-inbox.ts';

const dist = fileURLToPath(new URL('../../../dist/console-preview/', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Starts the preview on a free port or the one given. */
export function startPreview(port = 0): Promise<Server> {
  const tell = newStory();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://preview');
    if (url.pathname.startsWith('/live')) return;
    if (url.pathname.startsWith('/api/')) void answer(tell, request, response, url);
    else giveFile(url.pathname, response);
  });
  listen(server);
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

/** Every room is open, and Jonas looks at Maya's conversation. */
function listen(server: Server): void {
  const io = new Sockets(server, { path: '/live', serveClient: false });
  io.on('connection', (socket) => {
    socket.on('join', (room: string, reply: (answer: unknown) => void) => {
      const people = room === `conversation:${idOf(48213)}` ? [{ teammateId: jonas, kind: 'viewing' }] : [];
      reply({ ok: true, head: null, people });
    });
  });
}

async function answer(
  tell: ReturnType<typeof newStory>,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const value = tell(request.method ?? 'GET', url, await bodyOf(request));
  const missing = { type: 'about:blank', code: 'not-found', title: 'Not in the story.', status: 404 };
  response
    .writeHead(value === undefined ? 404 : 200, { 'content-type': 'application/json' })
    .end(JSON.stringify(value ?? missing));
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

function giveFile(pathname: string, response: ServerResponse): void {
  const path = join(dist, normalize(pathname));
  const file = extname(path) !== '' && path.startsWith(dist) && existsSync(path) ? path : join(dist, 'index.html');
  response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  createReadStream(file).pipe(response);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startPreview(Number(process.argv[2] ?? 0));
  console.log(server.address());
}
