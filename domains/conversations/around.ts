import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { teammateNames } from '#domains/identity';
import type { ConversationView } from './contract.ts';

/** Most of each kind shown around one conversation. */
const limit = 200;
/** Most lines whose order of use is looked at. */
const lineLimit = 20;

/** What stands around a conversation: tags, who takes part, what was promised; what the reader has seen, on which lines it ran. */
export interface Around extends Pick<ConversationView, 'tags' | 'participants' | 'promises'> {
  readonly seenVersion: number;
  /** Lines by when they were used last, the latest first. */
  readonly usedLineIds: readonly string[];
}

interface Row {
  readonly tags: Around['tags'];
  readonly people: readonly (Omit<Around['participants'][number], 'name'> & { readonly name: string })[];
  readonly promises: readonly Around['promises'][number][];
  readonly used_lines: readonly string[];
  readonly seen_version: number | null;
}

/** Reads it all by one statement: five short ones cost an open conversation more time on the way than in the database. */
export async function aroundOf(ctx: ReadCtx, conversationId: string): Promise<Around> {
  const { workspaceId: ws } = ctx;
  const id = conversationId;
  const { rows } = await sql<Row>`select
    (select coalesce(jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name)), '[]') from (
      select tags.id, tags.name from conversation_tags
      join tags on tags.workspace_id = conversation_tags.workspace_id and tags.id = conversation_tags.tag_id
      where conversation_tags.workspace_id = ${ws} and conversation_tags.conversation_id = ${id}
      order by tags.name limit ${limit}) as tag) as tags,
    (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'role', person.role, 'customerId', person.customer_id,
        'teammateId', person.teammate_id, 'name', person.name, 'address', person.address)), '[]') from (
      select id, role, customer_id, teammate_id, name, address from participants
      where workspace_id = ${ws} and conversation_id = ${id} and left_at is null
      order by since limit ${limit}) as person) as people,
    (select coalesce(jsonb_agg(jsonb_build_object('id', promise.id, 'madeBy', promise.made_by, 'madeAt', promise.made_at,
        'dueAt', promise.due_at, 'words', promise.words, 'keptAt', promise.kept_at)), '[]') from (
      select id, made_by, made_at, due_at, words, kept_at from promises
      where workspace_id = ${ws} and conversation_id = ${id} and withdrawn_at is null
      order by due_at limit ${limit}) as promise) as promises,
    array(select line_id from threads where workspace_id = ${ws} and conversation_id = ${id} order by opened_at desc limit ${lineLimit}) as used_lines,
    (select seen_version from conversation_reads
      where workspace_id = ${ws} and conversation_id = ${id} and teammate_id = ${readerOf(ctx)}::uuid) as seen_version`.execute(
    ctx.db,
  );
  const row = rows[0];
  if (!row) throw new Error('A select without FROM gave no row.');
  const names = await teammateNames(
    ctx,
    row.people.flatMap(({ teammateId }) => teammateId ?? []),
  );
  const time = (text: string): string => new Date(text).toISOString();
  return {
    tags: row.tags,
    participants: row.people.map((person) => ({
      ...person,
      name: person.teammateId ? (names.get(person.teammateId) ?? '') : person.name,
    })),
    promises: row.promises.map((promise) => ({
      ...promise,
      madeAt: time(promise.madeAt),
      dueAt: time(promise.dueAt),
      keptAt: promise.keptAt && time(promise.keptAt),
    })),
    usedLineIds: row.used_lines,
    seenVersion: row.seen_version ?? 0,
  };
}

/** Only teammates have read something. */
function readerOf(ctx: ReadCtx): string | null {
  return ctx.actor.kind === 'teammate' ? ctx.actor.id : null;
}
