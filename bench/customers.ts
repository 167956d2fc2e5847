import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { newSteps } from '#platform/start';
import { type Client, signIn } from './client.ts';
import { openCluster } from './database.ts';
import { fillCustomers } from './fill-customers.ts';
import { explain, type Plan } from './plans.ts';
import { type BenchServer, startServer } from './start-server.ts';

const root = join(import.meta.dirname, '..');
const page = join(root, 'docs/reference/customers.md');
/** So many customers, beside a small history of conversations. */
const customerCount = 200_000;
const conversationCount = 2_000;
const warmUps = 10;
const asks = 60;
/** What is promised of a list, at the median, in milliseconds. */
const barMs = 20;

const all = (...of: unknown[]): string => encodeURIComponent(JSON.stringify({ match: 'all', of }));
const agreed = { field: 'consent', op: 'is', purpose: 'marketing', medium: 'mail' };
const vip = { field: 'tag', op: 'is', values: ['vip'] };
const rare = { field: 'tag', op: 'is', values: ['rare'] };
const bought = { field: 'orders', op: 'at-least', count: 12 };
const quiet = { field: 'last-contact', op: 'longer-ago', days: 360 };
const fresh = { field: 'last-contact', op: 'within-last', days: 2 };
const any = { match: 'any', of: [bought, rare] };

/** What is asked: its name, and the address. */
const asked: readonly (readonly [string, string])[] = [
  ['List, the last to come first', '/api/customers?limit=50'],
  ['List by name', '/api/customers?limit=50&sort=name'],
  ['Search by a common part of a name', '/api/customers?limit=50&text=anna'],
  ['Search by a rare address', '/api/customers?limit=50&text=person.199990%40'],
  ['Search by a part of a number', '/api/customers?limit=50&text=5501234'],
  ['Duplicates', '/api/duplicates?limit=50'],
  ['Addresses that take no mail', '/api/unreachable-addresses?limit=50'],
  ['Segment: a common tag', `/api/customers?limit=50&filter=${all(vip)}`],
  ['Segment: a tag of five', `/api/customers?limit=50&filter=${all(rare)}`],
  ['Segment: agreed', `/api/customers?limit=50&filter=${all(agreed)}`],
  ['Segment: bought 12 times or more', `/api/customers?limit=50&filter=${all(bought)}`],
  ['Segment: quiet for a year', `/api/customers?limit=50&filter=${all(quiet)}`],
  ['Segment: heard of in two days', `/api/customers?limit=50&filter=${all(fresh)}`],
  ['Segment: agreed, and bought often or rare', `/api/customers?limit=50&filter=${all(agreed, any)}`],
  ['Segment: nobody', `/api/customers?limit=50&filter=${all(rare, bought, quiet)}`],
  ['Count: a tag of five', `/api/segment-count?filter=${all(rare)}`],
  ['Count: agreed (stops at 1,000)', `/api/segment-count?filter=${all(agreed)}`],
];

interface Figure {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly plans: readonly Plan[];
}

/** `npm run bench -- --customers`: lists, search, duplicates and segments over 200,000 customers, with their plans. */
async function main(): Promise<void> {
  const steps = newSteps();
  const cluster = await steps.step('Starting the database of the bench', () => openCluster(root));
  let server: BenchServer | undefined;
  try {
    const { url, loaded } = await steps.step('A workspace', (tell) => cluster.database(conversationCount, tell));
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await steps.step(`${customerCount} customers`, () => fillCustomers(client, loaded.cast.workspaceId, customerCount));
    await client.end();
    server = await startServer(url, cluster.dataDir);
    const owner = await signIn(server.port, loaded.cast.ownerAddress);
    const figures: Figure[] = [];
    for (const [name, path] of asked)
      figures.push(await steps.step(name, () => measure(server as BenchServer, url, owner, name, path)));
    owner.close();
    await writeFile(page, report(figures));
    steps.line('Written: docs/reference/customers.md');
    if (figures.some(({ p50 }) => p50 > barMs)) process.exitCode = 1;
  } finally {
    await server?.stop();
    await cluster.postgres.stop();
  }
}

async function measure(server: BenchServer, url: string, who: Client, name: string, path: string): Promise<Figure> {
  const took: number[] = [];
  for (let round = 0; round < warmUps + asks; round += 1) {
    const from = performance.now();
    await who.get(path);
    if (round >= warmUps) took.push(performance.now() - from);
  }
  const statements = await server.statementsOf(() => who.get(path));
  const plans = await explain(
    url,
    statements.filter(({ text }) => /customers|duplicate|identities/.test(text)),
  );
  const sorted = took.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? 0;
  return { name, p50: at(0.5), p95: at(0.95), plans: plans.toSorted((one, other) => other.ms - one.ms).slice(0, 1) };
}

/** The tables that a plan reads whole, and the indexes it takes. */
function readsOf({ lines }: Plan): { readonly whole: readonly string[]; readonly indexes: readonly string[] } {
  const text = lines.join('\n');
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
  const small = new Set(['brands', 'workspaces', 'teammates']);
  return {
    whole: named(/Seq Scan on (\w+)/g).filter((table) => !small.has(table)),
    indexes: named(/(?:using|Bitmap Index Scan on) (\w+)/g),
  };
}

function report(figures: readonly Figure[]): string {
  const [load = 0] = loadavg();
  const rows = figures.map(({ name, p50, p95, plans }) => {
    const plan = plans[0];
    const { whole, indexes } = plan ? readsOf(plan) : { whole: [], indexes: [] };
    const list = (names: readonly string[]): string => names.map((one) => `\`${one}\``).join(', ') || 'none';
    return `| ${name} | ${p50.toFixed(1)} | ${p95.toFixed(1)} | ${plan?.ms.toFixed(1) ?? ''} | ${list(indexes)} | ${list(whole)} |`;
  });
  return `# Lists of customers

Written by \`npm run bench -- --customers\`: ${customerCount.toLocaleString('en')} customers of one brand on this machine (${cpus().length} cores, load
${load.toFixed(1)}), each asked ${asks} times over HTTP by the owner after ${warmUps} to warm it up; the bar is ${barMs} ms at the median. The plan is that of the
slowest statement of one request, as \`explain (analyze)\` has it: the indexes it takes, and what it reads whole. A count stops at
1,000 and after 50 ms.

| asked | p50, ms | p95, ms | slowest statement, ms | indexes | read whole |
|---|---:|---:|---:|---|---|
${rows.join('\n')}
`;
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.stack ?? error}\n`);
  process.exit(1);
});
