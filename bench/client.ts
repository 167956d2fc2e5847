import { Agent, request } from 'node:http';
import { benchPassword } from './make-workspace.ts';

/** Somebody at a console: signed in for real, asking over connections that are kept open. */
export interface Client {
  get(path: string): Promise<unknown>;
  send(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<unknown>;
  close(): void;
}

/** Signs in through the door everybody uses. */
export async function signIn(port: number, address: string): Promise<Client> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  let cookie = '';
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await fetchText(agent, { port, method, path, cookie, body });
    if (answer.status >= 400)
      throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text.slice(0, 500)}`);
    if (answer.cookies.length > 0) cookie = answer.cookies.map((line) => line.split(';')[0]).join('; ');
    return answer.text === '' ? null : JSON.parse(answer.text);
  };
  await call('POST', '/api/session', { address, password: benchPassword });
  return { get: (path) => call('GET', path), send: call, close: () => agent.destroy() };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly cookies: readonly string[];
}

function fetchText(
  agent: Agent,
  asked: { port: number; method: string; path: string; cookie: string; body: unknown },
): Promise<Answer> {
  return new Promise((done, failed) => {
    const payload = asked.body === undefined ? null : JSON.stringify(asked.body);
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port: asked.port,
        method: asked.method,
        path: asked.path,
        headers: {
          ...(asked.cookie ? { cookie: asked.cookie } : {}),
          ...(payload === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
        },
      },
      (reply) => {
        const parts: Buffer[] = [];
        reply.on('data', (part: Buffer) => parts.push(part));
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            text: Buffer.concat(parts).toString(),
            cookies: reply.headers['set-cookie'] ?? [],
          }),
        );
        reply.on('error', failed);
      },
    );
    sent.on('error', failed);
    sent.end(payload);
  });
}
