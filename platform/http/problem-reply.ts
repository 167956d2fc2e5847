import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { ProblemBody } from '#platform/contract';
import type { House, Log } from '#platform/domain';
import { invalidInput, isRefusal, problem, type Refusal } from '#platform/problem';
import { brokenTextIn } from './broken-text.ts';
import { languageOf } from '#platform/words';
import { noteRefusal } from './watch-requests.ts';

const somethingBroke = problem(
  'our-mistake',
  500,
  'Something broke on our side',
  'Nothing was changed. Try again; if it stays, give the administrator the time and this code.',
);
const tooLarge = problem('too-large', 413, 'This is larger than allowed', 'Send less at once.');
const unreadable = problem(
  'unreadable',
  400,
  'The request could not be read',
  'Send JSON with the header content-type: application/json.',
);
const busy = problem('busy', 503, 'The database does not answer', 'Wait a moment and try again: nothing was changed.');

/** Answers any error as problem+json, in the language its reader wishes; what is not a refusal is our mistake and goes into the log with its route. */
export function asProblem(
  { house, log }: { readonly house: House; readonly log: Log },
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = refusalOf(error);
  noteRefusal(request, refusal.code);
  if (refusal.status >= 500) {
    log.error(
      { error: error instanceof Error ? (error.stack ?? error.message) : String(error), route: routeOf(request) },
      'A request failed.',
    );
  }
  void reply
    .status(refusal.status)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify(inLanguage(house, languageOf(request.headers['accept-language']), problemBody(refusal))));
}

/** The words of a refusal in the reader's language; its code and facts are the same in each. */
function inLanguage({ say }: House, language: string, body: ProblemBody): ProblemBody {
  if (language === 'en') return body;
  const { title, detail, help, fields } = body;
  return {
    ...body,
    title: say(language, title),
    ...(detail ? { detail: say(language, detail) } : {}),
    ...(help ? { help: say(language, help) } : {}),
    ...(fields ? { fields: fields.map(({ path, message }) => ({ path, message: say(language, message) })) } : {}),
  };
}

/** The body of a refusal. */
export function problemBody(refusal: Refusal): ProblemBody {
  return {
    type: `/api/problems#${refusal.code}`,
    code: refusal.code,
    title: refusal.message,
    status: refusal.status,
    ...(refusal.detail ? { detail: refusal.detail } : {}),
    ...(refusal.help ? { help: refusal.help } : {}),
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(refusal.more ? { more: refusal.more } : {}),
  };
}

/** Parses input, or refuses with each wrong field named; what is no text goes no further, whatever a contract takes. */
export function parseInput(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) return undefined;
  const broken = brokenTextIn(value, [where]);
  if (broken) throw invalidInput({ fields: [{ path: broken.join('.'), message: 'holds a sign that is no text' }] });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalidInput({
    fields: parsed.error.issues.slice(0, 20).map((issue) => ({
      path: [where, ...issue.path.map(String)].join('.'),
      message: issue.message,
    })),
  });
}

function refusalOf(error: unknown): Refusal {
  if (isRefusal(error)) return error;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode === 413) return tooLarge();
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return unreadable({ detail: (error as Error).message });
  if (
    code !== undefined &&
    (['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300'].includes(code) || code.startsWith('08'))
  )
    return busy();
  return somethingBroke();
}

function routeOf(request: FastifyRequest): string {
  return `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
}
