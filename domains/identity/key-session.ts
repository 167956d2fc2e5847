import { createHash } from 'node:crypto';
import type { Tools } from '#platform/domain';
import type { Session } from '#platform/http';
import type { Scope } from '#platform/contract';
import { type Actor, narrowerScope } from '#platform/policy';
import { loadActor } from './load-actor.ts';
import { readPermissions } from './queries.ts';

/** How often the last use of a key is written down: a busy program does not write at each request. */
const touchMs = 60_000;
/** `rpt_<workspace>_<secret>`: the workspace stands in it, so that nothing is ever looked up across workspaces. */
const shape = /^rpt_([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{43})$/;

/** The key of a request, as `Authorization: Bearer rpt_…`. */
export function keyOf(headers: Headers): string | null {
  return /^Bearer (rpt_\S{1,200})$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;
}

/** A new key of a workspace, from its random part. */
export function writeKey(workspaceId: string, secret: Buffer): string {
  const place = Buffer.from(workspaceId.replaceAll('-', ''), 'hex').toString('base64url');
  return `rpt_${place}_${secret.toString('base64url')}`;
}

/** What is kept of a key; its random part is long enough for a plain hash. */
export function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * Whose key this is and what it may: what it was given, and never more than its owner has today. A service's rests in the
 * same way on who made it: with a role or brand of theirs it loses as much, and when they leave it opens nothing.
 */
export async function findKeySession(tools: Tools, key: string): Promise<Session | null> {
  const place = shape.exec(key)?.[1];
  if (place === undefined) return null;
  const workspaceId = Buffer.from(place, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const now = tools.now();
  const found = await tools.read({ workspaceId }, async (ctx) => {
    const row = await ctx.db
      .selectFrom('api_keys as k')
      .leftJoin('teammates as t', (join) =>
        join
          .onRef('t.workspace_id', '=', 'k.workspace_id')
          .on((eb) => eb('t.id', '=', eb.fn.coalesce('k.teammate_id', 'k.created_by'))),
      )
      .select([
        'k.id',
        'k.teammate_id',
        'k.created_by',
        'k.permissions',
        'k.brand_ids',
        'k.expires_at',
        'k.last_used_at',
      ])
      .where('k.workspace_id', '=', workspaceId)
      .where('k.hash', '=', hashOf(key))
      .where('k.revoked_at', 'is', null)
      .where('t.deactivated_at', 'is', null)
      .executeTakeFirst();
    if (!row || (row.expires_at && row.expires_at <= now)) return null;
    const given = readPermissions(row.permissions);
    const restsOn = row.teammate_id ?? row.created_by;
    const whole = restsOn ? narrowed(await loadActor(ctx, restsOn), given) : null;
    const actor = row.teammate_id ? whole : service(row.id, whole, row.brand_ids);
    if (!actor) return null;
    return { id: row.id, lastUsedAt: row.last_used_at, actor };
  });
  if (!found) return null;
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > touchMs)
    await tools.transact({ workspaceId, via: 'api' }, ({ db }) => noteUse(db, workspaceId, found.id, now));
  return { workspaceId, actor: found.actor, via: 'api' };
}

async function noteUse(
  db: Parameters<Parameters<Tools['transact']>[1]>[0]['db'],
  workspaceId: string,
  id: string,
  now: Date,
): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** The owner with what the key was given of theirs. */
function narrowed(owner: Actor, given: Readonly<Record<string, Scope>>): Actor {
  const permissions = new Map<string, Scope>();
  for (const [name, scope] of Object.entries(given)) {
    const own = owner.permissions.get(name);
    if (own) permissions.set(name, narrowerScope(own, scope));
  }
  return { ...owner, permissions };
}

/** A service of its own: in none of its maker's teams, and in no brand that its maker does not serve today. */
function service(id: string, maker: Actor | null, given: readonly string[] | null): Actor | null {
  if (!maker) return null;
  const { brandIds: today, permissions } = maker;
  const brandIds = given === null || today === 'all' ? (given ?? today) : given.filter((brand) => today.has(brand));
  return {
    kind: 'service',
    id,
    permissions,
    teamIds: new Set(),
    brandIds: brandIds === 'all' ? 'all' : new Set(brandIds),
  };
}
