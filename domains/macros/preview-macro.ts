import { brandKept } from '#domains/brands';
import { customerNames } from '#domains/customers';
import {
  type Conversation,
  type ConversationFacts,
  can,
  conversationView,
  factsOf,
  fullHands,
  load,
} from '#domains/conversations';
import type { ConversationView } from '#domains/conversations/contract';
import { teammateName, workspaceOf } from '#domains/identity';
import { queueById } from '#domains/teams';
import type { ReadCtx } from '#platform/ctx';
import type { MacroAction } from './contract.ts';
import { fillText, type Variables } from './fill-text.ts';
import { macroById } from './macros.ts';
import { namesOf } from './names-of.ts';

/** One act as it would be done here. */
interface Planned {
  readonly action: MacroAction;
  readonly refused: string | null;
  readonly name: string;
  readonly full: { readonly has: number; readonly limit: number } | null;
}

/** What a macro would write and do in a conversation; nothing is done yet. */
export async function previewMacro(
  ctx: ReadCtx,
  conversationId: string,
  macroId: string,
): Promise<{ text: string; missing: string[]; actions: Planned[] }> {
  const conversation = await load(ctx, conversationId);
  const macro = await macroById(ctx, macroId);
  const names = await namesOf(ctx, conversation.brand_id, macro.actions);
  const variables = await variablesOf(ctx, conversation);
  const { text, missing } = fillText(macro.text, variables);
  const inNotes = macro.actions.flatMap((action) =>
    action.do === 'note' ? fillText(action.text, variables).missing : [],
  );
  return {
    text,
    missing: [...new Set([...missing, ...inNotes])],
    actions: await Promise.all(
      macro.actions.map(async (action, index) => {
        const name = names[index] ?? null;
        const refused = name === null ? 'gone' : refusedBecause(ctx, factsOf(conversation), action);
        return {
          action,
          refused,
          name: name ?? '',
          full: refused === null ? await fullOf(ctx, conversation, action) : null,
        };
      }),
    ),
  };
}

/** Nobody is asked a second time when it is run: how full they are is said where it is shown what will be done. */
async function fullOf(ctx: ReadCtx, conversation: Conversation, action: MacroAction): Promise<Planned['full']> {
  const teammateId = action.do === 'assign' ? personOf(ctx, action.teammateId) : null;
  return teammateId === null ? null : fullHands(ctx, conversation, teammateId);
}

/** Whom an act names in the mouth of whoever runs it. */
export function personOf(ctx: ReadCtx, teammateId: string): string | null {
  if (teammateId === 'nobody') return null;
  return teammateId === 'me' ? ctx.actor.id : teammateId;
}

/** What a macro's words may name in this conversation. */
export async function variablesOf(ctx: ReadCtx, conversation: Conversation): Promise<Variables> {
  const view = await conversationView(ctx, conversation.id);
  const agent = ctx.actor.id ? await teammateName(ctx, ctx.actor.id) : null;
  const brand = await brandKept(ctx, conversation.brand_id);
  const queue = conversation.queue_id ? await queueById(ctx, conversation.queue_id) : null;
  // who told no name has none, whatever their matter is called by
  const name = ((await customerNames(ctx, [conversation.customer_id])).get(conversation.customer_id) ?? '').trim();
  return {
    'customer.name': name || null,
    'customer.firstName': name.split(/\s+/u)[0] || null,
    'customer.address': addressOf(view),
    'agent.name': agent,
    'agent.firstName': agent?.split(/\s+/u)[0] ?? null,
    'brand.name': brand?.name ?? '',
    number: `#${conversation.number}`,
    subject: conversation.subject || null,
    queue: queue?.name ?? null,
    due: await dueIn(ctx, view),
  };
}

/** Where the customer is written to: as they wrote first, else by another address of theirs. */
function addressOf({ participants, customer }: ConversationView): string | null {
  const theirs = participants.filter(({ address }) => address !== null);
  const first = theirs.find(({ role }) => role === 'requester');
  return (first ?? theirs.find(({ customerId }) => customerId === customer.id))?.address ?? null;
}

/** The next thing promised, in the workspace's own words and zone. */
async function dueIn(ctx: ReadCtx, view: ConversationView): Promise<string | null> {
  const promised = view.promises.find(({ keptAt }) => keptAt === null)?.dueAt ?? view.dueAt;
  if (!promised) return null;
  const { locale, zone } = await workspaceOf(ctx);
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(promised));
}

/** Why an act may not be done to a conversation; null where it may. */
export function refusedBecause(ctx: ReadCtx, facts: ConversationFacts, action: MacroAction): 'may-not' | null {
  const may = {
    status: can.close(ctx.actor, facts) || can.reopen(ctx.actor, facts),
    close: can.close(ctx.actor, facts) || facts.closedAt !== null,
    assign: can.assign(ctx.actor, facts),
    queue: can.assign(ctx.actor, facts),
    priority: can.assign(ctx.actor, facts),
    tag: can.note(ctx.actor, facts),
    reason: can.note(ctx.actor, facts),
    snooze: can.note(ctx.actor, facts),
    promise: can.note(ctx.actor, facts),
    note: can.note(ctx.actor, facts),
    checklist: can.note(ctx.actor, facts),
  }[action.do];
  return may ? null : 'may-not';
}
