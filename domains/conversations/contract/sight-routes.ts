import * as z from 'zod';
import { route, scopes } from '#platform/contract';
import { conversation, TeammateId } from './parts.ts';

export const sightGrounds = ['system', 'all', 'brand', 'team', 'own', 'shared', 'client'] as const;
export const sightKnowings = ['open', 'assignee', 'named', 'named-team'] as const;
export const sightLacks = ['permission', 'brand', 'reach', 'not-let-in', 'not-shared', 'confidential'] as const;

/** Why somebody sees a conversation, or what is missing: the policy's own answer. */
export const SightView = z.object({
  allowed: z.boolean(),
  /** What opens it to them; null where nothing does. */
  ground: z.enum(sightGrounds).nullable(),
  /** How they come to know of it; by name alone where it is confidential. */
  knowing: z.enum(sightKnowings).nullable(),
  lacks: z.array(z.enum(sightLacks)),
  /** Their roles that let them read conversations at all, and how far. */
  roles: z.array(z.object({ name: z.string(), scope: z.enum(scopes) })),
});
export type SightView = z.output<typeof SightView>;

export const explainSight = route({
  method: 'POST',
  path: '/api/conversations/:id/sight',
  summary: 'Why a teammate sees this conversation, or what is missing; who asks is written in the audit log.',
  access: { permission: 'roles.configure' },
  params: conversation,
  body: z.object({ teammateId: TeammateId }),
  reply: SightView,
});
