import { loadMany, participantsOf, saidPublicly } from '#domains/conversations';
import { linesOfBrand } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import type { Input, Tools } from '#platform/domain';
import { type readTalk, type SaidView, talkLimit, type TalkView } from '../contract.ts';
import { firstNames } from './first-names.ts';
import { saidTo } from './said.ts';
import { siteOf } from './site.ts';
import { knownVisitor, passOf, type Visitor } from './visitor.ts';

/** What was said in a visitor's chat, as they may read it: what they said, and what was brought to them. */
export async function talk(tools: Tools, { params, query, headers }: Input<typeof readTalk>): Promise<TalkView> {
  const pass = passOf(headers);
  const site = await siteOf(tools, params.site);
  return tools.read({ workspaceId: site.workspaceId }, async (ctx) => {
    const visitor = await knownVisitor(ctx, site, pass);
    const [words, standing, goesByMail] = await Promise.all([
      visitor ? wordsOf(ctx, visitor, query.before) : { said: [], hasEarlier: false },
      visitor ? standingOf(ctx, visitor) : nothingOpen,
      hasMailLine(ctx, site.brandId),
    ]);
    return { ...words, ...standing, address: visitor?.address ?? null, goesByMail };
  });
}

const nothingOpen = { state: 'nothing', with: null } as const;

async function wordsOf(ctx: ReadCtx, visitor: Visitor, before: string | undefined) {
  const rows = await saidTo(ctx, visitor.id, { before, limit: talkLimit + 1 });
  const shown = rows.slice(-talkLimit);
  const texts = await saidPublicly(
    ctx,
    shown.map(({ entryId }) => entryId),
  );
  const names = await firstNames(
    ctx,
    [...texts.values()].map(({ authorId }) => authorId),
  );
  const said = shown.flatMap(({ entryId, byUs, saidAt }): SaidView[] => {
    const there = texts.get(entryId);
    if (!there) return [];
    const name = byUs ? (names.get(there.authorId ?? '') ?? null) : null;
    return [{ id: entryId, by: byUs ? 'us' : 'visitor', name, text: there.text, at: saidAt.toISOString() }];
  });
  return { said, hasEarlier: rows.length > talkLimit };
}

/** Whether somebody is there for them, wherever their matter went. */
async function standingOf(ctx: ReadCtx, visitor: Visitor): Promise<Pick<TalkView, 'state' | 'with'>> {
  if (visitor.conversationId === null) return nothingOpen;
  const at = (await participantsOf(ctx, [visitor.conversationId])).get(visitor.conversationId);
  const [conversation] = at ? await loadMany(ctx, [at.survivorId]) : [];
  if (!conversation) return nothingOpen;
  if (conversation.closed_at) return { state: 'closed', with: null };
  const { assignee_id: assigneeId } = conversation;
  const name = (await firstNames(ctx, [assigneeId])).get(assigneeId ?? '');
  return name === undefined ? { state: 'waiting', with: null } : { state: 'with-us', with: { name } };
}

/** Whether an answer can go on by mail: the brand has an open line that reaches an address. */
export async function hasMailLine(ctx: ReadCtx, brandId: string): Promise<boolean> {
  const lines = await linesOfBrand(ctx, brandId);
  return lines.some((line) => {
    const channel = ctx.house.channels.get(line.channel);
    return channel?.reply === true && channel.identityKind === 'address';
  });
}
