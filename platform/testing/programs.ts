import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const alsoIn = ['/usr/sbin', '/usr/local/sbin', '/sbin'];

/** The path of the first of these programs that this machine has, or `null`; system folders are looked through as well. */
export function findProgram(...names: readonly string[]): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...alsoIn];
  for (const name of names) for (const folder of folders) if (isProgram(join(folder, name))) return join(folder, name);
  return null;
}

/** The browser people have: `CHROMIUM_PATH`, or what the machine has. `null`: say so by `skip('no Chromium')`. */
export function findChromium(): string | null {
  return process.env['CHROMIUM_PATH'] ?? findProgram('chromium', 'chromium-browser', 'google-chrome');
}

/**
 * The same engine without the browser around its pages, where the machine has it: a journey takes a tenth less CPU.
 * It cannot show notices of the system nor install a page; what needs them asks for `findChromium`.
 */
export function findBareChromium(): string | null {
  return process.env['CHROMIUM_PATH'] ?? findProgram('chromium-headless-shell') ?? findChromium();
}

/** How Chromium must be started here: as root it refuses its sandbox, and a container's /dev/shm is small. */
export function chromiumArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : ['--disable-dev-shm-usage'];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
