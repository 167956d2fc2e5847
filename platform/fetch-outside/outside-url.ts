import { OutsideRefused } from './refused.ts';

/** Longest address that is taken, in characters. */
const addressLimit = 2_000;

/** An address that may be fetched at all: http or https, with a host, without a name and password in it. */
export function outsideUrl(address: string): URL {
  if (address.length > addressLimit || !URL.canParse(address))
    throw new OutsideRefused('address', 'This is no web address.');
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw new OutsideRefused('address', 'Only addresses that begin with https:// or http:// are fetched.');
  if (url.username !== '' || url.password !== '')
    throw new OutsideRefused('address', 'An address with a name and a password in it is not fetched.');
  return url;
}
