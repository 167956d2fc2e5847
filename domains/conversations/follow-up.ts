import * as z from 'zod';
import { brandOf, lineById } from '#domains/brands';
import { changeSetting, readSetting } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import type { Setting } from '#platform/domain';
import { servesBrand, systemActor } from '#platform/policy';
import { notFound } from '#platform/problem';
import { followUpOpened, longestReopenDays } from './contract.ts';
import { link } from './links/link.ts';
import { type Conversation, lockSurvivor } from './load.ts';

/** After how long a closed conversation of a brand, or of one of its lines, is opened again no more. */
export interface ReopenRule {
  readonly brandId: string;
  /** Null: of all lines of the brand that have no rule of their own. */
  readonly lineId: string | null;
  readonly afterDays: number | null;
}

/** Most rules of a workspace. */
const ruleLimit = 500;
/** Longest chain of follow-ups that is walked. */
const chainLimit = 50;
const daySeconds = 86_400;

const name = 'conversations.reopening';

/** When a customer's answer to a closed conversation opens one that follows it. */
export const reopeningSetting: Setting = {
  name,
  says: 'After how many days an answer opens a follow-up instead of the closed conversation, for a brand or a line; never where none is said.',
  schema: z
    .array(
      z.object({
        brandId: z.uuid(),
        lineId: z.uuid().nullable(),
        afterDays: z.number().int().min(0).max(longestReopenDays).nullable(),
      }),
    )
    .max(ruleLimit),
  standard: [],
};

/** Says the rule of one brand or one of its lines; null takes its own away. The others stay as they are. */
export async function setReopening(
  ctx: Ctx,
  of: Pick<ReopenRule, 'brandId' | 'lineId'>,
  rule: Pick<ReopenRule, 'afterDays'> | null,
): Promise<readonly ReopenRule[]> {
  if (!servesBrand(ctx.actor, of.brandId)) throw notFound();
  await brandOf(ctx, of.brandId);
  if (of.lineId !== null && (await lineById(ctx, of.lineId)).brandId !== of.brandId) throw notFound();
  await changeSetting<readonly ReopenRule[]>(ctx, name, (rules) => {
    const others = rules.filter((one) => one.brandId !== of.brandId || one.lineId !== of.lineId);
    return rule === null ? others : [...others, { ...of, ...rule }];
  });
  return readSetting<readonly ReopenRule[]>(ctx, name);
}

/** Where an answer goes: into `joined`, or into a new conversation that follows `after`, closed for so many days. */
export interface Joining {
  readonly joined: Conversation | null;
  readonly after: Conversation | null;
  readonly afterDays: number;
}

/**
 * An answer to what was closed long ago opens a follow-up, or joins the one that another answer opened before. The rule of
 * the line goes before that of its brand; without one, what was closed is opened again.
 */
export async function joinOrFollow(
  ctx: Ctx,
  conversation: Conversation,
  given: { readonly lineId: string; readonly customerId: string; readonly at: Date },
): Promise<Joining> {
  if (!conversation.closed_at) return { joined: conversation, after: null, afterDays: 0 };
  const rules = await readSetting<readonly ReopenRule[]>(ctx, name);
  const afterDays = daysFor(rules, conversation.brand_id, given.lineId);
  if (afterDays === null) return { joined: conversation, after: null, afterDays: 0 };
  let at = conversation;
  for (let step = 0; step < chainLimit; step += 1) {
    if (!isTooLong(at, afterDays, given.at)) return { joined: at, after: null, afterDays };
    const next = await followUpOf(ctx, at, given.customerId);
    if (!next || next.id === conversation.id) break;
    at = next;
  }
  return { joined: null, after: at, afterDays };
}

/** The new one says that it follows the old one and why; the old one says where it goes on. */
export async function tellFollowUp(
  ctx: Ctx,
  id: string,
  { after, afterDays }: Joining,
  occurredAt: Date,
): Promise<void> {
  if (!after?.closed_at) return;
  // the link is ours, whoever wrote
  await link({ ...ctx, actor: systemActor }, id, after.id, 'follows');
  const closedDays = Math.floor((occurredAt.getTime() - after.closed_at.getTime()) / 1000 / daySeconds);
  ctx.emit(followUpOpened, id, { otherId: after.id, closedDays, afterDays }, { occurredAt });
}

/** The rule of the line, else that of the brand; null opens again however long it was. */
function daysFor(rules: readonly ReopenRule[], brandId: string, lineId: string): number | null {
  const own = rules.find((rule) => rule.lineId === lineId);
  const brand = rules.find((rule) => rule.brandId === brandId && rule.lineId === null);
  return (own ?? brand)?.afterDays ?? null;
}

function isTooLong(conversation: Conversation, afterDays: number, at: Date): boolean {
  return (
    conversation.closed_at !== null && at.getTime() - conversation.closed_at.getTime() > afterDays * daySeconds * 1000
  );
}

/** The newest conversation of the same customer that follows this one, locked. */
async function followUpOf(ctx: Ctx, conversation: Conversation, customerId: string): Promise<Conversation | null> {
  const row = await ctx.db
    .selectFrom('conversation_links')
    .innerJoin('conversations', (join) =>
      join
        .onRef('conversations.workspace_id', '=', 'conversation_links.workspace_id')
        .onRef('conversations.id', '=', 'conversation_links.from_id'),
    )
    .select('conversations.id')
    .where('conversation_links.workspace_id', '=', ctx.workspaceId)
    .where('conversation_links.to_id', '=', conversation.id)
    .where('conversation_links.type', '=', 'follows')
    .where('conversations.customer_id', '=', customerId)
    .orderBy('conversations.opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? lockSurvivor(ctx, row.id) : null;
}
