// `npm test`: begins on the machine's own Node with nothing installed. `--all` adds looks, peers, faults and load, and
// repeats nothing; other words go to vitest.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSteps } from '../platform/start/steps.mjs';
import { buildFronts } from './build-fronts.mjs';
import { checkMachine, ensureInstalled, fail, findNode, root } from './install.mjs';
import { ensurePeers } from './peers.mjs';

const everyTime = ['science', 'platform', 'unit', 'house', 'live', 'stranger', 'journeys'];
const long = ['looks', 'peers', 'faults', 'load'];
/** Judges the SQL that all the others ran, after them. */
const last = 'statements';
/** Files that may be tried again, alone: what only a busy machine fails comes in ones and twos, a fault stays. */
const repeatable = { files: /^(tests\/(journeys|live)|domains|platform|apps)\//, most: 2 };

try {
  checkMachine();
  const steps = newSteps();
  await ensureInstalled(steps);
  const missing = await ensurePeers(steps);
  const words = process.argv.slice(2);
  const isPart = words.some((word) => !word.startsWith('-'));
  await buildFronts(steps).catch((error) => {
    // Who asked for a few tests by name may be in the middle of changing a front.
    if (!isPart) throw error;
    steps.line(error.message);
  });

  const projects = words.includes('--all') ? [...everyTime, ...long, last] : [...everyTime, last];
  const isWhole = words.length === 0;
  const first = await runVitest(
    projects,
    words.filter((word) => word !== '--all'),
  );
  const { code, summary } = isWhole && isWorthRepeating(first.summary) ? await repeatAlone(steps, first) : first;
  sayWhatIsMissing(steps, missing, summary);
  steps.line(`${summary.passed} passed, ${summary.failed} failed, ${summary.skipped} skipped`);
  const isGood = code === 0 && summary.failed === 0 && summary.passed > 0;
  process.exitCode = isGood ? 0 : code || 1;
} catch (error) {
  process.on('exit', () => process.stdout.write('0 passed, 1 failed, 0 skipped\n'));
  fail(error);
}

async function runVitest(projects, words) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-summary-'));
  const file = join(folder, 'summary.json');
  try {
    const only = projects.flatMap((name) => ['--project', name]);
    const code = await run(['node_modules/vitest/vitest.mjs', 'run', ...only, ...words], {
      RAPPORT_TEST_SUMMARY: file,
    });
    return { code, summary: readSummary(file) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isWorthRepeating({ failed, failedFiles, failedOutside }) {
  const { files, most } = repeatable;
  return failed > 0 && failedOutside === 0 && failedFiles.length <= most && failedFiles.every((one) => files.test(one));
}

/** Tries the files that failed once more, with the machine to themselves, and says loudly which needed it. */
async function repeatAlone(steps, first) {
  const { failedFiles } = first.summary;
  steps.line(`\nOnce more, alone: ${failedFiles.join(', ')}`);
  const again = await runVitest(everyTime, failedFiles);
  if (again.code !== 0 || again.summary.failed > 0) return first;
  const { failed, passed, ...rest } = first.summary;
  steps.line(`\nPassed only at the second try (${failed} tests), so look why: ${failedFiles.join(', ')}`);
  return { code: 0, summary: { ...rest, passed: passed + failed, failed: 0 } };
}

/** Without a summary vitest itself broke, which is a failure that nobody counted. */
function readSummary(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1, skipped: 0, skippedBecause: {}, failedFiles: [], failedOutside: 1 };
  }
}

function run(words, env) {
  return new Promise((done, failed) => {
    const child = spawn(findNode(), words, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('error', failed);
    child.on('close', (code) => done(code ?? 1));
  });
}

function sayWhatIsMissing(steps, missing, summary) {
  const reasons = Object.entries(summary.skippedBecause);
  if (missing.length + reasons.length === 0) return;
  steps.line('\nSkipped, and why:');
  for (const words of missing) steps.line(`  ${words}`);
  for (const [because, times] of reasons) steps.line(`  ${because}${times > 1 ? ` (${times} tests)` : ''}`);
  steps.line();
}
