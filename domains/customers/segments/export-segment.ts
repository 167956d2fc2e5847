import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { csvRow } from '#platform/csv';
import type { ReadCtx } from '#platform/ctx';
import type { Asker, BytesReply, Tools } from '#platform/domain';
import { type SegmentFilter, segmentExported } from '../contract.ts';
import { listCustomers } from '../list-customers.ts';
import { can } from '../policy.ts';
import { mayNot } from '#platform/problem';
import { holds } from '#platform/policy';
import { segmentById } from './segments.ts';

/** Rows read at once, and most rows of one export. */
const pageRows = 500;
const rowLimit = 200_000;
const columns = ['id', 'name', 'addresses', 'phones', 'language', 'zone', 'place', 'tags', 'first-seen'] as const;

/** The customers of a segment as CSV, page by page and each for the eyes of who asked; that they asked is told first. */
export async function exportSegment(tools: Tools, id: string, asker: Asker): Promise<BytesReply> {
  const segment = await tools.transact({ ...asker }, async (ctx) => {
    const found = await segmentById(ctx, id);
    if (!holds(ctx.actor, 'customers.export')) throw mayNot();
    ctx.emit(segmentExported, id, { teammateId: ctx.actor.id });
    ctx.audit({ action: 'segment.exported', objectKind: 'segment', objectId: id, objectName: found.name });
    return found;
  });
  return {
    bytes: Readable.from(linesOf(tools, asker, segment.filter)),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${segment.name}.csv`,
  };
}

async function* linesOf(tools: Tools, asker: Asker, filter: SegmentFilter): AsyncGenerator<string> {
  // the mark tells spreadsheets that these are Unicode letters
  yield `\ufeff${csvRow(columns)}`;
  let after: string | undefined;
  for (let rows = 0; rows < rowLimit; rows += pageRows) {
    const page = await tools.read({ ...asker }, async (ctx) => {
      const found = await listCustomers(ctx, { filter, after, limit: pageRows });
      const mine = found.rows.filter(({ brandId }) => can.export(ctx.actor, { brandId, erasedAt: null }));
      return {
        lines: await rowsOf(
          ctx,
          mine.map(({ id }) => id),
        ),
        next: found.next,
      };
    });
    if (page.lines.length > 0) yield page.lines.join('');
    if (page.next === null) return;
    after = page.next;
  }
}

interface Told {
  readonly name: string;
  readonly id: string;
  readonly addresses: string | null;
  readonly phones: string | null;
  readonly locale: string | null;
  readonly zone: string | null;
  readonly place: string | null;
  readonly tags: readonly string[];
  readonly first_seen_at: Date;
}

async function rowsOf(ctx: ReadCtx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const valuesOf = (kind: string) => sql`(select string_agg(value, '; ' order by first_seen_at, i.id) from identities i
    where i.workspace_id = ${ctx.workspaceId} and i.customer_id = customers.id and i.kind = ${kind} and i.removed_at is null)`;
  const { rows } = await sql<Told>`
    select id, name, locale, zone, place, tags, first_seen_at,
      ${valuesOf('address')} as addresses, ${valuesOf('phone')} as phones
    from customers where workspace_id = ${ctx.workspaceId} and id = any(${[...ids]}::uuid[]) order by id desc`.execute(
    ctx.db,
  );
  return rows.map((row) =>
    csvRow([
      row.id,
      row.name,
      row.addresses ?? '',
      row.phones ?? '',
      row.locale ?? '',
      row.zone ?? '',
      row.place ?? '',
      row.tags.join('; '),
      row.first_seen_at.toISOString(),
    ]),
  );
}
