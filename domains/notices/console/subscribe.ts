/** What a browser said when it was asked, and what it subscribed with. */
export interface Subscribed {
  readonly permission: NotificationPermission;
  readonly body: { readonly endpoint: string; readonly p256dh: string; readonly auth: string } | null;
  /** Why it did not, as the browser says it. */
  readonly why: string | null;
}

/** Whether this browser can show notices while no page is open. */
export function canSubscribe(): boolean {
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;
}

/** What this browser is subscribed with; null where it is not. */
export async function mySubscription(): Promise<PushSubscription | null> {
  if (!canSubscribe()) return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
}

/** Longest a browser may take to subscribe, in milliseconds: one that does not reach its push service never says so. */
const subscribeLimitMs = 15_000;

/** Asks the reader, and subscribes with the key of this installation; one made with another key is given up first. */
export async function subscribe(
  publicKey: string,
  onAsked: (permission: NotificationPermission) => void,
  noAnswer: string,
): Promise<Subscribed> {
  const permission = await Notification.requestPermission();
  onAsked(permission);
  if (permission !== 'granted') return { permission, body: null, why: null };
  try {
    const { pushManager } = await Promise.race([navigator.serviceWorker.ready, afterLimit(noAnswer)]);
    await (await pushManager.getSubscription())?.unsubscribe();
    const asked = pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const made = await Promise.race([asked, afterLimit(noAnswer)]);
    const { endpoint, keys } = made.toJSON();
    if (!endpoint || !keys?.['p256dh'] || !keys['auth']) return { permission, body: null, why: '–' };
    return { permission, body: { endpoint, p256dh: keys['p256dh'], auth: keys['auth'] }, why: null };
  } catch (error) {
    return { permission, body: null, why: error instanceof Error ? error.message : String(error) };
  }
}

function afterLimit(why: string): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error(why)), subscribeLimitMs));
}

/** What somebody knows this device by: its browser and its system, as far as it says them. */
export function deviceName(): string {
  const { userAgent } = navigator;
  const find = (words: readonly (readonly [RegExp, string])[]): string =>
    words.find(([pattern]) => pattern.test(userAgent))?.[1] ?? '';
  const browser = find([
    [/Edg\//u, 'Edge'],
    [/Firefox\//u, 'Firefox'],
    [/Chrome\//u, 'Chrome'],
    [/Safari\//u, 'Safari'],
  ]);
  const system = find([
    [/iPhone|iPad/u, 'iOS'],
    [/Android/u, 'Android'],
    [/Windows/u, 'Windows'],
    [/Mac OS/u, 'macOS'],
    [/Linux/u, 'Linux'],
  ]);
  return [browser, system].filter(Boolean).join(', ') || 'Browser';
}
