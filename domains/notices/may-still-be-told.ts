import { loadActors } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';

/** What a notice is about. */
interface About {
  readonly subjectKind: string;
  readonly subjectId: string;
}

/**
 * Asks each subject's own policy again what of it this teammate may be told: rights may have gone since the notice was given.
 * Who asks for themselves is asked by the rights they came with; for anybody else they are loaded.
 */
export async function mayStillBeTold(
  ctx: ReadCtx,
  teammateId: string,
  rows: readonly About[],
): Promise<(row: About) => boolean> {
  if (rows.length === 0) return () => false;
  const isMyself = ctx.actor.kind === 'teammate' && ctx.actor.id === teammateId;
  const actor = isMyself ? ctx.actor : (await loadActors(ctx, [teammateId])).get(teammateId);
  const seen = new Map<string, ReadonlySet<string>>();
  for (const kind of new Set(rows.map(({ subjectKind }) => subjectKind))) {
    const ids = rows.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId);
    const found = actor && (await ctx.house.subjects.get(kind)?.seen?.({ ...ctx, actor }, [...new Set(ids)]));
    if (found) seen.set(kind, found);
  }
  return ({ subjectKind, subjectId }) => actor !== undefined && (seen.get(subjectKind)?.has(subjectId) ?? true);
}
