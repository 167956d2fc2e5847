import { Readable } from 'node:stream';
import { list } from '#domains/conversations';
import type { ConversationRow } from '#domains/conversations/contract';
import { teammateNames } from '#domains/identity';
import { queuesFor, teamNames } from '#domains/teams';
import { csvRow } from '#platform/csv';
import type { ReadCtx } from '#platform/ctx';
import type { Asker, BytesReply, Tools } from '#platform/domain';
import { type SavedView, viewColumns, viewExported } from './contract.ts';
import { can, mayNotExport } from './policy.ts';
import { viewById } from './queries.ts';

/** Rows read at once, and most rows of one export. */
const pageRows = 500;
const rowLimit = 200_000;

/** The rows of a view as CSV, page by page and each page for the eyes of who asked; that they asked is told first. */
export async function exportView(tools: Tools, id: string, asker: Asker): Promise<BytesReply> {
  const view = await tools.transact({ ...asker }, async (ctx) => {
    const found = await viewById(ctx, id);
    if (!can.export(ctx.actor, found)) throw mayNotExport();
    ctx.emit(viewExported, id, { teammateId: ctx.actor.id });
    ctx.audit({ action: 'view.exported', objectKind: 'view', objectId: id, objectName: found.name });
    return found;
  });
  const columns = view.columns.length > 0 ? view.columns : viewColumns;
  return {
    bytes: Readable.from(linesOf(tools, asker, { ...view, columns })),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `${view.name}.csv`,
  };
}

async function* linesOf(
  tools: Tools,
  asker: Asker,
  view: Pick<SavedView, 'filter' | 'sort'> & { readonly columns: readonly (typeof viewColumns)[number][] },
): AsyncGenerator<string> {
  // the mark tells spreadsheets that these are Unicode letters
  yield `\ufeff${csvRow(view.columns)}`;
  let after: string | undefined;
  for (let rows = 0; rows < rowLimit; rows += pageRows) {
    const page = await tools.read({ ...asker }, async (ctx) => {
      const found = await list(ctx, { box: 'filter', filter: view.filter, order: view.sort, after, limit: pageRows });
      const names = await namesIn(ctx, found.rows);
      const lines = found.rows.map((row) => csvRow(view.columns.map((column) => valueOf(row, column, names))));
      return { lines, next: found.next };
    });
    if (page.lines.length > 0) yield page.lines.join('');
    if (page.next === null) return;
    after = page.next;
  }
}

interface Names {
  readonly teammates: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly queues: ReadonlyMap<string, string>;
}

async function namesIn(ctx: ReadCtx, rows: readonly ConversationRow[]): Promise<Names> {
  const named = (known: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(known.map(({ id, name }) => [id, name]));
  return {
    teammates: await teammateNames(
      ctx,
      rows.flatMap(({ assigneeId }) => assigneeId ?? []),
    ),
    teams: named(await teamNames(ctx)),
    queues: named(await queuesFor(ctx)),
  };
}

const priorities = ['', 'low', 'normal', 'high', 'urgent'];

function valueOf(row: ConversationRow, column: (typeof viewColumns)[number], names: Names): string {
  const values: Record<typeof column, string | null | undefined> = {
    number: String(row.number),
    customer: row.customer.name,
    subject: row.subject,
    status: row.status.category,
    priority: priorities[row.priority],
    assignee: names.teammates.get(row.assigneeId ?? ''),
    team: names.teams.get(row.teamId ?? ''),
    queue: names.queues.get(row.queueId ?? ''),
    channel: row.lastChannel,
    opened: row.openedAt,
    'last-message': row.lastEntryAt,
    'waiting-since': row.waitingSince,
    due: row.dueAt,
    closed: row.closedAt,
  };
  return values[column] ?? '';
}
