import type { Config } from '#platform/config';
import { contentPolicy } from './content-policy.ts';

const yearSeconds = 31_536_000;

/** What of a device no page of ours asks for. The microphone (calls), passkeys and the clipboard are left. */
const noPart =
  'accelerometer camera display-capture geolocation gyroscope hid magnetometer midi payment serial usb xr-spatial-tracking';
const permissions = noPart
  .split(' ')
  .map((name) => `${name}=()`)
  .join(', ');

/** Headers of every answer; a front that needs another says so itself. */
export const everyAnswer: Readonly<Record<string, string>> = {
  'permissions-policy': permissions,
  // what is not said to be kept is kept nowhere
  'cache-control': 'no-store',
};

/** What helmet sets. Behind https a browser never comes back by http, nor to a host below this one. */
export function helmetOptions({ publicUrl }: Pick<Config, 'publicUrl'>) {
  return {
    contentSecurityPolicy: contentPolicy,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: publicUrl.startsWith('https:') ? { maxAge: yearSeconds, includeSubDomains: true } : false,
  } as const;
}
