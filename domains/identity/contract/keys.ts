import * as z from 'zod';
import { cursor, id, ownWords, page, route, scopes } from '#platform/contract';
import { TeammateId } from './session.ts';

export const ApiKeyId = id('ApiKey');

/** One key as its owner and administrators see it: never the key itself. */
export const ApiKeyView = z.object({
  id: ApiKeyId,
  name: z.string(),
  /** The first characters, to know one from another. */
  prefix: z.string(),
  /** Whose it is; null for a service of its own. */
  teammate: z.object({ id: TeammateId, name: z.string() }).nullable(),
  permissions: z.record(z.string(), z.enum(scopes)),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  /** Whose it is, or who made it, has left: it opens nothing. */
  isLeft: z.boolean(),
  can: z.array(z.enum(['revoke'])),
});
export type ApiKeyView = z.output<typeof ApiKeyView>;

const permissions = z
  .record(z.string().max(60), z.enum(scopes))
  .refine((map) => Object.keys(map).length > 0, 'must allow something')
  .refine((map) => Object.keys(map).length <= 200, 'at most 200');

export const listApiKeys = route({
  method: 'GET',
  path: '/api/keys',
  summary: 'The API keys you made; with `all`, every key of the workspace (needs roles.configure).',
  access: 'signed-in',
  query: cursor.extend({ all: z.stringbool().default(false) }),
  reply: page(ApiKeyView).extend({
    /** What a key of mine can be given, and no more. */
    mine: z.record(z.string(), z.enum(scopes)),
    permissions: z.array(z.object({ name: z.string(), says: ownWords(z.string()) })),
    can: z.array(z.enum(['make', 'make-service', 'see-all'])),
  }),
});

export const makeApiKey = route({
  method: 'POST',
  path: '/api/keys',
  summary:
    'Make an API key; the answer holds it, shown this once. Send it as `Authorization: Bearer …`. It never may more than its owner.',
  access: 'signed-in',
  body: z.object({
    name: z.string().trim().min(1).max(80),
    permissions,
    /** A service of its own: it goes on when its maker leaves. Needs roles.configure. */
    isService: z.boolean().default(false),
    /** Days until it ends by itself; null: never. */
    expiresInDays: z.number().int().min(1).max(730).nullable().default(90),
  }),
  reply: z.object({ key: z.string(), view: ApiKeyView }),
});

export const revokeApiKey = route({
  method: 'PUT',
  path: '/api/keys/:id/revocation',
  summary: 'End an API key at once. It cannot be taken back.',
  access: 'signed-in',
  params: z.object({ id: ApiKeyId }),
  reply: ApiKeyView,
});
