// Builds one front with Vite, and notes what it was built from. Called by build-fronts.mjs on Node 24.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import { createBuilder } from 'vite';
import { hashOf, recordOf } from './build-fronts.mjs';
import { root } from './install.mjs';

const [front] = process.argv.slice(2);
const read = new Set();
/** What is worth pressing: text, and longer than a header. */
const pressable = /\.(js|css|svg)$/u;
const leastBytes = 512;

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
await pressAssets(join(root, out, 'assets'));
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

/** Each asset pressed once, as hard as it goes, instead of at every request: it travels smaller, and the server rests. */
async function pressAssets(folder) {
  const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
  const press = async (name) => {
    const bytes = readFileSync(join(folder, name));
    if (!pressable.test(name) || bytes.length < leastBytes) return;
    writeFileSync(join(folder, `${name}.br`), await promisify(brotliCompress)(bytes));
    writeFileSync(join(folder, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
  };
  await Promise.all(names.map(press));
}
