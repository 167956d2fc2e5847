// Builds what browsers load (apps/*/vite.config.ts) into dist, and only what changed since it was last built.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { newSteps } from '../platform/start/steps.mjs';
import { checkMachine, ensureInstalled, fail, findNode, Refusal, root, runQuietly } from './install.mjs';

/** Build each front whose sources changed. */
export async function buildFronts(steps) {
  for (const front of fronts()) {
    if (isFresh(front)) continue;
    await steps.step(`${front[0].toUpperCase()}${front.slice(1)} built`, async () => {
      rmSync(recordOf(front), { force: true });
      const { code, output } = await runQuietly(findNode(), join(root, 'scripts/build-front.mjs'), front);
      if (code !== 0) throw new Refusal(`The ${front} could not be built:\n${output.trim()}`);
    });
  }
}

/** Every folder of apps with a Vite configuration. */
export function fronts() {
  return readdirSync(join(root, 'apps')).filter((name) => existsSync(join(root, 'apps', name, 'vite.config.ts')));
}

/** Where a build notes what it was built from: the modules Vite read, and the hash over all. */
export function recordOf(front) {
  return join(root, 'dist', `${front}.built.json`);
}

function isFresh(front) {
  try {
    const { out, files, hash } = JSON.parse(readFileSync(recordOf(front), 'utf8'));
    return existsSync(join(root, out)) && hash === hashOf(front, files);
  } catch {
    return false;
  }
}

/** Over every module that Vite read, and all that lies where it looks: style sheets are no modules, and a new page is picked up by its place. */
export function hashOf(front, modules) {
  const always = ['package-lock.json', 'scripts/build-front.mjs'];
  const hash = createHash('sha256');
  for (const file of [...new Set([...modules, ...placesOf(front).flatMap(filesIn), ...always])].sort())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

const browserRooms = ['console', 'help', 'widget', 'careers'];

function placesOf(front) {
  const rooms = foldersIn('domains').flatMap((domain) => browserRooms.map((room) => join('domains', domain, room)));
  return [join('apps', front), join('platform', 'ui'), ...rooms].filter((place) => existsSync(join(root, place)));
}

function foldersIn(folder) {
  const entries = existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : [];
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    checkMachine();
    const steps = newSteps();
    await ensureInstalled(steps);
    await buildFronts(steps);
  } catch (error) {
    fail(error);
  }
}
