import { createECDH } from 'node:crypto';
import webPush from 'web-push';
import type { Config } from '#platform/config';
import type { Tools } from '#platform/domain';
import { askOutside } from '#platform/fetch-outside';
import { keyFor } from '#platform/secrets';

/** A browser's subscription. */
export interface Subscription {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** What came of one push: taken by the host, the subscription gone for good, refused, or the host not reached. */
export interface PushOutcome {
  readonly outcome: 'taken' | 'gone' | 'refused' | 'unreachable';
  readonly status: number | null;
}

/** What the service worker shows and opens; the reader's screen says more when they are there. */
export interface PushMessage {
  readonly title: string;
  readonly place: string;
  /** Two messages of one tag are one notice on the screen. */
  readonly tag: string;
}

/** How long a push service keeps a message for a device that is away, in seconds: a notice of yesterday is in the list. */
const keepSeconds = 4 * 3_600;
/** How often a key is derived anew where it is none of the curve, which happens once in 2^32. */
const deriveTries = 3;

const known = new Map<string, { publicKey: string; privateKey: string }>();

/**
 * The key that this installation signs pushes with (VAPID, RFC 8292): derived from its own secret, so it is there from the
 * first start, the same in every process, and kept nowhere else.
 */
export function pushKeys(config: Pick<Config, 'dataDir' | 'secretKey'>): { publicKey: string; privateKey: string } {
  const place = config.secretKey ?? config.dataDir;
  const ready = known.get(place);
  if (ready) return ready;
  for (let round = 0; round < deriveTries; round += 1) {
    const secret = keyFor(config, `web-push ${round}`);
    const curve = createECDH('prime256v1');
    try {
      curve.setPrivateKey(secret);
    } catch {
      continue;
    }
    const keys = { publicKey: curve.getPublicKey('base64url'), privateKey: secret.toString('base64url') };
    known.set(place, keys);
    return keys;
  }
  throw new Error('No key for pushes could be derived from the secret of this installation.');
}

/** Sends one message, encrypted for that device alone (RFC 8291); its host is asked as any that somebody else named. */
export async function sendPush(
  tools: Pick<Tools, 'config'>,
  to: Subscription,
  message: PushMessage,
  { isUrgent, signal }: { readonly isUrgent: boolean; readonly signal?: AbortSignal },
): Promise<PushOutcome> {
  const { config } = tools;
  let details: ReturnType<typeof webPush.generateRequestDetails>;
  try {
    details = webPush.generateRequestDetails(
      { endpoint: to.endpoint, keys: { p256dh: to.p256dh, auth: to.auth } },
      JSON.stringify(message),
      {
        vapidDetails: { subject: subjectOf(config.publicUrl), ...pushKeys(config) },
        TTL: keepSeconds,
        urgency: isUrgent ? 'high' : 'normal',
        contentEncoding: 'aes128gcm',
      },
    );
  } catch {
    // keys that nothing can be encrypted with: no browser gave them
    return { outcome: 'gone', status: null };
  }
  const headers = Object.fromEntries(Object.entries(details.headers).map(([name, value]) => [name, String(value)]));
  try {
    const { status } = await askOutside(config)(details.endpoint, {
      method: 'POST',
      headers,
      body: details.body,
      signal,
    });
    return { outcome: outcomeOf(status), status };
  } catch {
    return { outcome: 'unreachable', status: null };
  }
}

function outcomeOf(status: number): PushOutcome['outcome'] {
  if (status >= 200 && status < 300) return 'taken';
  return status === 404 || status === 410 ? 'gone' : 'refused';
}

/** Whom a push service can ask about us. */
function subjectOf(publicUrl: string): string {
  const url = new URL(publicUrl);
  return url.protocol === 'https:' ? url.origin : `mailto:notices@${url.hostname}`;
}
