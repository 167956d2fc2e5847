import { Resolver } from 'node:dns/promises';

/** Asks a name server; the shape that the check of senders takes. Throws with a `code` as Node does. */
export type AskDns = (name: string, type: string) => Promise<unknown>;

/** One question's time and tries, how long an answer is kept, in milliseconds, and how many are kept. */
const questionLimitMs = 3_000;
const questionTries = 2;
const keptMs = 5 * 60_000;
const keptLimit = 5_000;

/** The resolver of each list of name servers; an installation has one list. */
const resolvers = new Map<string, Resolver>();
const kept = new Map<string, { readonly until: number; readonly answer: Promise<unknown> }>();

/** These name servers, or the machine's own where none are named; asked anew each time. */
export function freshDns(servers: readonly string[]): AskDns {
  const name = servers.join(' ');
  const known = resolvers.get(name) ?? new Resolver({ timeout: questionLimitMs, tries: questionTries });
  if (!resolvers.has(name) && servers.length > 0) known.setServers(servers);
  resolvers.set(name, known);
  return (host, type) => known.resolve(host, type);
}

/** The same with answers kept for minutes: a host's mails ask the same few names. */
export function keptDns(servers: readonly string[]): AskDns {
  const ask = freshDns(servers);
  return (name, type) => {
    const key = `${servers.join(' ')} ${type} ${name.toLowerCase()}`;
    const known = kept.get(key);
    if (known && known.until > Date.now()) return known.answer;
    const answer = ask(name, type);
    answer.catch((error: unknown) => {
      // that there is no such name is an answer; a server that is away is asked again
      if (!['ENOTFOUND', 'ENODATA'].includes((error as { code?: string }).code ?? '')) kept.delete(key);
    });
    if (kept.size >= keptLimit) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, { until: Date.now() + keptMs, answer });
    return answer;
  };
}
