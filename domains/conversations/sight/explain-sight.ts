import { personAsked, rolesGiving } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import type { Actor } from '#platform/policy';
import { can as clientCan } from '../clients/policy.ts';
import type { SightView } from '../contract.ts';
import { type Conversation, factsOf, load } from '../load.ts';
import { isGuest, whyRead } from '../why-read.ts';

/** Why a teammate sees a conversation that the asker sees too; that it was asked leaves a line in the audit log. */
export async function explainSight(ctx: Ctx, id: string, teammateId: string): Promise<SightView> {
  const { actor, name } = await personAsked(ctx, teammateId);
  const conversation = await load(ctx, id);
  const sight = sightOf(actor, conversation);
  const roles = await rolesGiving(ctx, teammateId, permissionOf(actor, sight));
  ctx.audit({
    action: 'sight.explained',
    objectKind: 'conversation',
    objectId: id,
    objectName: `#${conversation.number}`,
    before: null,
    after: { teammate: name, sees: sight.allowed },
  });
  return { ...sight, roles };
}

type Sight = Omit<SightView, 'roles'>;

/** The policy's decision with its reasons; a client's own door is asked where the desk's stays shut. */
function sightOf(actor: Actor, c: Conversation): Sight {
  const { allowed, ground, knowing, lacks } = whyRead(actor, factsOf(c));
  const facts = { brandId: c.brand_id, confidentialAt: c.confidential_at, mergedAt: c.merged_at };
  if (!allowed && clientCan.read(actor, facts)) return { allowed: true, ground: 'client', knowing: 'open', lacks: [] };
  return { allowed, ground, knowing, lacks: [...lacks] };
}

function permissionOf(actor: Actor, { ground }: Sight): string {
  if (ground === 'client') return 'conversations.client';
  return isGuest(actor) ? 'conversations.shared' : 'conversations.read';
}
