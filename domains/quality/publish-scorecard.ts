import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import { Question } from './contract.ts';

/** A scorecard that a domain brings with it, by ids of its own. */
export interface NewScorecard {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly version: number;
  readonly questions: readonly Question[];
}

/** Publish a version of a scorecard that comes with the house. Again is the same; a version that is there stays as it is. */
export async function publishScorecard(ctx: Ctx, given: NewScorecard): Promise<void> {
  const questions = z.array(Question).min(1).max(50).parse(given.questions);
  await ctx.db
    .insertInto('scorecards')
    .values({ workspace_id: ctx.workspaceId, id: given.id, name: given.name })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute();
  await ctx.db
    .insertInto('scorecard_versions')
    .values({
      workspace_id: ctx.workspaceId,
      id: given.versionId,
      scorecard_id: given.id,
      version: given.version,
      published_at: ctx.now,
      questions: JSON.stringify(questions),
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .execute();
}
