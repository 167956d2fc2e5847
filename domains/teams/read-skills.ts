import type { ReplyOf } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import { notFound } from '#platform/problem';
import { teammateById } from '#domains/identity';
import type { readSkills as readSkillsRoute } from './contract.ts';
import { can } from './policy.ts';
import { teamIdsOf } from './queries.ts';

/** Most skills and certificates one teammate is shown. */
const skillLimit = 500;

/** What somebody can do, and what it rests on; certificates that have run out stay, with their date. */
export async function readSkills(ctx: ReadCtx, teammateId: string): Promise<ReplyOf<typeof readSkillsRoute>> {
  await teammateById(ctx, teammateId);
  const teamIds = (await teamIdsOf(ctx, [teammateId])).get(teammateId) ?? [];
  if (!can.readSkills(ctx.actor, { id: teammateId, teamIds })) throw notFound();
  const [skills, certificates] = [await skillsOf(ctx, teammateId), await certificatesOf(ctx, teammateId)];
  return {
    skills: skills.map(({ key: _, ...skill }) => ({ ...skill, recordedAt: skill.recordedAt.toISOString() })),
    certificates: certificates.map((one) => ({
      ...one,
      passedAt: one.passedAt.toISOString(),
      expiresAt: one.expiresAt?.toISOString() ?? null,
    })),
  } as ReplyOf<typeof readSkillsRoute>;
}

/** The skills of one teammate by name, one row for each source. */
export async function skillsOf(ctx: ReadCtx, teammateId: string) {
  const rows = await ctx.db
    .selectFrom('teammate_skills as ts')
    .innerJoin('skills as s', (join) =>
      join.onRef('s.workspace_id', '=', 'ts.workspace_id').onRef('s.id', '=', 'ts.skill_id'),
    )
    .select(['ts.skill_id', 's.name', 's.key', 'ts.source', 'ts.level', 'ts.recorded_at'])
    .where('ts.workspace_id', '=', ctx.workspaceId)
    .where('ts.teammate_id', '=', teammateId)
    .orderBy('s.name')
    .orderBy('ts.source')
    .limit(skillLimit)
    .execute();
  return rows.map((row) => ({
    skillId: row.skill_id,
    key: row.key,
    name: row.name,
    source: row.source,
    level: row.level,
    recordedAt: row.recorded_at,
  }));
}

/** The certificates of one teammate, newest first. */
export async function certificatesOf(ctx: ReadCtx, teammateId: string) {
  const rows = await ctx.db
    .selectFrom('certificates as c')
    .innerJoin('skills as s', (join) =>
      join.onRef('s.workspace_id', '=', 'c.workspace_id').onRef('s.id', '=', 'c.skill_id'),
    )
    .select(['c.id', 'c.skill_id', 's.name', 'c.level', 'c.passed_at', 'c.expires_at'])
    .where('c.workspace_id', '=', ctx.workspaceId)
    .where('c.teammate_id', '=', teammateId)
    .orderBy('c.passed_at', 'desc')
    .limit(skillLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    skillId: row.skill_id,
    name: row.name,
    level: row.level,
    passedAt: row.passed_at,
    expiresAt: row.expires_at,
  }));
}
