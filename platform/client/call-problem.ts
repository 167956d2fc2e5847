import type { ProblemBody } from '#platform/contract';

/** A refusal in the server's own words, or ours when it could not be reached. */
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

/** Nothing answered. */
export function unreachable(): Refusal {
  return new Refusal({
    type: 'about:blank',
    code: 'client/unreachable',
    title: 'The server did not answer.',
    status: 0,
  });
}

/** Reads the refusal of a response; a proxy's error page is not JSON, its status is all we know then. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const plain = {
    type: 'about:blank',
    code: `http/${response.status}`,
    title: response.statusText || 'The server refused.',
    status: response.status,
  };
  try {
    return new Refusal({ ...plain, ...((await response.json()) as Partial<ProblemBody>) });
  } catch {
    return new Refusal(plain);
  }
}
