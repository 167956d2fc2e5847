/** Notices on one's own devices (web push), as both sides of the wire see them. */
import * as z from 'zod';
import { id, route } from '#platform/contract';

export const PushDeviceId = id('PushDevice');
export type PushDeviceId = z.output<typeof PushDeviceId>;

/** A browser that shows notices, also while no page is open. */
export const PushDeviceView = z.object({
  id: PushDeviceId,
  name: z.string(),
  /** Where its browser's maker takes messages for it; the rest of the address is nobody's business. */
  host: z.string(),
  addedAt: z.iso.datetime(),
});
export type PushDeviceView = z.output<typeof PushDeviceView>;

const access = 'member' as const;
const device = z.object({ id: PushDeviceId });
const base64 = z.string().regex(/^[\w-]+=*$/u);
const rows = z.object({ rows: z.array(PushDeviceView) });

export const listPushDevices = route({
  method: 'GET',
  path: '/api/push-devices',
  summary: 'Your devices that show notices, and the key of this installation that a browser subscribes with.',
  access,
  reply: rows.extend({ publicKey: z.string() }),
});

export const addPushDevice = route({
  method: 'POST',
  path: '/api/push-devices',
  summary:
    'Have notices on this device: what its browser subscribed with, for as long as the session that asks holds. The same subscription again is the same device.',
  access,
  body: z.object({
    id: PushDeviceId,
    name: z.string().trim().min(1).max(80),
    endpoint: z.url({ protocol: /^https?$/u }).max(1_000),
    p256dh: base64.max(200),
    auth: base64.max(100),
  }),
  /** And for whom: this browser may add itself again for nobody else. */
  reply: PushDeviceView.extend({ teammateId: z.uuid() }),
});

export const removePushDevice = route({
  method: 'DELETE',
  path: '/api/push-devices/:id',
  summary: 'Have no more notices on a device.',
  access,
  params: device,
  reply: rows,
});

export const testPushDevice = route({
  method: 'POST',
  path: '/api/push-devices/:id/tests',
  summary: 'Send a test to a device of yours, and say what its push service answered.',
  access,
  params: device,
  body: z.object({ id: z.uuid() }),
  reply: z.object({
    /** `gone`: the browser took its subscription back or is signed out, and the device is removed. */
    outcome: z.enum(['taken', 'gone', 'refused', 'unreachable']),
    host: z.string(),
    /** The answer of the host as a number; null where there was none. */
    status: z.number().int().nullable(),
  }),
});
