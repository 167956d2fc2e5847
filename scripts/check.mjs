// `npm run check`: types, lint, format, the house test and dead code; each told with its seconds, all of them run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { newSteps } from '../platform/start/steps.mjs';
import { checkMachine, ensureInstalled, fail, findNode, root, runQuietly } from './install.mjs';

try {
  checkMachine();
  const steps = newSteps();
  await ensureInstalled(steps);
  const said = [];
  for (const { name, program, words } of checks()) {
    const isGood = await steps
      .step(name, () => check(program, words))
      .catch((error) => {
        said.push(`\n── ${name} ──\n${error.message}`);
        return false;
      });
    if (isGood === false) process.exitCode = 1;
  }
  for (const words of said) steps.line(words);
} catch (error) {
  fail(error);
}

async function check(program, words) {
  const { code, output } = await runQuietly(findNode(), program, ...words);
  if (code !== 0) throw new Error(output.trim());
}

function checks() {
  const bin = (name) => join(root, 'node_modules', name);
  const configs = [
    'tsconfig.json',
    ...readdirSync(join(root, 'apps')).map((app) => join('apps', app, 'tsconfig.json')),
  ];
  return [
    ...configs
      .filter((config) => existsSync(join(root, config)))
      .map((config) => ({
        name: `Types (${config})`,
        program: bin('typescript/bin/tsc'),
        words: ['-p', config, '--noEmit'],
      })),
    { name: 'Lint', program: bin('oxlint/bin/oxlint'), words: [] },
    { name: 'Format', program: bin('@biomejs/biome/bin/biome'), words: ['format', '.'] },
    { name: 'House', program: bin('vitest/vitest.mjs'), words: ['run', '--project', 'house', '--reporter', 'dot'] },
    { name: 'Dead code', program: bin('knip/bin/knip.js'), words: ['--no-progress'] },
  ];
}
