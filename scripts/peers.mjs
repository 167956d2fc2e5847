// The real servers and the browser that tests talk to: installed when we may, named when they are missing.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Refusal, runQuietly } from './install.mjs';

/** What tests use, how it is recognised, and which Debian package brings it. */
const wanted = [
  {
    name: 'Chromium',
    package: 'chromium',
    found: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  },
  {
    name: 'Chromium without a window',
    package: 'chromium-headless-shell',
    found: ['/usr/bin/chromium-headless-shell'],
    // what it does Chromium does as well, at more cost
    isSpare: true,
  },
  {
    name: 'Redis',
    package: 'redis-server',
    found: ['/usr/bin/redis-server', '/usr/bin/valkey-server', '/usr/local/bin/redis-server'],
  },
  {
    name: 'PostgreSQL 15 or later, from Debian',
    package: 'postgresql',
    found: [15, 16, 17, 18].map((version) => `/usr/lib/postgresql/${version}/bin/postgres`),
  },
  { name: 'Postfix', package: 'postfix', found: ['/usr/sbin/postfix'] },
  { name: 'Dovecot IMAP', package: 'dovecot-imapd', found: ['/usr/lib/dovecot/imap', '/usr/libexec/dovecot/imap'] },
  { name: 'Dovecot LMTP', package: 'dovecot-lmtpd', found: ['/usr/lib/dovecot/lmtp', '/usr/libexec/dovecot/lmtp'] },
  { name: 'Dovecot Sieve', package: 'dovecot-sieve', found: ['/usr/bin/sievec'] },
];
const policyFile = '/usr/sbin/policy-rc.d';

/** Install what is missing where we may; answers with the names of what is still missing, and why. */
export async function ensurePeers(steps) {
  const missing = missingPeers();
  const needed = missing.filter(({ isSpare }) => !isSpare);
  const why = missing.length > 0 ? whyNotInstall() : null;
  if (why) return needed.map(({ name }) => `${name}: not on this machine; ${why}`);
  if (needed.length > 0) await installPeers(steps, needed);
  for (const spare of missing.filter(({ isSpare }) => isSpare))
    await installPeers(steps, [spare]).catch((error) => steps.line(`Goes on without ${spare.name}: ${error.message}`));
  return missingPeers()
    .filter(({ isSpare }) => !isSpare)
    .map(({ name }) => `${name}: its Debian package did not bring it`);
}

function installPeers(steps, peers) {
  const packages = peers.map((peer) => peer.package);
  return steps.step(`Installed from Debian: ${packages.join(', ')}`, (progress) => aptInstall(packages, progress));
}

function missingPeers() {
  return wanted.filter(({ name, found }) => {
    if (name.startsWith('Chromium') && process.env.CHROMIUM_PATH) return false;
    return !found.some((path) => existsSync(path));
  });
}

function whyNotInstall() {
  if (process.platform !== 'linux') return 'it is installed only on Debian';
  if (!existsSync('/usr/bin/apt-get') || !/^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8')))
    return 'it is installed only on Debian';
  return process.getuid() === 0 ? null : 'only root may install it';
}

/** A package that starts its service would open ports and take names on a machine where we are guests. */
async function aptInstall(packages, progress) {
  const isOurs = !existsSync(policyFile);
  if (isOurs) {
    writeFileSync(policyFile, '#!/bin/sh\nexit 101\n');
    chmodSync(policyFile, 0o755);
  }
  try {
    spawnSync('debconf-set-selections', { input: 'postfix postfix/main_mailer_type select No configuration\n' });
    progress('apt-get update');
    const updated = await apt('update');
    progress('apt-get install');
    const installed = await apt('install', '--yes', '--no-install-recommends', ...packages);
    if (installed.code !== 0)
      throw new Refusal(
        `apt-get could not install ${packages.join(' ')}:\n${updated.output}${installed.output}`.trim(),
      );
  } finally {
    if (isOurs) rmSync(policyFile, { force: true });
  }
}

function apt(...words) {
  return runQuietly(
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '--quiet',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...words,
  );
}
