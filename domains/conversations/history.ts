import * as z from 'zod';
import { teammateNames } from '#domains/identity';
import { queueById } from '#domains/teams';
import type { AnyEvent, ReadCtx } from '#platform/ctx';
import { problem } from '#platform/problem';
import { type HistoryPlace, readHistory } from '#platform/work';
import type { HistoryRow } from './contract.ts';
import { load, loadMany } from './load.ts';
import { anyOf } from './sql.ts';

type Body = Readonly<Record<string, unknown>>;
type Change = HistoryRow['changes'][number];

/** Everything that happened to a conversation the reader may see, newest first, with names of today. */
export async function history(
  ctx: ReadCtx,
  conversationId: string,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<{ rows: HistoryRow[]; before: string | null }> {
  await load(ctx, conversationId);
  const before = page.before === undefined ? undefined : placeOf(page.before);
  const found = await readHistory(ctx, conversationId, { limit: page.limit + 1, ...(before ? { before } : {}) });
  const events = found.slice(0, page.limit);
  const last = events.at(-1);
  const names = await namesIn(ctx, events);
  const kinds = new Map(events.map((event) => [event.id, event.name]));
  return {
    rows: events.map((event) => ({
      id: event.id,
      name: event.name,
      at: event.occurredAt.toISOString(),
      actor: { kind: event.actorKind, id: event.actorId, name: names.get(event.actorId ?? '') ?? '' },
      via: event.via,
      cause: kinds.get(event.causeEventId ?? '') ?? null,
      changes: changesOf(event.name, event.body as Body, names),
    })),
    before: found.length > page.limit && last ? `${last.occurredAt.toISOString()} ${last.id}` : null,
  };
}

const noPlace = problem(
  'conversations/no-such-place',
  422,
  'This page of the history cannot be found',
  'Begin at its newest.',
);

/** A place as `before` gave it. */
function placeOf(given: string): HistoryPlace {
  const [at = '', id = ''] = given.split(' ');
  if (!z.iso.datetime().safeParse(at).success || !z.uuid().safeParse(id).success) throw noPlace();
  return { at: new Date(at), id };
}

/** The ids of an event that name something, from and to. */
const pairs = [
  ['assignee', 'fromAssigneeId', 'assigneeId'],
  ['queue', 'fromQueueId', 'queueId'],
  ['status', 'fromStatusId', 'statusId'],
  ['reason', 'fromReasonId', 'reasonId'],
] as const;

function changesOf(event: string, body: Body, names: ReadonlyMap<string, string>): Change[] {
  const named = (id: unknown): string | null => (typeof id === 'string' ? (names.get(id) ?? null) : null);
  const changes: Change[] = [];
  for (const [field, from, to] of pairs) {
    if (from in body && body[from] !== body[to]) changes.push({ field, from: named(body[from]), to: named(body[to]) });
  }
  if ('priority' in body) changes.push({ field: 'priority', from: textOf(body['from']), to: textOf(body['priority']) });
  if ('added' in body || 'removed' in body)
    changes.push({
      field: event === 'conversation.tagged' ? 'tags' : 'people',
      from: listOf(body['removed'], named),
      to: listOf(body['added'], named),
    });
  if (event === 'conversation.shared' || event === 'conversation.share-ended')
    changes.push(guestOf(event, named(body['teammateId'])));
  if (event === 'conversation.reopened' || event === 'conversation.woken') changes.push(...causeOf(textOf(body['by'])));
  if ('otherId' in body) changes.push({ field: 'conversation', from: null, to: named(body['otherId']) });
  for (const [field, key] of [
    ['until', 'until'],
    ['due', 'dueAt'],
    ['how', 'how'],
    ['relation', 'relation'],
    ['because', 'because'],
    ['closedDays', 'closedDays'],
    ['afterDays', 'afterDays'],
  ] as const)
    if (key in body) changes.push({ field, from: null, to: textOf(body[key]) });
  return changes;
}

/** With whom it was shared, or is no more. */
function guestOf(event: string, name: string | null): Change {
  return event === 'conversation.shared'
    ? { field: 'people', from: null, to: name }
    : { field: 'people', from: name, to: null };
}

const causes: Readonly<Record<string, string>> = { customer: 'customer-wrote-again', clock: 'its-time-came' };

/** What brought it back, where nobody did it by hand. */
function causeOf(by: string | null): Change[] {
  const cause = causes[by ?? ''];
  return cause === undefined ? [] : [{ field: 'because', from: null, to: cause }];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function listOf(ids: unknown, named: (id: unknown) => string | null): string | null {
  if (!Array.isArray(ids) || ids.length === 0) return null;
  return ids.map((id) => named(id) ?? '…').join(', ');
}

async function namesIn(ctx: ReadCtx, events: readonly AnyEvent[]): Promise<ReadonlyMap<string, string>> {
  const bodies = events.map((event) => event.body as Body);
  const idsOf = (...keys: readonly string[]): string[] => [
    ...new Set(bodies.flatMap((body) => keys.flatMap((key) => body[key] ?? [])).filter((id) => typeof id === 'string')),
  ];
  const actors = events.flatMap((event) => (event.actorKind === 'teammate' ? (event.actorId ?? []) : []));
  const names = new Map(
    await teammateNames(ctx, [...new Set([...actors, ...idsOf('assigneeId', 'fromAssigneeId', 'teammateId')])]),
  );
  for (const id of idsOf('queueId', 'fromQueueId')) {
    const queue = await queueById(ctx, id);
    if (queue) names.set(id, queue.name);
  }
  // another conversation is named to who may see it
  for (const other of await loadMany(ctx, idsOf('otherId'))) names.set(other.id, `#${other.number} ${other.subject}`);
  await addWords(ctx, names, 'statuses', idsOf('statusId', 'fromStatusId'));
  await addWords(ctx, names, 'reasons', idsOf('reasonId', 'fromReasonId'));
  await addWords(ctx, names, 'tags', idsOf('added', 'removed'));
  return names;
}

async function addWords(
  ctx: ReadCtx,
  names: Map<string, string>,
  table: 'statuses' | 'reasons' | 'tags',
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await ctx.db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', anyOf(ids))
    .execute();
  for (const { id, name } of rows) names.set(id, name);
}
