import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Scope } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Input } from '#platform/domain';
import { mayNot, notFound, problem } from '#platform/problem';
import { rightsChanged } from './authenticate.ts';
import { apiKeyMade, apiKeyRevoked, type ApiKeyView, type makeApiKey as makeRoute } from './contract.ts';
import { hashOf, writeKey } from './key-session.ts';
import { momentCursor, readMoment } from './keyset.ts';
import { can } from './policy.ts';
import { readPermissions } from './queries.ts';
import { refuseMoreThanOwn } from './roles/given-rights.ts';

const secretBytes = 32;
const shownCharacters = 12;
/** Most keys that live at once in one workspace. */
const keyLimit = 500;

const tooManyKeys = problem(
  'identity/too-many-keys',
  409,
  'There are too many keys',
  'Revoke those that nobody uses any more.',
);
const keyByKey = problem(
  'identity/not-by-key',
  403,
  'A key cannot make or end keys',
  'Sign in to the console and do it there.',
);

/** Makes a key; it is shown once and kept as its hash. A key is never made by a key: what leaked would outlive its end. */
export async function makeApiKey(
  ctx: Ctx,
  body: Input<typeof makeRoute>['body'],
): Promise<{ key: string; view: ApiKeyView }> {
  if (!can.makeKey(ctx.actor)) throw mayNot();
  if (ctx.via !== 'console') throw keyByKey();
  if (body.isService && !can.invite(ctx.actor)) throw mayNot();
  refuseMoreThanOwn(ctx, body.permissions);
  await refuseTooMany(ctx);
  const id = newId();
  const key = writeKey(ctx.workspaceId, randomBytes(secretBytes));
  const { brandIds } = ctx.actor;
  await ctx.db
    .insertInto('api_keys')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      teammate_id: body.isService ? null : ctx.actor.id,
      name: body.name,
      // the secret part alone differs from key to key
      prefix: key.slice(key.length - 43, key.length - 43 + shownCharacters),
      hash: hashOf(key),
      permissions: JSON.stringify(body.permissions),
      brand_ids: body.isService && brandIds !== 'all' ? [...brandIds] : null,
      created_at: ctx.now,
      created_by: ctx.actor.id,
      expires_at: body.expiresInDays === null ? null : new Date(ctx.now.getTime() + body.expiresInDays * 24 * 3600_000),
    })
    .execute();
  ctx.emit(apiKeyMade, id, { isService: body.isService });
  const { name, permissions, isService, expiresInDays } = body;
  ctx.audit({
    action: 'api-key.made',
    objectKind: 'api-key',
    objectId: id,
    objectName: name,
    before: null,
    after: { permissions, isService, expiresInDays },
  });
  return { key, view: await keyById(ctx, id) };
}

/** Ends a key at once, in every process. Twice is once. */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<ApiKeyView> {
  const row = await keyRows(ctx).where('k.id', '=', id).executeTakeFirst();
  if (!row || !can.seeKey(ctx.actor, row.teammate_id)) throw notFound();
  if (row.revoked_at) return keyView(ctx, row);
  await ctx.db
    .updateTable('api_keys')
    .set({ revoked_at: ctx.now, revoked_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(apiKeyRevoked, id, {});
  ctx.audit({
    action: 'api-key.revoked',
    objectKind: 'api-key',
    objectId: id,
    objectName: row.name,
    before: { permissions: readPermissions(row.permissions), of: row.teammate_name },
    after: null,
  });
  rightsChanged(ctx, row.teammate_id ?? id);
  return keyById(ctx, id);
}

/** Keys, newest first: one's own, or all of the workspace for who gives roles. */
export async function listApiKeys(ctx: ReadCtx, query: { after?: string | undefined; limit: number; all: boolean }) {
  const seesAll = can.invite(ctx.actor);
  if (query.all && !seesAll) throw mayNot();
  const place = readMoment(query.after);
  const rows = await keyRows(ctx)
    .$if(!query.all, (q) => q.where('k.teammate_id', '=', ctx.actor.id))
    .$if(place !== null, (q) =>
      q.where(sql<boolean>`(k.created_at, k.id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    rows: page.map((row) => keyView(ctx, row)),
    next: rows.length > query.limit && last ? momentCursor(last.created_at, last.id) : null,
    mine: Object.fromEntries(ctx.actor.permissions) as Record<string, Scope>,
    permissions: ctx.house.permissions.map(({ name, says }) => ({ name, says })),
    can: [
      ...(can.makeKey(ctx.actor) ? (['make'] as const) : []),
      ...(seesAll ? (['make-service', 'see-all'] as const) : []),
    ],
  };
}

function keyRows(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('api_keys as k')
    .leftJoin('teammates as t', (join) =>
      join.onRef('t.workspace_id', '=', 'k.workspace_id').onRef('t.id', '=', 'k.teammate_id'),
    )
    .leftJoin('teammates as s', (join) =>
      join
        .onRef('s.workspace_id', '=', 'k.workspace_id')
        .on((eb) => eb('s.id', '=', eb.fn.coalesce('k.teammate_id', 'k.created_by'))),
    )
    .select([
      'k.id',
      'k.teammate_id',
      'k.name',
      'k.prefix',
      'k.permissions',
      'k.created_at',
      'k.expires_at',
      'k.last_used_at',
      'k.revoked_at',
      't.name as teammate_name',
      's.deactivated_at as rests_on_left_at',
    ])
    .where('k.workspace_id', '=', ctx.workspaceId);
}

type KeyRow = NonNullable<Awaited<ReturnType<ReturnType<typeof keyRows>['executeTakeFirst']>>>;

async function keyById(ctx: ReadCtx, id: string): Promise<ApiKeyView> {
  return keyView(ctx, await keyRows(ctx).where('k.id', '=', id).executeTakeFirstOrThrow());
}

function keyView(ctx: ReadCtx, row: KeyRow): ApiKeyView {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    teammate: row.teammate_id ? { id: row.teammate_id, name: row.teammate_name ?? '' } : null,
    permissions: readPermissions(row.permissions),
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
    isLeft: row.rests_on_left_at !== null,
    can: !row.revoked_at && can.seeKey(ctx.actor, row.teammate_id) ? ['revoke'] : [],
  } as ApiKeyView;
}

async function refuseTooMany(ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from api_keys where workspace_id = ${ctx.workspaceId} and revoked_at is null limit ${keyLimit}) living`.execute(
    ctx.db,
  );
  if ((rows[0]?.count ?? 0) >= keyLimit) throw tooManyKeys();
}
