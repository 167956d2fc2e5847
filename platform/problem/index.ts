/** Refusals: declared where they are thrown, answered as problem+json. */
import type { ProblemBody } from '#platform/contract';

export { isPassingTrouble } from './passing-trouble.ts';

/** A refusal with a stable code, an HTTP status and words a person can act on. */
export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly detail: string | undefined;
  readonly help: string | undefined;
  readonly fields: ProblemBody['fields'];
  readonly more: Record<string, unknown> | undefined;

  constructor(body: Omit<ProblemBody, 'type'>) {
    super(body.title);
    this.name = 'Refusal';
    this.code = body.code;
    this.status = body.status;
    this.detail = body.detail;
    this.help = body.help;
    this.fields = body.fields;
    this.more = body.more;
  }
}

/** What a declared refusal may add when it is thrown. */
export interface RefusalDetails {
  readonly detail?: string;
  readonly more?: Record<string, unknown>;
  readonly fields?: NonNullable<ProblemBody['fields']>;
}

/** Makes the refusal of one declared problem. */
export type MakeRefusal = (details?: RefusalDetails) => Refusal;

const declared = new Map<string, { status: number; title: string; help: string | undefined }>();

/**
 * Declares a refusal: `const mayNotClose = problem('conversations/may-not-close', 403, 'You may not close …', 'Ask …')`.
 * Every declared problem appears on the API page with its help text.
 */
export function problem(code: string, status: number, title: string, help?: string): MakeRefusal {
  declared.set(code, { status, title, help });
  return (details = {}) => new Refusal({ code, status, title, ...(help ? { help } : {}), ...details });
}

/** All problems declared so far, for the API page. */
export function declaredProblems(): readonly {
  code: string;
  status: number;
  title: string;
  help: string | undefined;
}[] {
  return [...declared].map(([code, rest]) => ({ code, ...rest })).sort((a, b) => a.code.localeCompare(b.code));
}

/** What you may not see does not exist. */
export const notFound = problem('not-found', 404, 'There is nothing here', 'Check the address, or ask for access.');
/** No session, or one that has ended. */
export const signInFirst = problem('sign-in-first', 401, 'Please sign in', 'Sign in and try again.');
/** Signed in, but without the permission the route asks for. */
export const mayNot = problem(
  'may-not',
  403,
  'Your role does not allow this',
  'Ask an administrator for the permission.',
);
/** The input does not fit the contract. */
export const invalidInput = problem('invalid-input', 422, 'Something in the request is not right', 'See the fields.');
/** Somebody else was faster. */
export const conflict = problem('conflict', 409, 'This changed meanwhile', 'Load it again and repeat the change.');
/** A client-made id came twice with different content. */
export const sameIdOtherBody = problem(
  'same-id-other-body',
  409,
  'This id is already used for something else',
  'Use a new id.',
);

/** True for refusals, so that only our own mistakes reach the log as errors. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Refusal;
}
