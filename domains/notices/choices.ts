import type { Ctx, ReadCtx } from '#platform/ctx';
import type { NoticeKind } from '#platform/domain';
import { notFound } from '#platform/problem';
import { teammateById } from '#domains/identity';
import { type NoticeChoiceView, type NoticeMail, noticeMails } from './contract.ts';
import { mailNotices } from './mail-notices.ts';
import { myId } from './policy.ts';

/** Every kind, and which of them you silenced. */
export async function listNoticeChoices(ctx: ReadCtx): Promise<{ rows: NoticeChoiceView[] }> {
  const chosen = await ctx.db
    .selectFrom('notice_choices')
    .select(['kind', 'silenced_at', 'mail'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', myId(ctx.actor))
    .execute();
  const byKind = new Map(chosen.map((row) => [row.kind, row]));
  return {
    rows: [...ctx.house.noticeKinds.values()].map((kind) => {
      const row = byKind.get(kind.name);
      return choiceView(kind, row?.silenced_at ?? null, row?.mail ?? null);
    }),
  };
}

/** Silence a kind, or hear it again; have it by mail too. What came before stays in the list. */
export async function chooseNotice(
  ctx: Ctx,
  name: string,
  { silenced, mail }: { readonly silenced: boolean; readonly mail?: NoticeMail | undefined },
): Promise<NoticeChoiceView> {
  const kind = ctx.house.noticeKinds.get(name);
  if (!kind) throw notFound();
  const silencedAt = silenced ? ctx.now : null;
  const change = {
    silenced_at: silencedAt,
    ...(mail === undefined ? {} : { mail: mail === 'none' ? null : mail }),
  };
  const row = await ctx.db
    .insertInto('notice_choices')
    .values({ workspace_id: ctx.workspaceId, teammate_id: myId(ctx.actor), kind: name, ...change })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'teammate_id', 'kind']).doUpdateSet(change))
    .returning('mail')
    .executeTakeFirstOrThrow();
  return choiceView(kind, silencedAt, row.mail);
}

/** Sends yourself a test by the job that mails notices. */
export async function testNoticeMail(ctx: Ctx, id: string): Promise<{ to: string }> {
  const teammateId = myId(ctx.actor);
  const teammate = await teammateById(ctx, teammateId);
  if (!teammate) throw notFound();
  ctx.enqueue(mailNotices.name, { teammateId, test: id });
  return { to: teammate.address };
}

function choiceView({ name, says, level }: NoticeKind, silencedAt: Date | null, mail: string | null): NoticeChoiceView {
  const chosen = noticeMails.find((one) => one === mail) ?? 'none';
  return { kind: name, says, level, silencedAt: silencedAt?.toISOString() ?? null, mail: chosen };
}
