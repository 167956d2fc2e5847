import * as z from 'zod';
import { brandOf } from '#domains/brands';
import { changeSetting, readSetting } from '#domains/identity';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Setting } from '#platform/domain';
import { servesBrand } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import type { Conversation } from './load.ts';

const reasonNeeded = problem(
  'conversations/reason-needed',
  409,
  'Say first what it was about',
  'Choose a reason, then close it.',
);

/** Most brands that ask for a reason. */
const brandLimit = 1_000;
const name = 'conversations.reason-to-close';

/** Which brands ask what it was about before a conversation is closed. */
export const settings: readonly Setting[] = [
  {
    name,
    says: 'Brands (by their ids) whose conversations are closed only with a reason.',
    schema: z.array(z.uuid()).max(brandLimit),
    standard: [],
  },
];

/**
 * Where its brand asks for one, a person closes only with a reason. Spam and duplicates were about nothing of their own, a
 * brand that has no reasons can ask for none, and what Rapport closes by itself is not held up.
 */
export async function refuseWithoutReason(ctx: Ctx, conversation: Conversation, how: string): Promise<void> {
  if (conversation.reason_id !== null || how === 'spam' || how === 'duplicate') return;
  if (await asksForReason(ctx, conversation.brand_id)) throw reasonNeeded();
}

/** Whether a brand asks this actor for a reason before they close. */
export async function asksForReason(ctx: ReadCtx, brandId: string): Promise<boolean> {
  if (ctx.actor.kind === 'system' || ctx.actor.kind === 'rule') return false;
  const brands = await readSetting<readonly string[]>(ctx, name);
  if (!brands.includes(brandId)) return false;
  const any = await ctx.db
    .selectFrom('reasons')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('brand_id', '=', brandId)
    .where('archived_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return any !== undefined;
}

/** Whether a brand asks; what the others do stays as it is. */
export async function setReasonToClose(ctx: Ctx, brandId: string, isAsked: boolean): Promise<{ isAsked: boolean }> {
  if (!servesBrand(ctx.actor, brandId)) throw notFound();
  await brandOf(ctx, brandId);
  await changeSetting<readonly string[]>(ctx, name, (brands) => {
    const others = brands.filter((id) => id !== brandId);
    return isAsked ? [...others, brandId] : others;
  });
  return { isAsked };
}
