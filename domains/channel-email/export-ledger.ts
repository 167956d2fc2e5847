import { Readable } from 'node:stream';
import { csvRow } from '#platform/csv';
import type { Asker, BytesReply, Tools } from '#platform/domain';
import { holds } from '#platform/policy';
import type { LedgerRow } from './contract.ts';
import { type LedgerAsk, ledgerPage, ledgerViews } from './ledger-page.ts';
import { visibleLine } from './visible-line.ts';

/** Rows of one read, and most rows of one export. */
const pageRows = 500;
const exportLimit = 1_000_000;

const columns = [
  'arrived_at',
  'recorded_at',
  'from',
  'subject',
  'kind',
  'fate',
  'reason',
  'why',
  'conversation',
  'settled_at',
  'size_bytes',
  'door',
  'id',
] as const;

/**
 * The ledger as a table, read page by page while it is sent: no transaction stays open for as long as a slow reader takes,
 * and each page is asked of the policy anew.
 */
export async function exportLedger(
  tools: Tools,
  asker: Asker,
  ask: Omit<LedgerAsk, 'limit' | 'after'>,
): Promise<BytesReply> {
  const who = { workspaceId: asker.workspaceId, actor: asker.actor };
  const line = await tools.read(who, (ctx) => visibleLine(ctx, ask.lineId));
  const pageAfter = (after: string | undefined) =>
    tools.read(who, async (ctx) => {
      await visibleLine(ctx, line.id);
      const { rows, next } = await ledgerPage(ctx, { ...ask, after, limit: pageRows });
      return { rows: await ledgerViews(ctx, rows, holds(ctx.actor, 'lines.configure')), next };
    });
  async function* lines(): AsyncGenerator<string> {
    // spreadsheets take a table without this mark for one in their own old charset
    yield `\ufeff${csvRow(columns)}`;
    let after: string | undefined;
    for (let sent = 0; sent < exportLimit; sent += pageRows) {
      const { rows, next } = await pageAfter(after);
      yield rows.map(rowOf).join('');
      if (next === null) return;
      after = next;
    }
  }
  const day = tools.now().toISOString().slice(0, 10);
  return {
    bytes: Readable.from(lines()),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `mail-ledger ${line.address} ${day}.csv`,
  };
}

function rowOf(row: LedgerRow): string {
  return csvRow([
    row.arrivedAt,
    row.recordedAt,
    row.from,
    row.subject,
    row.kind,
    row.fate,
    row.reason,
    row.why,
    row.number,
    row.settledAt,
    row.sizeBytes,
    row.door,
    row.id,
  ]);
}
