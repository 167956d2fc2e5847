import { createHash } from 'node:crypto';
import { findProofs } from '#domains/scenarios';
import type { Ctx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { keep } from '#platform/storage';
import { applicationReceived } from './contract.ts';
import { keptUntil } from './keep-times.ts';
import { tellReceived } from './letters.ts';
import { publicOpening } from './openings.ts';
import { tellBoard } from './topics.ts';

/** What somebody sends with the form. */
export interface Application {
  readonly openingId: string;
  readonly brandId: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string | null;
  readonly why: string;
  readonly lang: string;
  /** Already stored, outside of this transaction. */
  readonly cv: {
    readonly sha256: string;
    readonly sizeBytes: number;
    readonly name: string;
    readonly mediaType: string;
  } | null;
  readonly proofIds: readonly string[];
}

/**
 * Somebody applies for what is open. Sending the very same form twice is applying once; another form with the same address
 * is an application of its own, so that nobody overwrites what somebody else sent or learns that they applied.
 */
export async function apply(ctx: Ctx, given: Application): Promise<string> {
  const opening = await publicOpening(ctx, given.brandId, given.openingId);
  if (!opening) throw notFound();
  const id = idOf(ctx.workspaceId, given);
  const proofs = await findProofs(ctx, given.proofIds);
  const made = await ctx.db
    .insertInto('applications')
    .values({
      workspace_id: ctx.workspaceId,
      id,
      opening_id: given.openingId,
      brand_id: given.brandId,
      name: given.name,
      address: given.address,
      phone: given.phone,
      why: given.why.replaceAll('\0', ''),
      lang: given.lang,
      cv_sha256: given.cv?.sha256 ?? null,
      cv_name: given.cv?.name ?? null,
      cv_media_type: given.cv?.mediaType ?? null,
      cv_size_bytes: given.cv?.sizeBytes ?? null,
      proof_ids: [...proofs.keys()],
      consented_at: ctx.now,
      stage: 'new',
      stage_at: ctx.now,
      applied_at: ctx.now,
      keep_until: keptUntil('new', ctx.now),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return id;
  if (given.cv) keep(ctx, given.cv.sha256);
  await tellBoard(ctx, { opening: given.openingId });
  ctx.emit(applicationReceived, id, { openingId: given.openingId });
  await tellReceived(ctx, id);
  return id;
}

/** The id follows from what was sent, so that a form sent twice is one application. */
function idOf(workspaceId: string, given: Application): string {
  const { cv, ...rest } = given;
  const hex = createHash('sha256')
    .update(JSON.stringify([workspaceId, rest, cv?.sha256 ?? null]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
