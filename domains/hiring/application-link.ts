import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import type { Config } from '#platform/config';
import { keyFor } from '#platform/secrets';

type Keys = Pick<Config, 'dataDir' | 'secretKey'>;
const letters = 32;

/** The name of an application in its owner's link: who has it sees and erases it. */
export function applicationLink(keys: Keys, workspaceId: string, id: string): string {
  return `${id}.${signOf(keys, workspaceId, id)}`;
}

/** The application that a link names; null where the link is not ours. */
export function linkedApplication(keys: Keys, workspaceId: string, link: string): string | null {
  const [id = '', sign = ''] = link.split('.');
  if (!z.uuid().safeParse(id).success) return null;
  const [wanted, given] = [Buffer.from(signOf(keys, workspaceId, id)), Buffer.from(sign)];
  return wanted.length === given.length && timingSafeEqual(wanted, given) ? id : null;
}

function signOf(keys: Keys, workspaceId: string, id: string): string {
  return createHmac('sha256', keyFor(keys, 'application'))
    .update(`${workspaceId}/${id}`)
    .digest('base64url')
    .slice(0, letters);
}
