/** What a log may hold of a fact: never an address, a secret or what somebody wrote, whoever passed it in. */

/** Deeper, longer and wider than this is cut: a log line is no archive. */
const depthLimit = 4;
const textLimitChars = 500;
const stackLimitChars = 4_000;
const entryLimit = 50;

/** Fields that carry what people wrote or what opens a door; whatever stands in them is left out. */
const keptOut =
  /^(body|text|html|subject|preview|note|message_?text|raw|content|name|first_?name|last_?name|display_?name|from|to|cc|bcc|address|email|mail|phone|password|pass|secret|token|key|api_?key|secret_?key|cookie|authorization|session|query|params|parameters)$/i;
const leftOut = '[left out]';

/** Facts as they may be written down. */
export function scrub(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return scrubObject(facts, 0, new Set());
}

/** Text as it may be written down: addresses, numbers, passwords in addresses, tokens and quoted input are covered. */
export function scrubText(text: string, limitChars = textLimitChars): string {
  const covered = text
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[login]@')
    .replace(/[^\s<>"'(),;:=[\]]+@(?:[a-z0-9-]+\.)+[a-z0-9-]+/giu, '[address]')
    .replace(/[^\s<>"'(),;:=[\]]+%40[^\s<>"'(),;&]+/giu, '[address]')
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [token]')
    .replace(/(?<![\w-])\+\d[\d ()./-]{6,}\d/g, '[number]')
    // PostgreSQL quotes what was sent: the words of a customer, as likely as not
    .replace(/((?:invalid input|malformed|out of range|too long)[^":]*:\s*)"[^"]*"/gi, '$1"…"')
    .replace(/\bKey \(.*?\)=\(.*?\)(?= )/g, 'Key (…)');
  return covered.length > limitChars ? `${covered.slice(0, limitChars)}…` : covered;
}

function scrubObject(
  facts: Readonly<Record<string, unknown>>,
  depth: number,
  seen: Set<object>,
): Record<string, unknown> {
  seen.add(facts);
  const entries = Object.entries(facts).slice(0, entryLimit);
  return Object.fromEntries(
    entries.map(([name, value]) => [
      scrubText(name, 80),
      keptOut.test(name) ? outOf(value) : scrubValue(name, value, depth, seen),
    ]),
  );
}

/** That there was something is worth knowing; counts and switches tell nobody's secret. */
function outOf(value: unknown): unknown {
  return value === null || value === undefined || typeof value === 'boolean' || typeof value === 'number'
    ? value
    : leftOut;
}

function scrubValue(name: string, value: unknown, depth: number, seen: Set<object>): unknown {
  if (typeof value === 'string')
    return scrubText(value, name === 'error' || name === 'stack' ? stackLimitChars : textLimitChars);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Error) return errorFacts(value, depth);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= depthLimit || seen.has(value)) return '[…]';
  if (Array.isArray(value)) return value.slice(0, entryLimit).map((one) => scrubValue(name, one, depth + 1, seen));
  return scrubObject(value as Record<string, unknown>, depth + 1, seen);
}

function errorFacts(error: Error, depth: number): Record<string, unknown> {
  const code: unknown = Reflect.get(error, 'code');
  return {
    kind: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: scrubText(error.stack ?? error.message, stackLimitChars),
    ...(error.cause instanceof Error && depth < depthLimit ? { cause: errorFacts(error.cause, depth + 1) } : {}),
  };
}
