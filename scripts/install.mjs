// Runs on the machine's own Node (20 or later) with nothing installed: plain JavaScript, no dependencies.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Not import.meta.dirname: an old Node must come as far as the words that tell it is too old.
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const neededMajor = 24;

/** Something about this machine that a person can mend; shown in words, without a stack. */
export class Refusal extends Error {}

/** Refuse, in words, where we cannot run. */
export function checkMachine({ platform = process.platform, arch = process.arch, node = process.versions.node } = {}) {
  const major = Number(node.split('.')[0]);
  const [, minor] = node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Refusal(
      `Rapport needs Node 20.19 or later to begin; this is ${node}. Install a newer one from https://nodejs.org.`,
    );
  if (platform === 'darwin' && major < neededMajor)
    throw new Refusal(
      `On macOS Rapport needs its own Node ${neededMajor} or later; this is ${node}. ` +
        `Install it (for example: brew install node@${neededMajor}) and start again.`,
    );
  const brought = { linux: ['x64', 'arm64'], win32: ['x64'], darwin: ['x64', 'arm64'] }[platform];
  if (!brought?.includes(arch))
    throw new Refusal(
      `Rapport brings no programs for ${platform} on ${arch}. It runs on Linux (x64, arm64), Windows (x64) and macOS.`,
    );
  if (platform === 'linux' && major < neededMajor && !isGlibc())
    throw new Refusal(
      `This Linux has no glibc (Alpine?). Rapport's Node and PostgreSQL need it: use Debian, Ubuntu or Fedora, ` +
        `or bring Node ${neededMajor} and set DATABASE_URL.`,
    );
}

function isGlibc() {
  // Asking the report for network interfaces would look up names.
  if (process.report) process.report.excludeNetwork = true;
  return process.report?.getReport().header.glibcVersionRuntime !== undefined;
}

/** Install what the lock file names, unless exactly that is installed. */
export async function ensureInstalled(steps) {
  if (isInstalled()) return;
  await steps.step('Packages installed', (progress) => npmCi(progress));
  if (!isInstalled()) throw new Refusal('npm ended well, but what it installed is not what package-lock.json names.');
}

/** Whether node_modules holds what the lock file names: by content, since git and npm both touch the dates. */
export function isInstalled(folder = root) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const found = readPackages(join(folder, 'node_modules/.package-lock.json'));
  if (!wanted || !found) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true;
    if (found[path]) return found[path].version === version;
    // Programs for other machines are left out, and npm leaves some peers out.
    return optional || devOptional || peer;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

async function npmCi(progress) {
  const folders = foldersToInstall();
  const watching = setInterval(() => progress(`${folders.filter(hasArrived).length} of ${folders.length}`), 1_000);
  try {
    // Vite builds the fronts here, so that development packages are needed in production too.
    const { code, output } = await runQuietly(
      ...npmCommand(),
      'ci',
      '--include=dev',
      '--include=optional',
      '--loglevel=error',
    );
    if (code !== 0) throw new Refusal(`npm could not install the packages:\n${output.trim()}`);
  } finally {
    clearInterval(watching);
  }
}

/** The npm that called us, if one did: there may be none on the path. */
function npmCommand() {
  const script = process.env.npm_execpath;
  return script?.endsWith('.js') ? [process.execPath, script] : ['npm'];
}

/** What the lock file names, less the programs for other machines. */
function foldersToInstall() {
  const packages = Object.entries(readPackages(join(root, 'package-lock.json')) ?? {});
  const fits = (allowed, own) => allowed === undefined || allowed.includes(own);
  return packages
    .filter(([path, { os, cpu }]) => path !== '' && fits(os, process.platform) && fits(cpu, process.arch))
    .map(([path]) => path);
}

/** npm makes all folders first and fills them then. */
function hasArrived(path) {
  return existsSync(join(root, path, 'package.json'));
}

/** Run a program and keep what it says to ourselves, for when it fails. */
export function runQuietly(program, ...args) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && program === 'npm',
    });
    let output = '';
    const keep = (part) => {
      output = (output + part).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => done({ code: 1, output: `${output}${error.message}` }));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The Node 24 that npm brought, or our own when it is new enough. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= neededMajor) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const ending = process.platform === 'win32' ? '.exe' : '';
  const program = join(root, `node_modules/node-${system}-${process.arch}/bin/node${ending}`);
  if (existsSync(program)) return program;
  throw new Refusal(
    `Node ${neededMajor} is not in node_modules. Remove node_modules and start again; if npm is told to omit optional packages, tell it not to.`,
  );
}

/** Where Node keeps what it made of our TypeScript: a second start burns half of the CPU of the first (4.4 s, then 2.0). */
const compileCache = join(root, 'node_modules/.cache/node');

/** Go on as another program: its output is ours, our signals are its, its end is our end. */
export function becomeNode(script, args, extraEnv = {}) {
  const child = spawn(findNode(), ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    cwd: root,
    // The channel tells it when we are gone, even by kill -9.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...extraEnv },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', fail);
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/** End with a person's words where we have them, and with the whole error where it is our own mistake. */
export function fail(error) {
  process.stderr.write(`\n${error instanceof Refusal ? error.message : (error?.stack ?? error)}\n`);
  process.exit(1);
}
