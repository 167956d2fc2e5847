import { sql } from 'kysely';
import { brandOf } from '#domains/brands';
import type { ClaimedMessage } from '#domains/conversations';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { servesBrand } from '#platform/policy';
import { notFound, signInFirst } from '#platform/problem';
import { type Facts, fillIn } from './fill-in.ts';
import type { MailLine } from './mail-line.ts';

/** One of a teammate's own signatures; `brandId` null is the one for all brands. */
export interface Signature {
  readonly brandId: string | null;
  readonly text: string;
}

/** Most signatures of one teammate: one a brand and one for all. */
const signatureLimit = 1_001;

/** What a reply is signed with: the writer's own for this brand, else theirs for all, else the line's. */
export async function signatureFor(
  ctx: ReadCtx,
  line: MailLine,
  { author, brandId }: Pick<ClaimedMessage, 'author' | 'brandId'>,
  facts: Facts,
): Promise<string> {
  const own = author.kind === 'teammate' && author.id ? await ownFor(ctx, author.id, brandId) : null;
  return fillIn(own ?? line.settings.signature, facts);
}

async function ownFor(ctx: ReadCtx, teammateId: string, brandId: string): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('mail_signatures')
    .select('text')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .where((eb) => eb.or([eb('brand_id', '=', brandId), eb('brand_id', 'is', null)]))
    .orderBy(sql`brand_id is null`)
    .limit(1)
    .executeTakeFirst();
  return row?.text ?? null;
}

/** The signatures of whoever asks. */
export async function mySignatures(ctx: ReadCtx): Promise<readonly Signature[]> {
  if (!ctx.actor.id) throw signInFirst();
  const rows = await ctx.db
    .selectFrom('mail_signatures')
    .select(['brand_id', 'text'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', ctx.actor.id)
    .limit(signatureLimit)
    .execute();
  return rows.map((row) => ({ brandId: row.brand_id, text: row.text }));
}

/** Sets one of one's own signatures; an empty one is taken away, and the next wider one holds. */
export async function setSignature(ctx: Ctx, given: Signature): Promise<readonly Signature[]> {
  if (!ctx.actor.id) throw signInFirst();
  if (given.brandId !== null) {
    const brand = await brandOf(ctx, given.brandId);
    if (!servesBrand(ctx.actor, brand.id)) throw notFound();
  }
  const text = given.text.replaceAll('\0', '').trim();
  const owner = { workspace_id: ctx.workspaceId, teammate_id: ctx.actor.id, brand_id: given.brandId };
  if (text === '')
    await ctx.db
      .deleteFrom('mail_signatures')
      .where('workspace_id', '=', owner.workspace_id)
      .where('teammate_id', '=', owner.teammate_id)
      .where(sql<boolean>`brand_id is not distinct from ${owner.brand_id}::uuid`)
      .execute();
  else
    await ctx.db
      .insertInto('mail_signatures')
      .values({ ...owner, id: newId(), text, changed_at: ctx.now })
      .onConflict((conflict) =>
        conflict.columns(['workspace_id', 'teammate_id', 'brand_id']).doUpdateSet({ text, changed_at: ctx.now }),
      )
      .execute();
  return mySignatures(ctx);
}
