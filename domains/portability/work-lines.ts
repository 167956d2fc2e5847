import { loadActor } from '#domains/identity';
import { readCsv } from '#platform/csv';
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
  /** Line of the file (the names are line 1) → its fields by name. */
  readonly lines: ReadonlyMap<number, Readonly<Record<string, string>>>;
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
  const bytes = record.sha256 ? await tools.files.read(data.workspaceId, record.sha256) : null;
  return {
    record,
    who: { ...us, actor },
    place: { brandId: record.brand_id, onKnown: record.on_known as ImportPlace['onKnown'] },
    importable: importableOf(tools, record.kind),
    lines: bytes ? linesOf(bytes, record) : new Map(),
  };
}

/** Each line as fields by their names: out of its column, or the same in every line. */
function linesOf(bytes: Uint8Array, record: ImportRecord): ReadonlyMap<number, Readonly<Record<string, string>>> {
  const { headers, rows } = readCsv(bytes, fileLimits);
  const mapping = Object.entries(record.mapping as Record<string, string>).map(
    ([name, column]) => [name, headers.indexOf(column)] as const,
  );
  const same = record.same_values as Readonly<Record<string, string>>;
  return new Map(
    rows.map((row, at) => [
      at + 2,
      { ...same, ...Object.fromEntries(mapping.map(([name, column]) => [name, row[column] ?? ''])) },
    ]),
  );
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
