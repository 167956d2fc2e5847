import { ask, newId } from '#platform/ui';
import { addPushDevice, type PushDeviceId } from '../contract.ts';
import { deviceName, mySubscription } from './subscribe.ts';

/** Adds this browser again, as a device goes with the session it was added in, and its owner has signed in anew. */
export async function addAgain(): Promise<void> {
  const { endpoint, keys } = (await mySubscription())?.toJSON() ?? {};
  if (!endpoint || !keys?.['p256dh'] || !keys['auth']) return;
  const body = { endpoint, p256dh: keys['p256dh'], auth: keys['auth'] };
  await ask(addPushDevice, { body: { ...body, id: newId() as PushDeviceId, name: deviceName() } });
}
