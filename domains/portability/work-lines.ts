import { loadActor } from '#domains/identity';
import { streamCsv } from '#platform/csv';
import type { Importable, ImportPlace, Tools, Who } from '#platform/domain';
import { isRefusal } from '#platform/problem';
import { change } from './change.ts';
import { type ImportRecord, load } from './queries.ts';
import { fileLimits } from './start-import.ts';
import { importableOf } from './views.ts';

/** How often an open page is told how far the work is, in lines. */
export const progressEvery = 100;

/** An import at work: what it is, by whose right, and the lines of its file. */
export interface Work {
  readonly record: ImportRecord;
  readonly who: Who;
  readonly place: ImportPlace;
  readonly importable: Importable;
  /** Each line of the file (the names are line 1) with its fields by name; read while the work goes on. */
  readonly lines: AsyncIterable<readonly [number, Readonly<Record<string, string>>]>;
}

/** Opens the work of a job; null where the import is no longer in that state: somebody else did it. */
export async function openWork(
  tools: Tools,
  data: { readonly workspaceId: string; readonly importId?: unknown },
  state: string,
): Promise<Work | null> {
  const id = String(data.importId);
  const us: Who = { workspaceId: data.workspaceId, via: 'import' };
  const record = await tools.read(us, (ctx) => load(ctx, id));
  if (record.state !== state) return null;
  const actor = await tools.read(us, (ctx) => loadActor(ctx, record.made_by));
  return {
    record,
    who: { ...us, actor },
    place: { brandId: record.brand_id, onKnown: record.on_known as ImportPlace['onKnown'] },
    importable: importableOf(tools, record.kind),
    lines: linesOf(tools, data.workspaceId, record),
  };
}

/** Each line as fields by their names, out of its column or the same in every line; none where the file was let go. */
async function* linesOf(
  tools: Tools,
  workspaceId: string,
  { sha256, mapping, same_values: same }: ImportRecord,
): AsyncGenerator<readonly [number, Readonly<Record<string, string>>]> {
  if (!sha256) return;
  const { headers, rows } = await streamCsv(() => tools.files.open(workspaceId, sha256), fileLimits);
  const columns = Object.entries(mapping as Record<string, string>).map(
    ([name, column]) => [name, headers.indexOf(column)] as const,
  );
  let line = 1;
  for await (const row of rows) {
    line += 1;
    const said = Object.fromEntries(columns.map(([name, column]) => [name, row[column] ?? '']));
    yield [line, { ...(same as Readonly<Record<string, string>>), ...said }];
  }
}

/** What is wrong with a line, in words for who reads the report; anything else is our own mistake and goes up. */
export function whyRefused(error: unknown): string {
  if (!isRefusal(error)) throw error;
  return [error.message, error.detail, error.help].filter(Boolean).join('. ').slice(0, 500);
}

/** How far the work is. */
export async function tellProgress(
  tools: Tools,
  work: Work,
  progress: number,
  counts: ReadonlyMap<string, number>,
): Promise<void> {
  await tools.transact({ ...work.who }, (ctx) =>
    change(ctx, work.record.id, { progress, counts: JSON.stringify(Object.fromEntries(counts)) }),
  );
}

/** One more of a kind. */
export function countOne(counts: Map<string, number>, outcome: string): void {
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
}
