import type { FastifyInstance } from 'fastify';
import { problem } from '#platform/problem';

/** Deeper than any contract goes; what walks a value must not run out of stack by what a stranger sends. */
const depthLimit = 64;

const tooDeep = problem(
  'too-deep',
  400,
  'This body nests too deeply',
  'Send lists within lists only as the contract says.',
);

/** Reads JSON bodies: no deeper than the limit, and nothing that reaches the prototype of what it is copied into. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (isDeeper(text, depthLimit)) return done(tooDeep());
    return parse(request, text, done);
  });
}

const [quote, backslash, openList, closeList, openObject, closeObject] = [...'"\\[]{}'].map((sign) =>
  sign.charCodeAt(0),
);

/** Whether brackets nest deeper; those within words do not count. One look at each letter, whatever is sent. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let isWord = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === quote) isWord = !isWord;
    else if (isWord) at += sign === backslash ? 1 : 0;
    else if (sign === openList || sign === openObject) depth += 1;
    else if (sign === closeList || sign === closeObject) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}
