import * as z from 'zod';
import { event } from '#platform/contract';

const uuid = z.uuid();

/** A workspace begins, with its owner; brands, teams and conversations make their part of it at once. */
export const workspaceOpened = event('workspace.opened', 1, z.object({ ownerId: uuid }));

/** Somebody can be given work from now on. */
export const teammateJoined = event('teammate.joined', 1, z.object({ roleIds: z.array(uuid).max(50) }));

/** What somebody may was changed; their sessions follow within seconds. */
export const teammateRolesGiven = event(
  'teammate.roles-given',
  1,
  z.object({ added: z.array(uuid).max(50), removed: z.array(uuid).max(50) }),
);

/** A colleague became a guest or client: what they had as a colleague no longer holds. */
export const teammateWentOutside = event('teammate.went-outside', 1, z.object({}));

/** A role of the workspace's own was made, changed or removed. */
export const roleChanged = event('role.changed', 1, z.object({ how: z.enum(['made', 'changed', 'removed']) }));

/** Somebody left: no session of theirs works any more. What they did stays theirs. */
export const teammateDeactivated = event('teammate.deactivated', 1, z.object({}));

/** A setting of the workspace has another value. */
export const settingChanged = event('setting.changed', 1, z.object({}));

/** A key was made by which a program comes in. */
export const apiKeyMade = event('api-key.made', 1, z.object({ isService: z.boolean() }));

/** A key ended. */
export const apiKeyRevoked = event('api-key.revoked', 1, z.object({}));

/** Somebody was signed out everywhere by an administrator. */
export const teammateSignedOut = event('teammate.signed-out', 1, z.object({}));
