import { Readable } from 'node:stream';
import { csvRow } from '#platform/csv';
import type { Asker, BytesReply, Input, Tools } from '#platform/domain';
import type { exportImportLines as route, Outcome } from './contract.ts';
import { fileLimits } from './start-import.ts';
import { listImportLines } from './list-imports.ts';
import { load } from './queries.ts';

const pageRows = 200;

/** The report of an import as CSV, page by page while it is sent. */
export async function exportImportLines(
  tools: Tools,
  { params, body }: Input<typeof route>,
  asker: Asker,
): Promise<BytesReply> {
  const record = await tools.read(asker, (ctx) => load(ctx, params.id));
  return {
    bytes: Readable.from(linesOf(tools, asker, record.id, body.outcome)),
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'import-report.csv',
  };
}

async function* linesOf(tools: Tools, asker: Asker, id: string, outcome: Outcome | undefined): AsyncGenerator<string> {
  // the mark tells spreadsheets that these are Unicode letters
  yield `\ufeff${csvRow(['line', 'outcome', 'why'])}`;
  let after: string | undefined;
  for (let rows = 0; rows < fileLimits.rows; rows += pageRows) {
    const page = await tools.read(asker, (ctx) => listImportLines(ctx, id, { outcome, after, limit: pageRows }));
    if (page.rows.length > 0)
      yield page.rows.map(({ line, ...said }) => csvRow([line, said.outcome, said.why])).join('');
    if (page.next === null) return;
    after = page.next;
  }
}
