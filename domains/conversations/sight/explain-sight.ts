import { knownTeammates, loadActor, rolesOf, teammateNames } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { type Actor, scopeOf } from '#platform/policy';
import { mayNot, notFound } from '#platform/problem';
import { can as clientCan } from '../clients/policy.ts';
import type { SightView } from '../contract.ts';
import { type Conversation, factsOf, load } from '../load.ts';
import { isGuest, whyRead } from '../why-read.ts';

/** Why a teammate sees a conversation that the asker sees too; that it was asked leaves a line in the audit log. */
export async function explainSight(ctx: Ctx, id: string, teammateId: string): Promise<SightView> {
  if (scopeOf(ctx.actor, 'roles.configure') !== 'all') throw mayNot();
  const conversation = await load(ctx, id);
  if (!(await knownTeammates(ctx, [teammateId])).has(teammateId)) throw notFound();
  const actor = await loadActor(ctx, teammateId);
  const sight = sightOf(actor, conversation);
  const permission = permissionOf(actor, sight);
  const roles = (await rolesOf(ctx, teammateId)).flatMap(({ name, permissions }) => {
    const scope = permissions[permission];
    return scope === undefined ? [] : [{ name, scope }];
  });
  const name = (await teammateNames(ctx, [teammateId])).get(teammateId) ?? '';
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
