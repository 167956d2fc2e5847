import type { Ctx, ReadCtx } from '#platform/ctx';
import type { NoticeKind } from '#platform/domain';
import { notFound } from '#platform/problem';
import type { NoticeChoiceView } from './contract.ts';
import { myId } from './policy.ts';

/** Every kind, and which of them you silenced. */
export async function listNoticeChoices(ctx: ReadCtx): Promise<{ rows: NoticeChoiceView[] }> {
  const chosen = await ctx.db
    .selectFrom('notice_choices')
    .select(['kind', 'silenced_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', myId(ctx.actor))
    .execute();
  const silenced = new Map(chosen.map((row) => [row.kind, row.silenced_at]));
  return { rows: [...ctx.house.noticeKinds.values()].map((kind) => choiceView(kind, silenced.get(kind.name) ?? null)) };
}

/** Silence a kind, or hear it again. What came before stays in the list. */
export async function chooseNotice(ctx: Ctx, name: string, silenced: boolean): Promise<NoticeChoiceView> {
  const kind = ctx.house.noticeKinds.get(name);
  if (!kind) throw notFound();
  const silencedAt = silenced ? ctx.now : null;
  await ctx.db
    .insertInto('notice_choices')
    .values({ workspace_id: ctx.workspaceId, teammate_id: myId(ctx.actor), kind: name, silenced_at: silencedAt })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'teammate_id', 'kind']).doUpdateSet({ silenced_at: silencedAt }),
    )
    .execute();
  return choiceView(kind, silencedAt);
}

function choiceView({ name, says, level }: NoticeKind, silencedAt: Date | null): NoticeChoiceView {
  return { kind: name, says, level, silencedAt: silencedAt?.toISOString() ?? null };
}
