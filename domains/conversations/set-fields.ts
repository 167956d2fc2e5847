import { changedValues, unsaidBeforeClosing } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { change } from './change.ts';
import { type ConversationView, fieldsSet } from './contract.ts';
import { type Conversation, factsOf, lock } from './load.ts';
import { can, mayNotNote } from './policy.ts';
import { conversationView } from './views.ts';

const fieldsNeeded = problem(
  'conversations/fields-needed',
  409,
  'Something is still to be said',
  'Fill it in beside the conversation, then close it.',
);

/** Sets fields of a conversation; null takes one away. */
export async function setFields(
  ctx: Ctx,
  id: string,
  changes: Readonly<Record<string, unknown>>,
): Promise<ConversationView> {
  const before = await lock(ctx, id);
  if (!can.note(ctx.actor, factsOf(before))) throw mayNotNote();
  const values = before.custom as Readonly<Record<string, unknown>>;
  const after = await changedValues(ctx, { kind: 'conversation', brandId: before.brand_id, before: values }, changes);
  const fieldIds = Object.keys(changes).filter((one) => JSON.stringify(values[one]) !== JSON.stringify(after[one]));
  if (fieldIds.length > 0) {
    await change(ctx, before, { custom: JSON.stringify(after) });
    ctx.emit(fieldsSet, id, { fieldIds });
  }
  return conversationView(ctx, id);
}

/** What its brand asks for is said before a person closes; spam, duplicates and what Rapport closes by itself pass. */
export async function refuseWithoutFields(ctx: Ctx, conversation: Conversation, how: string): Promise<void> {
  if (how === 'spam' || how === 'duplicate' || ctx.actor.kind === 'system' || ctx.actor.kind === 'rule') return;
  const values = conversation.custom as Readonly<Record<string, unknown>>;
  const unsaid = await unsaidBeforeClosing(ctx, conversation.brand_id, values);
  if (unsaid.length > 0) throw fieldsNeeded({ detail: unsaid.join(', ') });
}
