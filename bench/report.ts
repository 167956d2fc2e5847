import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import type { Loaded } from './load.ts';
import type { Measured } from './measure.ts';
import type { Plan } from './plans.ts';
import type { TableSize } from './table-sizes.ts';

/** Everything found at one size. */
export interface Figures {
  readonly loaded: Loaded;
  readonly postgresVersion: string;
  readonly tables: readonly TableSize[];
  readonly measured: readonly Measured[];
  readonly plans: ReadonlyMap<string, readonly Plan[]>;
  readonly memoryMb: number;
  /** Of the machine, before and after: others may have worked on it. */
  readonly loadAverage: readonly [number, number];
}

/** Ratio of the large size to the small one that is promised at most. */
const ratioBar = 1.5;
/** Longest plan printed, in lines. */
const planLines = 40;

/** The figures as a table for a terminal. */
export function printTable(figures: readonly Figures[]): string {
  return figures
    .map(({ loaded, measured, memoryMb, loadAverage }) => {
      const head = `\n${count(loaded.size.conversations)} conversations, server ${memoryMb.toFixed(0)} MB, load average ${loadAverage.map((one) => one.toFixed(1)).join(' → ')}\n`;
      const names = `${'operation'.padEnd(52)}   p50    p95    p99     /s  server  database   both  statements  ways\n`;
      const rows = measured.map(lineOf);
      return head + names + rows.join('');
    })
    .join('');
}

/** One operation as a line of the table: also shown as soon as it is measured, so that a run cut short told something. */
export function lineOf(one: Measured): string {
  return `${one.name.padEnd(52)}${[one.p50, one.p95, one.p99].map((took) => took.toFixed(1).padStart(6)).join(' ')} ${one.perSecond.toFixed(0).padStart(6)}  ${one.serverCpuMs.toFixed(2).padStart(6)}  ${one.databaseCpuMs.toFixed(2).padStart(8)} ${marked(bothMs(one), one.cpuBar).padStart(6)}  ${String(one.statements ?? '').padStart(10)} ${String(one.ways ?? '').padStart(5)}\n`;
}

/** The page that `npm run bench` writes. */
export async function referencePage(figures: readonly Figures[], root: string): Promise<string> {
  return [
    '# Bench',
    '',
    'Written by `npm run bench`; do not edit. What the operations are, and how the data are made, is in `bench/`. Bars are those we work towards;',
    'a figure above its bar is marked with ✗. All times are milliseconds, asked over HTTP on one machine with real sessions, one after the other,',
    'warm: a conversation was opened a moment before it is opened, read or answered (but in the row of those nobody looked at), and the tables of the',
    'search were read into the page cache once, as far as the memory of the machine holds them. CPU is per operation: the server process, and',
    'PostgreSQL with all its processes. Statements of one packet go one way to the database and back.',
    '',
    ...machine(root, figures),
    '',
    ...ratios(figures),
    ...figures.flatMap(sizeSection),
    '',
  ].join('\n');
}

function machine(root: string, figures: readonly Figures[]): string[] {
  const git = (...words: string[]): string => execFileSync('git', ['-C', root, ...words], { encoding: 'utf8' }).trim();
  const commit = git('rev-parse', '--short', 'HEAD');
  const isClean = git('status', '--porcelain', '--', 'platform', 'domains', 'bench') === '';
  return [
    '| | |',
    '|---|---|',
    `| date | ${new Date().toISOString().slice(0, 10)} |`,
    `| commit | ${commit}${isClean ? '' : ' and changes not committed'} |`,
    `| machine | ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB |`,
    `| programs | Node ${process.versions.node}, PostgreSQL ${figures[0]?.postgresVersion ?? ''} with the settings of the built-in database |`,
    `| load average, from before to after | ${figures.map(({ loaded, loadAverage }) => `${count(loaded.size.conversations)}: ${loadAverage.map((one) => one.toFixed(1)).join(' → ')}`).join('; ')} |`,
  ];
}

function ratios(figures: readonly Figures[]): string[] {
  const [small, large] = figures;
  if (!small || !large) return [];
  const rows = large.measured.flatMap((one) => {
    const before = small.measured.find(({ name }) => name === one.name);
    if (!before) return [];
    const ratio = one.p50 / before.p50;
    return [
      `| ${one.name} | ${ms(before.p50)} | ${marked(one.p50, one.bar?.p50)} | ${ms(before.p95)} | ${marked(one.p95, one.bar?.p95)} | ${one.bar ? `${one.bar.p50} / ${one.bar.p95}` : ''} | ${marked(ratio, ratioBar)} |`,
    ];
  });
  const [few, many] = [small, large].map(({ loaded }) => count(loaded.size.conversations));
  return [
    '## Small and large',
    '',
    `| operation | p50 at ${few} | p50 at ${many} | p95 at ${few} | p95 at ${many} | bar p50 / p95 | ratio of p50 |`,
    '|---|---:|---:|---:|---:|---:|---:|',
    ...rows,
    '',
  ];
}

function sizeSection({ loaded, measured, tables, plans, memoryMb }: Figures): string[] {
  const { size, rows } = loaded;
  const total = Object.values(rows).reduce((sum, one) => sum + one, 0);
  return [
    `## ${count(size.conversations)} conversations`,
    '',
    `${count(rows['entries'] ?? 0)} entries, ${count(size.customers)} customers, ${size.teammates} teammates in ${size.teams} teams. Loaded: ${count(total)} rows by COPY in ${seconds(loaded.copySeconds)},`,
    `indexes in ${seconds(loaded.indexSeconds)}, statistics in ${seconds(loaded.vacuumSeconds)}. The server took ${memoryMb.toFixed(0)} MB at the end.`,
    '',
    '| operation | p50 | p95 | p99 | per second | CPU server | CPU database | both | bar of both | statements | ways |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|',
    ...measured.map(
      (one) =>
        `| ${one.name} | ${ms(one.p50)} | ${ms(one.p95)} | ${ms(one.p99)} | ${one.perSecond.toFixed(0)} | ${one.serverCpuMs.toFixed(2)} | ${one.databaseCpuMs.toFixed(2)} | ${marked(bothMs(one), one.cpuBar)} | ${one.cpuBar ?? ''} | ${one.statements ?? ''} | ${one.ways ?? ''} |`,
    ),
    '',
    '<details><summary>Tables on disk (MB)</summary>',
    '',
    '| table | rows | heap | indexes | apart | bytes per row |',
    '|---|---:|---:|---:|---:|---:|',
    ...tables
      .slice(0, 24)
      .map(
        (one) =>
          `| ${one.table} | ${count(one.rows)} | ${mb(one.heap)} | ${mb(one.indexes)} | ${mb(one.toast)} | ${Math.round((one.heap + one.indexes + one.toast) / Math.max(1, one.rows))} |`,
      ),
    '',
    '</details>',
    '',
    ...[...plans].flatMap(([name, shown]) => shown.flatMap((plan) => planSection(name, plan))),
  ];
}

function planSection(name: string, { sql, ms: took, lines }: Plan): string[] {
  return [
    `<details><summary>Plan: ${name} (${took.toFixed(2)} ms)</summary>`,
    '',
    '```sql',
    sql.length > 1_500 ? `${sql.slice(0, 1_500)} …` : sql,
    '```',
    '',
    '```',
    ...lines.slice(0, planLines),
    '```',
    '',
    '</details>',
    '',
  ];
}

function bothMs(one: Measured): number {
  return one.serverCpuMs + one.databaseCpuMs;
}

function marked(value: number, bar: number | undefined): string {
  return bar !== undefined && value > bar ? `${value.toFixed(1)} ✗` : value.toFixed(1);
}

function ms(value: number): string {
  return value.toFixed(1);
}

function mb(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}

function seconds(value: number): string {
  return value < 120 ? `${value.toFixed(0)} s` : `${(value / 60).toFixed(1)} min`;
}

function count(value: number): string {
  return value.toLocaleString('en');
}
