import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A push service of a test's own: it takes messages for its browsers, checks who signed, and opens what they hold. */
export interface PushService {
  readonly host: string;
  /** A browser that subscribes, as the page would send it. */
  subscribe(): { endpoint: string; p256dh: string; auth: string };
  /** What was taken so far, opened. */
  readonly taken: { endpoint: string; message: unknown; key: string; audience: string }[];
  /** What it answers from now on. */
  answer: number;
  stop(): Promise<unknown>;
}

/** Starts one on a free port. */
export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, { curve: ReturnType<typeof createECDH>; auth: Buffer }>();
  const taken: PushService['taken'] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const endpoint = `http://${request.headers.host}${request.url}`;
      const browser = browsers.get(endpoint);
      if (!browser || service.answer !== 201) return void reply.writeHead(browser ? service.answer : 404).end();
      const signed = signedBy(String(request.headers.authorization));
      taken.push({ endpoint, message: open(Buffer.concat(parts), browser), ...signed });
      reply.writeHead(201).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const service: PushService = {
    host,
    taken,
    answer: 201,
    subscribe() {
      const curve = createECDH('prime256v1');
      const p256dh = curve.generateKeys('base64url');
      const auth = randomBytes(16);
      const endpoint = `http://${host}/${randomBytes(8).toString('hex')}`;
      browsers.set(endpoint, { curve, auth });
      return { endpoint, p256dh, auth: auth.toString('base64url') };
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  return service;
}

/** Checks the signature of the sender (RFC 8292): its key, and for which host it was signed. */
function signedBy(header: string): { key: string; audience: string } {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(header) ?? [];
  const [head = '', body = '', mark = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signature = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
  const isGood = verify('sha256', Buffer.from(`${head}.${body}`), signature, Buffer.from(mark, 'base64url'));
  const { aud } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { aud: string };
  return { key: isGood ? key : 'forged', audience: aud };
}

/** Opens one record of `aes128gcm` with the browser's own keys (RFC 8188 and 8291). */
function open(sealed: Buffer, { curve, auth }: { curve: ReturnType<typeof createECDH>; auth: Buffer }): unknown {
  const salt = sealed.subarray(0, 16);
  const keyLength = sealed[20] ?? 0;
  const sender = sealed.subarray(21, 21 + keyLength);
  const told = Buffer.concat([Buffer.from('WebPush: info\0'), curve.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', curve.computeSecret(sender), auth, told, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const body = sealed.subarray(21 + keyLength);
  const decipher = createDecipheriv('aes-128-gcm', key, nonce, { authTagLength: 16 }).setAuthTag(body.subarray(-16));
  const padded = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
  return JSON.parse(padded.subarray(0, padded.lastIndexOf(2)).toString());
}
