import * as z from 'zod';
import { ownWords, route } from '#platform/contract';
import { Address, NewPassword, PlainName, TeammateId, WorkspaceId } from './session.ts';

/** What this server has and lacks, in words. */
export const ServerFact = z.object({
  id: z.string(),
  state: z.enum(['ok', 'waiting', 'off']),
  title: ownWords(z.string()),
  detail: ownWords(z.string()),
});
export type ServerFact = z.output<typeof ServerFact>;

export const readSetup = route({
  method: 'GET',
  path: '/api/setup',
  summary: 'Whether this server still has to be set up, and then what it has.',
  access: 'public',
  reply: z.object({ needed: z.boolean(), facts: z.array(ServerFact) }),
});

/** An IANA zone this server knows. */
export const Zone = z.string().max(64).refine(isZone, 'must be a time zone such as Europe/Lisbon');

export const setUp = route({
  method: 'POST',
  path: '/api/setup',
  summary: 'Open the first workspace with its owner; only while there is none. Signs the owner in.',
  access: 'public',
  body: z.object({
    workspaceName: PlainName,
    ownerName: PlainName,
    address: Address,
    password: NewPassword,
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
      .default('en'),
    zone: Zone.default('UTC'),
  }),
  reply: z.object({ workspaceId: WorkspaceId, teammateId: TeammateId }),
});

function isZone(zone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
