// `node scripts/record-version.mjs`: keeps the database of the present version, filled with a little, for the upgrade test
// of all later ones. Run once at a landing that released migrations; a recorded version is never written again.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';

const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'tests/live/upgrade');
const file = join(folder, `${version}.rapport`);
if (existsSync(file)) {
  process.stderr.write(
    `${file} is there already: what a version was does not change. Raise the version in package.json first.\n`,
  );
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'live', 'tests/live/upgrade.test.ts'];
const { status } = spawnSync(join(root, 'node_modules/.bin/node'), words, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, RAPPORT_RECORD_VERSION: version },
});
process.exit(existsSync(file) ? (status ?? 1) : 1);
