import type { ReadCtx } from '#platform/ctx';
import type { Importable } from '#platform/domain';
import { problem } from '#platform/problem';
import type { ImportView } from './contract.ts';
import type { ImportRecord } from './queries.ts';

const unknownKind = problem(
  'imports/unknown-kind',
  422,
  'Nothing of this kind can be brought in',
  'Choose one of those listed.',
);

/** How the lines of this kind are read and written. */
export function importableOf(ctx: Pick<ReadCtx, 'house'>, kind: string): Importable {
  const importable = ctx.house.importables.get(kind);
  if (!importable) throw unknownKind();
  return importable;
}

/** What a list shows of an import. */
export function rowView(row: ImportRecord) {
  return {
    id: row.id,
    brandId: row.brand_id,
    kind: row.kind,
    fileName: row.file_name,
    state: row.state,
    rowCount: row.row_count,
    progress: row.progress,
    counts: row.counts,
    madeAt: row.made_at.toISOString(),
  };
}

/** The whole import, with what can be done next. */
export async function importView(ctx: ReadCtx, row: ImportRecord): Promise<ImportView> {
  const fields = await importableOf(ctx, row.kind).fields(ctx, row.brand_id);
  const isResting = row.state === 'draft' || row.state === 'checked' || row.state === 'failed';
  return {
    ...rowView(row),
    headers: row.headers,
    sample: row.sample,
    fields: fields.map(({ name, title, isRequired, example }) => ({ name, title, isRequired, example })),
    mapping: row.mapping,
    same: row.same_values,
    onKnown: row.on_known,
    can: [
      ...(isResting && row.sha256 ? ['check'] : []),
      ...(row.state === 'checked' ? ['run'] : []),
      ...(row.state === 'done' ? ['undo'] : []),
    ],
  } as ImportView;
}
