import * as z from 'zod';
import { ownWords, route, scopes } from '#platform/contract';
import { RoleId } from './session.ts';

export const roleCan = ['change', 'remove', 'give'] as const;

export const RoleView = z.object({
  id: RoleId,
  name: ownWords(z.string(), 'isBuiltIn'),
  deskId: z.string(),
  /** Follows its desk with each version; copy it to make one of your own. */
  isBuiltIn: z.boolean(),
  permissions: z.record(z.string(), z.enum(scopes)),
  /** How many teammates have it. */
  people: z.number().int(),
  can: z.array(z.enum(roleCan)),
});
export type RoleView = z.output<typeof RoleView>;

/** Something a role can be given, in words, under its heading. */
export const PermissionView = z.object({
  name: z.string(),
  says: ownWords(z.string()),
  group: z.enum(['conversations', 'customers', 'work', 'figures', 'set-up', 'trust']),
  /** The widest scope the reader may give it in; null where they do not hold it themselves. */
  mine: z.enum(scopes).nullable(),
});
export type PermissionView = z.output<typeof PermissionView>;

/** What a change of a role would mean for those who have it: per permission, how many gain or lose how much of it. */
export const RoleEffect = z.object({
  people: z.number().int(),
  changes: z.array(
    z.object({
      permission: z.string(),
      says: ownWords(z.string()),
      from: z.enum(scopes).nullable(),
      to: z.enum(scopes).nullable(),
      gains: z.boolean(),
      people: z.number().int(),
      /** The first of them by name. */
      names: z.array(z.string()),
    }),
  ),
  /** Nobody could give roles any more: it would be refused. */
  leavesNobody: z.boolean(),
});
export type RoleEffect = z.output<typeof RoleEffect>;

const access = { permission: 'roles.configure' } as const;
const role = z.object({ id: RoleId });
const name = z.string().trim().min(1).max(80);
const permissions = z
  .record(z.string().max(60), z.enum(scopes))
  .refine((map) => Object.keys(map).length <= 200, 'at most 200');

export const listRoles = route({
  method: 'GET',
  path: '/api/roles',
  summary: 'The roles of the workspace with what they allow, and what you may give.',
  access,
  reply: z.object({
    rows: z.array(RoleView),
    permissions: z.array(PermissionView),
    desks: z.array(z.object({ id: z.string(), title: ownWords(z.string()) })),
  }),
});

export const copyRole = route({
  method: 'POST',
  path: '/api/roles/:id/copies',
  summary: 'Make a role of your own from one that is there. It never allows more than you may yourself.',
  access,
  params: role,
  body: z.object({ id: RoleId, name }),
  reply: RoleView,
});

export const changeRole = route({
  method: 'PATCH',
  path: '/api/roles/:id',
  summary:
    'Change what a role of your own allows, how it is called or where it begins. Whoever has it feels it within seconds.',
  access,
  params: role,
  body: z.object({ name: name.optional(), deskId: z.string().max(60).optional(), permissions: permissions.optional() }),
  reply: RoleView,
});

export const previewRole = route({
  method: 'POST',
  path: '/api/roles/:id/effects',
  summary: 'What a change of a role would mean: who gains and who loses what. Nothing is changed.',
  access,
  params: role,
  body: z.object({ permissions }),
  readOnly: true,
  reply: RoleEffect,
});

export const removeRole = route({
  method: 'DELETE',
  path: '/api/roles/:id',
  summary: 'Remove a role of your own that nobody has any more.',
  access,
  params: role,
  reply: z.void(),
});
