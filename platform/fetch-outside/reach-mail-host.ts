import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { Config } from '#platform/config';
import { PrivateAddress } from './ask-outside.ts';
import { isPublicAddress } from './public-address.ts';

/** How long a name may take to be found, in milliseconds. */
const lookupLimitMs = 15_000;

/** Where people have machines of their own: this machine, a home, an office, a cluster. Never where clouds tell secrets. */
const inside = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  inside.addSubnet(network, bits, 'ipv4');
inside.addAddress('::1', 'ipv6');
inside.addSubnet('fc00::', 7, 'ipv6');

/** Where a connection goes, and under which name its certificate is asked for. */
export interface Reached {
  readonly host: string;
  readonly servername?: string;
}

/**
 * Finds the address of a host that an administrator typed, for connections that stay open: looked up once and judged, and
 * the connection goes to that very address, so a name that changes its mind gains nothing. Hosts in private networks are
 * reached as the operator says (MAIL_PRIVATE_HOSTS); what is neither public nor such a network never is, unless named.
 */
export async function reachMailHost(
  { mailPrivateHosts: allowed }: Pick<Config, 'mailPrivateHosts'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Reached> {
  const bare = host.replace(/^\[|\]$/g, '');
  const addresses = isIP(bare) === 0 ? await addressesOf(bare) : [bare];
  const isNamed = allowed !== 'any' && allowed.includes(`${host}:${port}`);
  const mayGo = (address: string) => isNamed || isPublicAddress(address) || (allowed === 'any' && isInside(address));
  const [first] = addresses;
  if (first === undefined || !addresses.every(mayGo)) throw new PrivateAddress(host);
  return isIP(bare) === 0 ? { host: first, servername: bare } : { host: first };
}

function isInside(address: string): boolean {
  return inside.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

async function addressesOf(host: string): Promise<readonly string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const says = Object.assign(new Error('The name servers did not answer.'), { code: 'ETIMEDOUT' });
    timer = setTimeout(() => reject(says), lookupLimitMs);
  });
  try {
    // one address alone is tried: that of the older kind, which every network has
    const found = await Promise.race([lookup(host, { all: true, order: 'ipv4first' }), late]);
    return found.map(({ address }) => address);
  } finally {
    clearTimeout(timer);
  }
}
