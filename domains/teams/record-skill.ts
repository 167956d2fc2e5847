import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { teammateById } from '#domains/identity';
import { skillRecorded, type SkillSource } from './contract.ts';

/** A skill as another domain names it: the key of the careers catalogue, and what it is called. */
export interface NamedSkill {
  readonly key: string;
  readonly name: string;
}

/** What a level or certificate rests on: a review, a course, a practice, or nothing but somebody's word. */
export interface RestsOn {
  readonly kind: string;
  readonly id: string | null;
}

/**
 * Writes down what somebody can do, from one source; a later word of the same source replaces it. A door for quality
 * (`review`), training (`certificate`, `practice`), leaders and oneself; the caller asked its own policy.
 */
export async function recordSkill(
  ctx: Ctx,
  teammateId: string,
  skill: NamedSkill,
  given: { readonly source: SkillSource; readonly level: number; readonly restsOn: RestsOn | null },
): Promise<void> {
  await teammateById(ctx, teammateId);
  const skillId = await skillOf(ctx, skill);
  const written = {
    level: given.level,
    rests_on_kind: given.restsOn?.kind ?? null,
    rests_on_id: given.restsOn?.id ?? null,
    recorded_at: ctx.now,
  };
  await ctx.db
    .insertInto('teammate_skills')
    .values({
      workspace_id: ctx.workspaceId,
      teammate_id: teammateId,
      skill_id: skillId,
      source: given.source,
      ...written,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'teammate_id', 'skill_id', 'source']).doUpdateSet(written),
    )
    .execute();
  ctx.emit(skillRecorded, teammateId, { skillId, source: given.source, level: given.level });
}

/** Takes one's own word about a skill back; what others wrote down stays. */
export async function forgetOwnSkill(ctx: Ctx, teammateId: string, key: string): Promise<void> {
  await ctx.db
    .deleteFrom('teammate_skills')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .where('source', '=', 'own')
    .where('skill_id', '=', (eb) =>
      eb.selectFrom('skills').select('id').where('workspace_id', '=', ctx.workspaceId).where('key', '=', key),
    )
    .execute();
}

/** A passed check: it opens queues (routing), and is a level of its own that rests on it. */
export async function giveCertificate(
  ctx: Ctx,
  teammateId: string,
  skill: NamedSkill,
  given: {
    readonly id: string;
    readonly level: number;
    readonly passedAt: Date;
    readonly expiresAt: Date | null;
    readonly restsOn: RestsOn;
  },
): Promise<void> {
  const skillId = await skillOf(ctx, skill);
  await ctx.db
    .insertInto('certificates')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.id,
      teammate_id: teammateId,
      skill_id: skillId,
      level: given.level,
      passed_at: given.passedAt,
      expires_at: given.expiresAt,
      rests_on_kind: given.restsOn.kind,
      rests_on_id: given.restsOn.id,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute();
  await recordSkill(ctx, teammateId, skill, {
    source: 'certificate',
    level: given.level,
    restsOn: { kind: 'certificate', id: given.id },
  });
}

/** The skill of a key: the one that has it, one of the same name that has none yet, or a new one. */
async function skillOf(ctx: Ctx, { key, name }: NamedSkill): Promise<string> {
  const byKey = await ctx.db
    .selectFrom('skills')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (byKey) return byKey.id;
  const row = await ctx.db
    .insertInto('skills')
    .values({ workspace_id: ctx.workspaceId, id: newId(), name: name.slice(0, 120), key })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doUpdateSet({ key }))
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}
