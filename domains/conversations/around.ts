import type { ReadCtx } from '#platform/ctx';
import { teammateNames } from '#domains/identity';
import type { ConversationView } from './contract.ts';
import type { Conversation } from './load.ts';

/** Most of each kind shown around one conversation. */
const limit = 200;

/** What stands around a conversation: tags, who takes part, what was promised. */
export async function aroundOf(ctx: ReadCtx, c: Conversation): Promise<Pick<ConversationView, 'tags' | 'participants' | 'promises'>> {
  const tags = await ctx.db
    .selectFrom('conversation_tags')
    .innerJoin('tags', (join) => join.onRef('tags.workspace_id', '=', 'conversation_tags.workspace_id').onRef('tags.id', '=', 'conversation_tags.tag_id'))
    .select(['tags.id', 'tags.name'])
    .where('conversation_tags.workspace_id', '=', ctx.workspaceId)
    .where('conversation_tags.conversation_id', '=', c.id)
    .orderBy('tags.name')
    .limit(limit)
    .execute();
  const people = await ctx.db
    .selectFrom('participants')
    .select(['id', 'role', 'customer_id', 'teammate_id', 'name', 'address'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', c.id)
    .where('left_at', 'is', null)
    .orderBy('since')
    .limit(limit)
    .execute();
  const promises = await ctx.db
    .selectFrom('promises')
    .select(['id', 'made_by', 'made_at', 'due_at', 'words', 'kept_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('conversation_id', '=', c.id)
    .where('withdrawn_at', 'is', null)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  const names = await teammateNames(ctx, people.flatMap((person) => person.teammate_id ?? []));
  return {
    tags,
    participants: people.map((person) => ({
      id: person.id,
      role: person.role as ConversationView['participants'][number]['role'],
      customerId: person.customer_id,
      teammateId: person.teammate_id,
      name: person.teammate_id ? (names.get(person.teammate_id) ?? '') : person.name,
      address: person.address,
    })),
    promises: promises.map((promise) => ({
      id: promise.id,
      madeBy: promise.made_by,
      madeAt: promise.made_at.toISOString(),
      dueAt: promise.due_at.toISOString(),
      words: promise.words,
      keptAt: promise.kept_at?.toISOString() ?? null,
    })),
  };
}
