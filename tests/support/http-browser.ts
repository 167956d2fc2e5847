import { authenticate } from '#domains/identity';
import { createServer } from '#platform/http';
import type { World } from './world.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a browser was answered. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown> | null;
  readonly headers: Record<string, unknown>;
}

/** A browser without a screen: asks the real server, and keeps its cookies. */
export interface HttpBrowser {
  readonly cookies: Map<string, string>;
  ask(method: Method, url: string, body?: object, headers?: Record<string, string>): Promise<Answered>;
  /** Follows to any path, as a visit that another site may have begun. */
  visit(url: string): Promise<Answered>;
}

/** Opens browsers on the server of a world, each with cookies of its own. */
export async function httpBrowser(world: World, origin = 'http://127.0.0.1:3000'): Promise<HttpBrowser> {
  const { house, tools } = world;
  const server = await createServer({ house, tools, authenticate: (headers) => authenticate(tools, headers) });
  const cookies = new Map<string, string>();
  const send = async (method: Method, url: string, body: object | undefined, headers: Record<string, string>) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await server.app.inject({
      method,
      url,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(body ? { payload: body } : {}),
    });
    for (const one of [reply.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = one.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(one)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const isJson = String(reply.headers['content-type'] ?? '').includes('json');
    return {
      status: reply.statusCode,
      body: isJson && reply.body !== '' ? (JSON.parse(reply.body) as Record<string, unknown>) : null,
      headers: reply.headers,
    };
  };
  return {
    cookies,
    ask: (method, url, body, headers = {}) => send(method, url, body, { origin, ...headers }),
    visit: (url) => send('GET', url, undefined, {}),
  };
}
