// Builds one front with Vite, and notes what it was built from. Called by build-fronts.mjs on Node 24.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createBuilder } from 'vite';
import { hashOf, recordOf } from './build-fronts.mjs';
import { root } from './install.mjs';

const [front] = process.argv.slice(2);
const read = new Set();

const builder = await createBuilder({
  configFile: join(root, 'apps', front, 'vite.config.ts'),
  root: join(root, 'apps', front),
  logLevel: 'warn',
  plugins: [
    {
      name: 'rapport-sources',
      generateBundle() {
        for (const id of this.getModuleIds()) noteSource(id);
      },
    },
  ],
});
await builder.buildApp();

const out = relative(root, resolve(builder.config.root, builder.config.build.outDir));
mkdirSync(dirname(recordOf(front)), { recursive: true });
writeFileSync(recordOf(front), JSON.stringify({ out, hash: hashOf(front, [...read]), files: [...read] }));

/** Only our own files: what npm brought is told by the lock file. */
function noteSource(id) {
  const file = relative(root, id.replace(/^\0/, '').replace(/[?#].*$/, ''));
  if (
    !file.startsWith('..') &&
    !file.startsWith(`node_modules${sep}`) &&
    /^(apps|domains|platform|packages)[\\/]/.test(file)
  )
    read.add(file);
}
