import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { customerNames } from '#domains/customers';
import { teammateNames } from '#domains/identity';
import type { EntryView } from './contract.ts';
import { deliveryJson, type DeliveryRecord, deliveryView } from './delivery-state.ts';
import { shownAddress } from './shown-address.ts';
import { anyOf } from './sql.ts';
import { neverLeft, takenBack } from './taken-back.ts';

/** Most files, and most copies, that one entry shows. */
const partLimit = 200;

/**
 * An entry's files and deliveries come with it: three look-ups in an index cost less than three more statements, of which
 * opening a conversation once took seventeen. Files of notes lie in a table of their own, and stay apart until here.
 */
const filesJson = sql<EntryView['files']>`(
  select coalesce(jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'mediaType', file.media_type,
    'sizeBytes', file.size_bytes, 'inline', file.inline, 'contentId', file.content_id) order by file.position), '[]')
  from (
    select id, name, media_type, size_bytes, inline, content_id, position from message_files
    where message_files.workspace_id = entries.workspace_id and message_files.entry_id = entries.id and entries.kind <> 'note'
    union all
    select id, name, media_type, size_bytes, false, null, position from note_files
    where note_files.workspace_id = entries.workspace_id and note_files.entry_id = entries.id and entries.kind = 'note'
    order by position limit ${sql.lit(partLimit)}
  ) as file)`;
const deliveriesJson = sql<DeliveryRecord[]>`(
  select coalesce(jsonb_agg(${deliveryJson} order by delivery.id), '[]') from (
    select deliveries.* from deliveries
    where deliveries.workspace_id = entries.workspace_id and deliveries.entry_id = entries.id and entries.kind = 'out'
    order by deliveries.id limit ${sql.lit(partLimit)}
  ) as delivery)`;

/** An entry with its body, files and deliveries, as one query reads it. */
type Read = Awaited<ReturnType<typeof readEntries>>[number];

/**
 * These entries, in the order they happened. The caller has asked the policy of their conversation, and may know names of
 * teammates.
 */
export async function entriesByIds(
  ctx: ReadCtx,
  ids: readonly string[],
  known?: ReadonlyMap<string, string>,
): Promise<readonly EntryView[]> {
  if (ids.length === 0) return [];
  return withParts(
    ctx,
    await readEntries(ctx, (query) =>
      query.where('entries.id', '=', anyOf(ids)).orderBy('entries.occurred_at').orderBy('entries.id'),
    ),
    known,
  );
}

/** One page of a spine, newest page first, each page in the order it happened. Replies that were taken back are left out. */
export async function entryPage(
  ctx: ReadCtx,
  conversationId: string,
  page: {
    before: { at: Date; id: string } | null;
    limit: number;
    kinds?: readonly EntryView['kind'][];
    onlyLeft?: boolean;
  },
): Promise<{ rows: readonly EntryView[]; before: { at: Date; id: string } | null }> {
  const { before, limit, kinds } = page;
  const found = await readEntries(ctx, (query) =>
    query
      .where('entries.conversation_id', '=', conversationId)
      .where((eb) => eb.not(eb.exists(takenBack(eb as never) as never)))
      .$if(page.onlyLeft === true, (rows) => rows.where((eb) => eb.not(neverLeft(eb as never) as never)))
      .$if(kinds !== undefined, (rows) =>
        rows.where('entries.kind', '=', sql<string>`any(${[...(kinds ?? [])]}::text[])`),
      )
      .$if(before !== null, (older) => {
        const at = before ?? { at: ctx.now, id: '' };
        return older.where((eb) => eb(eb.refTuple('entries.occurred_at', 'entries.id'), '<', eb.tuple(at.at, at.id)));
      })
      .orderBy('entries.occurred_at', 'desc')
      .orderBy('entries.id', 'desc')
      .limit(limit + 1),
  );
  const rows = found.slice(0, limit).reverse();
  const oldest = rows[0];
  return {
    rows: await withParts(ctx, rows),
    before: found.length > limit && oldest ? { at: oldest.occurred_at, id: oldest.id } : null,
  };
}

function baseQuery(ctx: ReadCtx) {
  return ctx.db
    .selectFrom('entries')
    .leftJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .leftJoin('threading_evidence', (join) =>
      join
        .onRef('threading_evidence.workspace_id', '=', 'entries.workspace_id')
        .onRef('threading_evidence.entry_id', '=', 'entries.id'),
    )
    .select((eb) => [
      'entries.id',
      'entries.conversation_id',
      'entries.kind',
      'entries.visibility',
      'entries.channel',
      'entries.author_kind',
      'entries.author_id',
      'entries.occurred_at',
      'entries.facts',
      'entry_bodies.subject',
      'entry_bodies.text',
      'entry_bodies.visible_length',
      'entry_bodies.from_name',
      'entry_bodies.from_address',
      'entry_bodies.recipients',
      eb('entry_bodies.html', 'is not', null).as('has_html'),
      'threading_evidence.rule',
      'threading_evidence.score',
      'threading_evidence.ids_seen',
      'threading_evidence.sender_check',
      filesJson.as('files'),
      deliveriesJson.as('deliveries'),
    ])
    .where('entries.workspace_id', '=', ctx.workspaceId);
}

function readEntries(ctx: ReadCtx, narrow: (query: ReturnType<typeof baseQuery>) => ReturnType<typeof baseQuery>) {
  return narrow(baseQuery(ctx)).execute();
}

/** Names come by the doors of those who know them: one query each for the whole page. */
async function withParts(
  ctx: ReadCtx,
  rows: readonly Read[],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<readonly EntryView[]> {
  const written = (kind: string): string[] =>
    rows.flatMap((row) => (row.author_kind === kind && row.author_id ? [row.author_id] : []));
  const unknown = written('teammate').filter((id) => !known.has(id));
  const [others, customers] = await Promise.all([teammateNames(ctx, unknown), customerNames(ctx, written('customer'))]);
  const teammates = new Map([...known, ...others]);
  return rows.map((row) => ({
    ...headView(row),
    author: {
      kind: row.author_kind as EntryView['author']['kind'],
      id: row.author_id,
      name: authorName(row, teammates, customers),
    },
    files: [...row.files],
    deliveries: row.deliveries.map(deliveryView),
  }));
}

function headView(row: Read): Omit<EntryView, 'author' | 'files' | 'deliveries'> {
  const text = row.text ?? '';
  const visible = row.visible_length ?? text.length;
  return {
    id: row.id,
    conversationId: row.conversation_id,
    kind: row.kind as EntryView['kind'],
    visibility: row.visibility as EntryView['visibility'],
    channel: row.channel,
    occurredAt: row.occurred_at.toISOString(),
    subject: row.subject,
    text: text.slice(0, visible),
    quoted: text.slice(visible),
    hasHtml: Boolean(row.has_html),
    from: shownAddress(row.from_address),
    recipients: (row.recipients ?? []) as EntryView['recipients'],
    facts: (row.facts ?? {}) as EntryView['facts'],
    evidence: row.rule === null ? null : evidenceView(row, row.rule),
  };
}

function evidenceView(row: Read, rule: string): EntryView['evidence'] {
  const senderCheck = row.sender_check as NonNullable<EntryView['evidence']>['senderCheck'] | null;
  return {
    rule,
    score: row.score ?? 0,
    idsSeen: (row.ids_seen ?? []) as string[],
    ...(senderCheck ? { senderCheck: { verdict: senderCheck.verdict, says: senderCheck.says } } : {}),
  };
}

function authorName(row: Read, teammates: ReadonlyMap<string, string>, customers: ReadonlyMap<string, string>): string {
  if (row.author_kind === 'teammate') return (row.author_id && teammates.get(row.author_id)) || row.from_name || '';
  if (row.author_kind === 'customer')
    return (row.author_id && customers.get(row.author_id)) || row.from_name || row.from_address || '';
  return row.from_name ?? '';
}
