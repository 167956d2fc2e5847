import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { newSteps } from '#platform/start';
import { signIn } from './client.ts';
import { type Cluster, openCluster } from './database.ts';
import type { IngestAsk } from './ingest.ts';
import type { Loaded } from './load.ts';
import { burnt, type Measured, summarise } from './measure.ts';
import { type Operation, operations } from './operations.ts';
import { explain, type Plan } from './plans.ts';
import { type Figures, lineOf, printTable, referencePage } from './report.ts';
import { type BenchServer, startServer } from './start-server.ts';
import { findSearchSubjects } from './search-subjects.ts';
import { findSubjects } from './subjects.ts';
import { measureTables } from './table-sizes.ts';
import { readIntoMemory } from './warm.ts';
import type { Statement } from './watch-statements.ts';

const root = join(import.meta.dirname, '..');
/** Without a wish both, in one run: the smaller one first. */
const standardSizes = [10_000, 1_000_000];
const warmUps = 100;
const ingestCount = 600;
/** Plans are shown for what takes longer than this at the median, and for the statements that take most of it. */
const slowMs = 4;
const plansEach = 3;
/** Says each figure as it comes; for who waits beside it. */
const isTalkative = process.argv.includes('--talk');

/** `npm run bench`: loads what is not there, measures, prints, and writes docs/reference/bench.md when it measured both sizes. */
async function main(): Promise<void> {
  const wished = wordAfter('--size');
  const sizes = wished ? [Number(wished)] : standardSizes;
  const steps = newSteps();
  const cluster = await steps.step('Starting the database of the bench', () => openCluster(root));
  const figures: Figures[] = [];
  try {
    for (const size of sizes) {
      const { url, loaded } = await steps.step(`${size} conversations`, (progress) => cluster.database(size, progress));
      const measured = await steps.step('Measuring', (progress) => measureAll(cluster, url, loaded, progress));
      figures.push(measured);
    }
  } finally {
    await cluster.postgres.stop();
  }
  process.stdout.write(printTable(figures));
  if (process.argv.includes('--plans'))
    for (const { plans } of figures) for (const [name, shown] of plans) process.stdout.write(planText(name, shown));
  if (sizes.length < 2) return;
  const page = join(root, 'docs/reference/bench.md');
  await writeFile(page, await referencePage(figures, root));
  steps.line(`Written: ${page}`);
}

async function measureAll(
  cluster: Cluster,
  url: string,
  loaded: Loaded,
  tell: (line: string) => void,
): Promise<Figures> {
  const { cast } = loaded;
  const tables = await measureTables(url);
  const subjects = await findSubjects(url, cast);
  const searched = await findSearchSubjects(url, cast.workspaceId);
  const server = await startServer(url, cluster.dataDir);
  const loadBefore = loadavg()[0] ?? 0;
  try {
    await server.minute();
    const agents = [];
    for (const { address, teamId } of cast.agents.slice(0, 4))
      agents.push({ client: await signIn(server.port, address), teamId });
    const owner = { client: await signIn(server.port, cast.ownerAddress), teamId: '' };
    const measured: Measured[] = [];
    const plans = new Map<string, readonly Plan[]>();
    const only = wordAfter('--only');
    let isSearchWarm = false;
    for (const operation of operations(cast, subjects, agents, owner, searched)) {
      if (only && !operation.name.includes(only)) continue;
      if (operation.name.startsWith('search: ') && !isSearchWarm) {
        tell('Reading the tables of the search into memory');
        await readIntoMemory(url, ['search_parts', 'search_words', 'entries', 'entry_bodies', 'conversations']);
        isSearchWarm = true;
      }
      tell(operation.name);
      const one = await measureOne(server, cluster.postgres.pid, operation);
      measured.push(one);
      if (isTalkative) process.stdout.write(lineOf(one));
      if (one.p50 > slowMs || process.argv.includes('--plans'))
        plans.set(operation.name, await plansOf(server, url, operation));
    }
    const ingested = only && only !== 'ingest' ? [] : await measureIngest(server, cluster.postgres.pid, cast, tell);
    const { memoryMb } = await server.cpu();
    for (const { client } of [...agents, owner]) client.close();
    return {
      loaded,
      postgresVersion: cluster.postgres.version,
      tables,
      measured: [...measured, ...ingested],
      plans,
      memoryMb,
      loadAverage: [loadBefore, loadavg()[0] ?? 0],
    };
  } finally {
    await server.stop();
  }
}

async function measureOne(server: BenchServer, postmasterPid: number, operation: Operation): Promise<Measured> {
  let n = 0;
  const isUndo = operation.name.startsWith('undo');
  for (let ahead = 0; operation.before && ahead <= warmUps + operation.times; ahead += 1) await operation.before(ahead);
  for (let left = isUndo ? 0 : warmUps; left > 0; left -= 1) await operation.once(n++);
  // after the warm-up, so that finding out who asks is not counted with what is asked
  const heard = isUndo ? [] : await server.statementsOf(() => operation.once(n++));
  const before = await burnt(server, postmasterPid);
  const took: number[] = [];
  const start = performance.now();
  for (let time = 0; time < operation.times; time += 1) {
    const from = performance.now();
    await operation.once(n++);
    took.push(performance.now() - from);
  }
  const wallMs = performance.now() - start;
  const after = await burnt(server, postmasterPid);
  const statements = isUndo ? await server.statementsOf(() => operation.once(n)) : heard;
  return summarise(
    { name: operation.name, bar: operation.bar, statements: countOf(statements), ways: waysOf(statements) },
    took,
    wallMs,
    before,
    after,
  );
}

async function plansOf(server: BenchServer, url: string, operation: Operation): Promise<readonly Plan[]> {
  if (operation.name.startsWith('undo')) return [];
  const statements = await server.statementsOf(() => operation.once(1));
  const plans = await explain(url, statements);
  return plans.toSorted((a, b) => b.ms - a.ms).slice(0, plansEach);
}

/** What is taken in, how many at once, and the CPU that both together may burn for one. */
const ingests = [
  { what: 'messages', says: 'messages by the door of conversations', atOnce: 1 },
  { what: 'messages', says: 'messages by the door of conversations', atOnce: 4 },
  { what: 'plain', says: 'plain mails', atOnce: 1, cpuBar: 8 },
  { what: 'plain', says: 'plain mails', atOnce: 4, cpuBar: 8 },
  { what: 'threaded', says: 'answers in a thread', atOnce: 4, cpuBar: 8 },
  { what: 'corpus', says: 'mails of the corpus, their pages made safe', atOnce: 4, cpuBar: 15 },
] as const;

async function measureIngest(
  server: BenchServer,
  postmasterPid: number,
  cast: IngestAsk['cast'],
  tell: (line: string) => void,
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { what, says, atOnce, ...bars } of ingests) {
    const name = `ingest: ${says}, ${atOnce} at once`;
    tell(name);
    const seed = Math.floor(Date.now() / 10) % 1_000_000_000;
    await server.prepareIngest({ what, cast, atOnce, seed, count: warmUps });
    await server.ingest();
    await server.prepareIngest({ what, cast, atOnce: 1, seed: seed + 1, count: 1 });
    const heard = await server.statementsOf(() => server.ingest());
    await server.prepareIngest({ what, cast, atOnce, seed: seed + 2, count: ingestCount });
    const before = await burnt(server, postmasterPid);
    const start = performance.now();
    const { took, cpuMs } = await server.ingest();
    const wallMs = performance.now() - start;
    const after = await burnt(server, postmasterPid);
    const own = { ...after, serverMs: before.serverMs + cpuMs };
    const facts = { name, bar: null, ...bars, statements: countOf(heard), ways: waysOf(heard) };
    const one = summarise(facts, took, wallMs, before, own);
    measured.push(one);
    if (isTalkative) process.stdout.write(lineOf(one));
  }
  return measured;
}

function waysOf(statements: readonly Statement[]): number {
  return new Set(statements.map(({ packet }) => packet)).size;
}

/** Statements that do something; the frame of a transaction and how one is planned are not counted. */
function countOf(statements: readonly Statement[]): number {
  return statements.filter(({ text }) => !/^(begin|commit|start transaction|select set_config)/i.test(text)).length;
}

function planText(name: string, plans: readonly Plan[]): string {
  return plans.map(({ sql, ms, lines }) => `\n── ${name}: ${ms} ms\n${sql}\n${lines.join('\n')}\n`).join('');
}

function wordAfter(flag: string): string | undefined {
  const position = process.argv.indexOf(flag);
  return position < 0 ? undefined : process.argv[position + 1];
}

main().catch((error: Error) => {
  process.stderr.write(`\n${error.stack ?? error}\n`);
  process.exit(1);
});
