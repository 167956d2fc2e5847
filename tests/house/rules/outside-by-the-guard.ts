import type { Node } from 'oxc-parser';
import { isTest, type Source, sourcesOf, walk } from '../sources.ts';
import { type Breach, lineAt, type Rule } from '../tree.ts';

/** What opens connections, by the package that does. */
const opensConnections =
  /^(node:)?(http2?|https|net|tls|dgram|dns|dns\/promises)$|^(undici|imapflow|ioredis|pg|axios|got|ws|node-fetch)$|^nodemailer(\/lib\/(smtp|xoauth2|mail$).*)?$|^@aws-sdk\//;
/** What of them opens none: servers, and judging what an address is. */
const opensNone = new Set(['createServer', 'isIP', 'isIPv4', 'isIPv6', 'BlockList', 'Server']);

/**
 * Who may open a connection, and why it leads nowhere that a stranger or an administrator named, or how that is guarded.
 * Whoever needs another asks `#platform/fetch-outside`.
 */
const allowed: readonly (readonly [path: RegExp, why: string])[] = [
  [/^platform\/fetch-outside\//, 'the guard itself'],
  [/^platform\/(database|jobs)\//, 'the database, which the operator named'],
  [/^platform\/live\/create-live\.ts$/, 'Redis, which the operator named'],
  [/^platform\/storage\//, 'a bucket, which the operator named'],
  [/^domains\/channel-email\/listen-mailbox\.ts$/, 'mailboxes, by reachMailHost'],
  [/^domains\/channel-email\/send-smtp\.ts$/, 'mail hosts, by reachMailHost'],
  [/^domains\/channel-email\/ask-dns\.ts$/, 'name servers, which the operator named'],
  [/^apps\/cli\//, 'a program on the machine of whoever runs it'],
];

/** Code of browsers: it asks with the browser's own rights. */
const inBrowsers =
  /^apps\/(console|widget)\/|^domains\/[^/]+\/(console|help|widget)\/|^platform\/(client|ui|live-client)\//;

export const outsideByTheGuard: Rule = {
  name: 'outside-by-the-guard',
  promise: 'no connection is opened but by the guard of addresses, or where the operator named the other end',
  check: (tree) => [...sourcesOf(tree).values()].flatMap(breachesIn),
};

function breachesIn(source: Source): Breach[] {
  const { path } = source;
  if (!/^(platform|domains|desks|apps)\//.test(path) || isTest(path) || inBrowsers.test(path)) return [];
  if (/(^|\/)test-[^/]*\.ts$|\.d\.ts$/.test(path) || allowed.some(([place]) => place.test(path))) return [];
  const breaches: Breach[] = [];
  walk(source.program, (node) => {
    const what = opener(node);
    if (what)
      breaches.push({
        file: path,
        line: lineAt(source.text, node.start),
        says: `${what} opens a connection: ask #platform/fetch-outside, which judges the address`,
      });
  });
  return breaches;
}

function opener(node: Node): string | null {
  if (node.type === 'ImportDeclaration') {
    if (node.importKind === 'type' || !opensConnections.test(node.source.value)) return null;
    const all = node.specifiers.filter((one) => !('importKind' in one && one.importKind === 'type'));
    const opens = all.some((one) => {
      const name = one.type === 'ImportSpecifier' && 'name' in one.imported ? one.imported.name : '*';
      return !opensNone.has(name);
    });
    return opens ? node.source.value : null;
  }
  if (node.type === 'ImportExpression' && node.source.type === 'Literal')
    return opensConnections.test(String(node.source.value)) ? String(node.source.value) : null;
  if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'fetch')
    return 'fetch';
  if (node.type === 'NewExpression' && node.callee.type === 'Identifier')
    return /^(WebSocket|EventSource)$/.test(node.callee.name) ? node.callee.name : null;
  return null;
}
