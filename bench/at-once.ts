import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSteps } from '#platform/start';
import { freePort } from '../tests/support/ports.ts';
import { type RapportProcess, startRapport } from '../tests/support/rapport-process.ts';
import { makeTeammates } from './at-once-people.ts';
import { sitDown, type Teammate, type Told } from './at-once-work.ts';
import { openCluster } from './database.ts';

const root = join(import.meta.dirname, '..');
const conversations = 12_500;
const teammates = Number(wordAfter('--teammates') ?? 200);
const minutes = Number(wordAfter('--minutes') ?? 10);
const minuteMs = 60_000;
/** Most the program may hold at the end over what it held when all had sat down for a while. */
const flatShare = 1.15;

interface Minute {
  readonly requests: number;
  readonly errors: number;
  readonly p50: number;
  readonly p95: number;
  readonly heard: number;
  readonly memoryMb: number;
  readonly cpuShare: number;
}

/**
 * `npm run bench -- --at-once [--minutes 10] [--teammates 200]`: that many people with a session and a live connection
 * of their own, working at the pace of people. Prints each minute and writes docs/reference/at-once.md.
 */
async function main(): Promise<void> {
  const steps = newSteps();
  const ends: (() => unknown)[] = [];
  try {
    const cluster = await openCluster(root);
    ends.push(() => cluster.postgres.stop());
    const { url, loaded } = await steps.step(`${conversations} conversations`, (tell) =>
      cluster.database(conversations, tell),
    );
    const addresses = await steps.step(`${teammates} teammates`, (tell) =>
      makeTeammates({ url, dataDir: cluster.dataDir, cast: loaded.cast, count: teammates }, tell),
    );
    const dataDir = mkdtempSync(join(tmpdir(), 'rapport-at-once-'));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const program = await startRapport({
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      SMTP_DOOR_PORT: String(await freePort()),
    });
    ends.push(() => program.kill());
    await steps.step('Starting the program', () => program.ready());
    const told: Told = { tookMs: [], errors: [], heard: 0 };
    const people = await steps.step('Signing in', (tell) => signAllIn(program, addresses, told, tell));
    ends.push(() => Promise.all(people.map((one) => one.goHome())));
    const loadBefore = loadavg()[0] ?? 0;
    const measured = await steps.step(`${minutes} minutes`, (tell) => watch(program, people, told, tell));
    const text = report(measured, told.errors, [loadBefore, loadavg()[0] ?? 0]);
    process.stdout.write(`\n${text}\n`);
    await writeFile(join(root, 'docs/reference/at-once.md'), text);
  } finally {
    for (const end of ends.reverse()) await end();
  }
}

/** A few at a time: a password is hashed slowly on purpose. */
async function signAllIn(
  program: RapportProcess,
  addresses: readonly string[],
  told: Told,
  tell: (line: string) => void,
): Promise<readonly Teammate[]> {
  const people: Teammate[] = [];
  const waiting = [...addresses.entries()];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      people.push(await sitDown(program.url, one[1], one[0], told));
      tell(`${people.length} of ${addresses.length}`);
    }
  };
  await Promise.all(Array.from({ length: 4 }, next));
  return people;
}

async function watch(
  program: RapportProcess,
  people: readonly Teammate[],
  told: Told,
  tell: (line: string) => void,
): Promise<readonly Minute[]> {
  const until = Date.now() + minutes * minuteMs;
  const working = Promise.all(people.map((one) => one.work(until)));
  const measured: Minute[] = [];
  let before = { ...spentBy(program), errors: told.errors.length, heard: told.heard, at: Date.now() };
  told.tookMs.length = 0;
  while (Date.now() < until - 1_000) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(minuteMs, until - Date.now())));
    const took = told.tookMs.splice(0).toSorted((one, other) => one - other);
    const now = { ...spentBy(program), errors: told.errors.length, heard: told.heard, at: Date.now() };
    const minute: Minute = {
      requests: took.length,
      errors: now.errors - before.errors,
      p50: took[Math.floor(took.length / 2)] ?? 0,
      p95: took[Math.floor(took.length * 0.95)] ?? 0,
      heard: now.heard - before.heard,
      memoryMb: now.memoryMb,
      cpuShare: (now.cpuMs - before.cpuMs) / (now.at - before.at),
    };
    measured.push(minute);
    before = now;
    tell(`minute ${measured.length}: ${rowOf(minute, measured.length)}`);
  }
  await working;
  return measured;
}

/** Resident memory and processor time of a process, as Linux tells them. */
function spentBy({ child }: RapportProcess): { memoryMb: number; cpuMs: number } {
  const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]);
  const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
  const parts = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // ticks of a hundredth of a second, for the program and for the kernel on its behalf
  return { memoryMb: (pages * 4_096) / 1e6, cpuMs: (Number(parts[11]) + Number(parts[12])) * 10 };
}

function rowOf(minute: Minute, n: number): string {
  const { requests, errors, p50, p95, heard, memoryMb, cpuShare } = minute;
  return `| ${n} | ${requests} | ${errors} | ${p50.toFixed(0)} | ${p95.toFixed(0)} | ${heard} | ${memoryMb.toFixed(0)} | ${(cpuShare * 100).toFixed(0)} % |`;
}

function report(measured: readonly Minute[], errors: readonly string[], load: readonly [number, number]): string {
  // the first minute fills caches and compiles; what comes after is compared with it
  const begin = measured[Math.min(1, measured.length - 1)]?.memoryMb ?? 0;
  const end = measured.at(-1)?.memoryMb ?? 0;
  const isFlat = end <= begin * flatShare;
  const said = [...Map.groupBy(errors, (one) => one)].slice(0, 10);
  return `# ${teammates} teammates at once

Written by \`npm run bench -- --at-once\`; do not edit. One program with one PostgreSQL and those who work, all on this
machine, ${conversations.toLocaleString('en')} conversations. Everybody has a session and a live connection of their own: looks at a list,
opens a conversation, follows its room, says that they write, leaves a note or a reply and takes it back, and waits
between two things as a person does.

| | |
|---|---|
| date | ${new Date().toISOString().slice(0, 10)} |
| machine | ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'unknown'} |
| load average, from before to after | ${load.map((one) => one.toFixed(1)).join(' → ')} |
| errors (bar: 0) | ${errors.length}${errors.length === 0 ? '' : ' ✗'} |
| memory (bar: flat, ≤ ${flatShare} of the second minute) | ${begin.toFixed(0)} → ${end.toFixed(0)} MB${isFlat ? '' : ' ✗'} |

| minute | requests | errors | p50 ms | p95 ms | live changes heard | memory MB | CPU of the program, of one core |
|---|---|---|---|---|---|---|---|
${measured.map((minute, at) => rowOf(minute, at + 1)).join('\n')}
${said.map(([what, all]) => `\n- ${all.length} × ${what}`).join('')}
`;
}

function wordAfter(flag: string): string | undefined {
  const at = process.argv.indexOf(flag);
  return at === -1 ? undefined : process.argv[at + 1];
}

await main();
