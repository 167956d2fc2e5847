import type { ProblemBody } from '#platform/contract';

/** What a request needs of a route: contracts satisfy it, and so do views declared before their contract exists. */
export interface WireRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
}

/** Everything a request carries. */
export interface Asked {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** A refusal in the server's own words, or our own when it could not be reached. */
export class Refusal extends Error {
  readonly problem: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.title);
    this.name = 'Refusal';
    this.problem = problem;
  }

  /** Nothing answered: offline, or the server is starting. */
  get isUnreachable(): boolean {
    return this.problem.status === 0;
  }
}

/** Longest wait for an answer. */
const timeoutMs = 20_000;

/** Asks the API once. Every change carries the header that a foreign page cannot set. */
export async function ask(route: WireRoute, asked: Asked = {}, signal?: AbortSignal): Promise<unknown> {
  const limit = AbortSignal.timeout(timeoutMs);
  const request: RequestInit = {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(route.method === 'GET' ? {} : { 'x-rapport': 'console' }),
      ...(asked.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  };
  let response: Response;
  try {
    response = await fetch(addressOf(route, asked), request);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal({ type: 'about:blank', code: 'console/unreachable', title: 'The server did not answer.', status: 0 });
  }
  if (response.ok) return response.status === 204 ? undefined : readJson(response);
  throw new Refusal(await readProblem(response));
}

/** The address of a route with its params in the path and its query behind. */
export function addressOf(route: WireRoute, asked: Asked): string {
  const path = route.path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(String(asked.params?.[name] ?? '')));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked.query ?? {})) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

async function readProblem(response: Response): Promise<ProblemBody> {
  const plain = { type: 'about:blank', code: `http/${response.status}`, title: response.statusText || 'The server refused.', status: response.status };
  try {
    return { ...plain, ...((await readJson(response)) as Partial<ProblemBody>) };
  } catch {
    // A proxy's error page is not JSON; its status is all we know.
    return plain;
  }
}
