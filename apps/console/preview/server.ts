/**
 * Serves the built console over the story of the prototypes, without a database: for looking at screens. Changes are
 * kept in memory until the process ends. Never part of the product. `node apps/console/preview/server.ts [port]`.
 */
import { createReadStream, existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EntryView } from '../inbox/views.ts';
import { call, door, presence, serverFacts, session } from './fernhill-desk.ts';
import { boxes, conversationOf, entriesOf, rows, storyNow } from './fernhill-inbox.ts';

const dist = fileURLToPath(new URL('../../../dist/console/', import.meta.url));
const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml', '.json': 'application/json' };
const undoMs = 10_000;
const sent = new Map<string, EntryView[]>();
const closed = new Set<string>();
let ringing: typeof call | null = null;

type Answer = (found: RegExpExecArray, body: Readonly<Record<string, unknown>>, query: URLSearchParams) => unknown;

const say = (kind: 'out' | 'note', id: string, body: Readonly<Record<string, unknown>>): EntryView => {
  const one: EntryView = {
    id: String(body['id']),
    version: 1,
    kind,
    channel: kind === 'out' ? 'email' : 'note',
    occurredAt: new Date(storyNow).toISOString(),
    author: { kind: 'teammate', id: 'priya', name: 'Priya Raman' },
    text: String(body['text']),
    files: [],
    ...(kind === 'out' ? { delivery: { state: 'held' as const, deliverAt: new Date(storyNow + undoMs).toISOString() } } : {}),
  };
  sent.set(id, [one, ...(sent.get(id) ?? [])]);
  return one;
};
const open = (): typeof rows => rows.filter((row) => !closed.has(row.id));

const answers: readonly (readonly [string, RegExp, Answer])[] = [
  ['GET', /^\/api\/session$/u, () => session],
  ['GET', /^\/api\/door$/u, () => door],
  ['GET', /^\/api\/setup$/u, () => ({ facts: serverFacts })],
  ['GET', /^\/api\/inbox$/u, () => boxes],
  ['GET', /^\/api\/presence$/u, () => presence],
  ['GET', /^\/api\/teammates$/u, () => ({ rows: [{ id: 'priya', name: 'Priya Raman' }, { id: 'jonas', name: 'Jonas Weber' }, { id: 'tomas', name: 'Tomás Oliveira' }] })],
  ['GET', /^\/api\/calls\/mine$/u, () => ({ call: ringing })],
  ['POST', /^\/api\/preview\/ring$/u, () => ((ringing = call), {})],
  ['PUT', /^\/api\/calls\/[^/]+\/(answer|decline|hold|end|wrap-up)$/u, (found, body) => moveCall(found[1] ?? '', body)],
  ['GET', /^\/api\/conversations$/u, (_, __, query) => ({ rows: open().filter((row) => `${row.customer.name} ${row.subject}`.toLowerCase().includes((query.get('text') ?? '').toLowerCase())), next: null })],
  ['GET', /^\/api\/conversations\/([^/]+)$/u, (found) => conversationOf(found[1] ?? '')],
  ['GET', /^\/api\/conversations\/([^/]+)\/entries$/u, (found) => ({ rows: [...(sent.get(found[1] ?? '') ?? []), ...entriesOf(found[1] ?? '')], next: null })],
  ['POST', /^\/api\/conversations\/([^/]+)\/messages$/u, (found, body) => say('out', found[1] ?? '', body)],
  ['POST', /^\/api\/conversations\/([^/]+)\/notes$/u, (found, body) => say('note', found[1] ?? '', body)],
  ['DELETE', /^\/api\/conversations\/([^/]+)\/messages\/([^/]+)$/u, (found) => (sent.set(found[1] ?? '', (sent.get(found[1] ?? '') ?? []).filter((one) => one.id !== found[2])), {})],
  ['PUT', /^\/api\/conversations\/([^/]+)\/closure$/u, (found) => (closed.add(found[1] ?? ''), conversationOf(found[1] ?? ''))],
  ['DELETE', /^\/api\/conversations\/([^/]+)\/closure$/u, (found) => (closed.delete(found[1] ?? ''), conversationOf(found[1] ?? ''))],
  ['PUT', /^\/api\/conversations\/([^/]+)\/(snooze|assignee)$/u, (found) => conversationOf(found[1] ?? '')],
  ['PUT', /^\/api\/conversations\/([^/]+)\/draft$/u, (_, body) => ({ revision: body['revision'] })],
  ['PUT', /^\/api\//u, () => ({})],
  ['DELETE', /^\/api\//u, () => ({})],
  ['POST', /^\/api\//u, () => ({})],
];

function moveCall(verb: string, body: Readonly<Record<string, unknown>>): unknown {
  const now = new Date(storyNow).toISOString();
  const state = { answer: 'answered', decline: 'missed', hold: body['held'] === true ? 'held' : 'answered', end: 'wrap-up', 'wrap-up': 'done' }[verb];
  const next = { ...(ringing ?? call), state, answeredAt: now };
  ringing = state === 'missed' || state === 'done' ? null : (next as typeof call);
  return next;
}

async function answerApi(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  for (const [method, path, answer] of answers) {
    const found = method === request.method ? path.exec(url.pathname) : null;
    if (found === null) continue;
    const value = answer(found, await bodyOf(request), url.searchParams);
    response.writeHead(value === undefined ? 404 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(value ?? { type: 'about:blank', code: 'not-found', title: 'Not in the story.', status: 404 }));
    return;
  }
  response.writeHead(404).end();
}

async function bodyOf(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Starts the preview on a free port or the one given. */
export function startPreview(port = 0): Promise<Server> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://preview');
    if (url.pathname.startsWith('/live')) {
      response.writeHead(404).end();
      return;
    }
    if (url.pathname.startsWith('/api/')) {
      void answerApi(request, response, url);
      return;
    }
    const path = join(dist, normalize(url.pathname));
    const file = extname(path) !== '' && path.startsWith(dist) && existsSync(path) ? path : join(dist, 'index.html');
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await startPreview(Number(process.argv[2] ?? 0));
  console.log(server.address());
}
