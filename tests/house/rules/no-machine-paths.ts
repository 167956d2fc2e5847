import type { Breach, Rule } from '../tree.ts';

/** Written in pieces, so that this file does not find itself. */
const forbidden: readonly { readonly what: RegExp; readonly says: string }[] = [
  {
    what: new RegExp(`(?<![\\w.])/(${['root', 'Users', 'home'].join('|')})/\\w`),
    says: 'a path of one machine: build it from a setting or a temporary folder',
  },
  {
    what: new RegExp(`(?<![\\w.])/${'work'}/(main|shared)\\b|/tmp/${'rap'}port\\b`),
    says: 'a path of one machine: build it from a setting or a temporary folder',
  },
  {
    what: new RegExp(`(${['registry\\.npmjs', 'npm\\.pkg\\.github'].join('|')})\\.\\w+`),
    says: 'the host of a registry: the lock names versions and checksums alone',
  },
  {
    what: new RegExp(`"${'resolved'}"\\s*:\\s*"https?://`),
    says: 'the host of a registry: install with omit-lockfile-registry-resolved (see .npmrc)',
  },
  {
    what: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\n[A-Za-z0-9+/=\n]{100,}/,
    says: 'a private key: make one when it is needed',
  },
];

export const noMachinePaths: Rule = {
  name: 'no-machine-paths',
  promise: 'no tracked file names a path of one machine, the host of a registry or a key',
  check(tree) {
    const breaches: Breach[] = [];
    for (const [file, text] of tree) {
      for (const { what, says } of forbidden) {
        const found = what.exec(text);
        if (found) breaches.push({ file, line: text.slice(0, found.index).split('\n').length, says: `holds ${says}` });
      }
    }
    return breaches;
  },
};
