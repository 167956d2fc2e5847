import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { ObjectKind } from './contract.ts';

/** An object's name in another system. */
export interface ExternalName {
  /** The system: `zammad`, `shop`. */
  readonly source: string;
  /** What it is called there: `ticket`, `user`. */
  readonly type: string;
  readonly id: string;
}

export interface ExternalRef extends ExternalName {
  readonly objectKind: ObjectKind;
  readonly objectId: string;
  /** The number people know it by there: `#48211`. */
  readonly number?: string | null;
  readonly url?: string | null;
  readonly batchId?: string | null;
  /** As it came, for what we did not understand then. */
  readonly raw?: unknown;
}

/** Most names one object is read with. */
const refLimit = 100;

/**
 * Remembers where an object came from. The same name again keeps the first object it named, so that an import that runs
 * twice makes nothing twice: the answer says which object has the name.
 */
export async function rememberExternalRef(
  ctx: Ctx,
  ref: ExternalRef,
): Promise<{ objectKind: ObjectKind; objectId: string; isNew: boolean }> {
  const { numInsertedOrUpdatedRows } = await ctx.db
    .insertInto('external_refs')
    .values({
      workspace_id: ctx.workspaceId,
      object_kind: ref.objectKind,
      object_id: ref.objectId,
      source: ref.source,
      source_type: ref.type,
      source_id: ref.id,
      source_number: ref.number ?? null,
      url: ref.url ?? null,
      batch_id: ref.batchId ?? null,
      raw: ref.raw === undefined ? null : JSON.stringify(ref.raw),
      recorded_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'source', 'source_type', 'source_id']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 0n) return { objectKind: ref.objectKind, objectId: ref.objectId, isNew: true };
  const first = await findByExternalRef(ctx, ref);
  if (!first) throw new Error('A name that is there cannot be read.');
  return { ...first, isNew: false };
}

/** The object that has this name in another system; null where none has. */
export async function findByExternalRef(
  ctx: ReadCtx,
  name: ExternalName,
): Promise<{ objectKind: ObjectKind; objectId: string } | null> {
  const row = await ctx.db
    .selectFrom('external_refs')
    .select(['object_kind', 'object_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('source', '=', name.source)
    .where('source_type', '=', name.type)
    .where('source_id', '=', name.id)
    .executeTakeFirst();
  return row ? { objectKind: row.object_kind as ObjectKind, objectId: row.object_id } : null;
}

/** All names of one object elsewhere, the first remembered first; without their raw form. */
export async function externalRefsOf(
  ctx: ReadCtx,
  objectKind: ObjectKind,
  objectId: string,
): Promise<readonly ExternalRef[]> {
  const rows = await ctx.db
    .selectFrom('external_refs')
    .select(['source', 'source_type', 'source_id', 'source_number', 'url', 'batch_id'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('object_kind', '=', objectKind)
    .where('object_id', '=', objectId)
    .orderBy('recorded_at')
    .limit(refLimit)
    .execute();
  return rows.map((row) => ({
    objectKind,
    objectId,
    source: row.source,
    type: row.source_type,
    id: row.source_id,
    number: row.source_number,
    url: row.url,
    batchId: row.batch_id,
  }));
}

/** Forgets the names and raw forms of one object; how many. For erasure: an id elsewhere names a person too. */
export async function forgetExternalRefs(ctx: Ctx, objectKind: ObjectKind, objectId: string): Promise<number> {
  const done = await sql`
    delete from external_refs
    where workspace_id = ${ctx.workspaceId} and object_kind = ${objectKind} and object_id = ${objectId}`.execute(
    ctx.db,
  );
  return Number(done.numAffectedRows ?? 0);
}
