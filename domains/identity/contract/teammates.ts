import * as z from 'zod';
import { cursor, page, route } from '#platform/contract';
import { PlainName, RoleId, TeammateId } from './session.ts';
import { Zone } from './setup.ts';

export const teammateCan = ['give-roles', 'deactivate', 'release-sso'] as const;

export const TeammateView = z.object({
  id: TeammateId,
  name: z.string(),
  address: z.string(),
  locale: z.string(),
  zone: z.string(),
  roles: z.array(z.object({ id: RoleId, name: z.string() })),
  /** Invited, and not here yet. */
  isInvited: z.boolean(),
  deactivatedAt: z.iso.datetime().nullable(),
  can: z.array(z.enum(teammateCan)),
});
export type TeammateView = z.output<typeof TeammateView>;

const teammate = z.object({ id: TeammateId });
const configure = { permission: 'roles.configure' } as const;

export const listTeammates = route({
  method: 'GET',
  path: '/api/teammates',
  summary: 'The people of the console, by name.',
  access: 'signed-in',
  query: cursor.extend({ deactivated: z.stringbool().default(false) }),
  reply: page(TeammateView),
});

export const changeMe = route({
  method: 'PATCH',
  path: '/api/teammates/me',
  summary: 'Change your own name, language, zone, undo window and preferences.',
  access: 'member',
  body: z.object({
    name: PlainName.optional(),
    locale: z.string().max(35).optional(),
    zone: Zone.optional(),
    undoWindowSeconds: z.number().int().min(0).max(30).nullable().optional(),
    /** Merged over what is there; null takes a preference away. At most 8 kB in all. */
    preferences: z
      .record(
        z.string().max(60),
        z.union([z.string().max(500), z.number().min(-1e15).max(1e15), z.boolean(), z.null()]),
      )
      .optional(),
  }),
  reply: TeammateView,
});

export const giveRoles = route({
  method: 'PUT',
  path: '/api/teammates/:id/roles',
  summary: 'Say which roles a teammate has.',
  access: configure,
  params: teammate,
  body: z.object({ roleIds: z.array(RoleId).min(1).max(20) }),
  reply: TeammateView,
});

export const deactivateTeammate = route({
  method: 'PUT',
  path: '/api/teammates/:id/deactivation',
  summary: 'Somebody left: their sessions end, their history stays.',
  access: configure,
  params: teammate,
  reply: TeammateView,
});
