import { Readable } from 'node:stream';
import { csvRow } from '#platform/csv';
import type { Asker, BytesReply, Input, Tools } from '#platform/domain';
import { mayNot } from '#platform/problem';
import type { AuditView, exportAudit as route } from './contract.ts';
import { type AuditFilter, readAudit } from './list-audit.ts';
import { can } from './policy.ts';

const pageRows = 100;
/** Most lines of one export. */
const rowLimit = 200_000;

const columns = [
  'line',
  'at',
  'who',
  'whoKind',
  'action',
  'objectKind',
  'object',
  'objectId',
  'before',
  'after',
  'why',
  'via',
  'address',
  'hash',
];

/** The log as CSV, page by page; that it was taken is in the log first. */
export async function exportAudit(tools: Tools, { body }: Input<typeof route>, asker: Asker): Promise<BytesReply> {
  await tools.transact({ ...asker }, async (ctx) => {
    if (!can.readAudit(ctx.actor)) throw mayNot();
    ctx.audit({ action: 'audit.exported', objectKind: 'audit', objectId: null, after: { ...body } });
  });
  return {
    bytes: Readable.from(linesOf(tools, asker, body)),
    mediaType: 'text/csv; charset=utf-8',
    fileName: `audit-${tools.now().toISOString().slice(0, 10)}.csv`,
  };
}

async function* linesOf(tools: Tools, asker: Asker, filter: AuditFilter): AsyncGenerator<string> {
  // the mark tells spreadsheets that these are Unicode letters
  yield `\ufeff${csvRow(columns)}`;
  let after: string | undefined;
  for (let rows = 0; rows < rowLimit; rows += pageRows) {
    const page = await tools.read({ ...asker }, (ctx) => readAudit(ctx, { ...filter, after, limit: pageRows }));
    if (page.rows.length > 0) yield page.rows.map((row) => csvRow(valuesOf(row))).join('');
    if (page.next === null) return;
    after = page.next;
  }
}

function valuesOf(row: Omit<AuditView, 'names' | 'says'>): readonly (string | number | null)[] {
  const told = (part: unknown): string => (part === undefined || part === null ? '' : JSON.stringify(part));
  return [
    row.position,
    row.at,
    row.actorName ?? row.actorId,
    row.actorKind,
    row.action,
    row.objectKind,
    row.objectName,
    row.objectId,
    told(row.change['before']),
    told(row.change['after']),
    row.why,
    row.via,
    row.address,
    row.hash,
  ];
}
