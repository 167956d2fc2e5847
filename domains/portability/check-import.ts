import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import type { ImportView } from './contract.ts';
import { change } from './change.ts';
import { load, lock } from './queries.ts';
import { importableOf, importView } from './views.ts';

const notNow = problem('imports/not-now', 409, 'This import is past that', 'Load it again to see how far it is.');
const missing = problem(
  'imports/field-missing',
  422,
  'A field that is needed has no column',
  'Choose the column that holds it, or say what it is in every line.',
);
const noColumn = problem('imports/no-such-column', 422, 'The file has no such column', 'Choose one of its columns.');

/** What the columns mean. Every line is then tried by a job, and nothing is kept. */
export async function checkImport(
  ctx: Ctx,
  id: string,
  asked: {
    mapping: Readonly<Record<string, string>>;
    same?: Readonly<Record<string, string>>;
    onKnown: 'update' | 'keep';
  },
): Promise<ImportView> {
  const before = await lock(ctx, id);
  if (!['draft', 'checked', 'failed'].includes(before.state) || !before.sha256) throw notNow();
  const fields = await importableOf(ctx, before.kind).fields(ctx, before.brand_id);
  const known = new Set(fields.map(({ name }) => name));
  const ofFields = (given: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
    Object.fromEntries(Object.entries(given).filter(([name]) => known.has(name)));
  const mapping = ofFields(asked.mapping);
  const same = ofFields(asked.same ?? {});
  const headers = before.headers as readonly string[];
  if (Object.values(mapping).some((column) => !headers.includes(column))) throw noColumn();
  const lacking = fields.find(({ name, isRequired }) => isRequired && mapping[name] === undefined && !same[name]);
  if (lacking) throw missing({ detail: `"${lacking.title}" is needed.` });
  await ctx.db
    .deleteFrom('import_rows')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', id)
    .execute();
  await change(ctx, id, {
    mapping: JSON.stringify(mapping),
    same_values: JSON.stringify(same),
    on_known: asked.onKnown,
    state: 'checking',
    progress: 0,
    counts: '{}',
  });
  ctx.enqueue('portability.check', { importId: id });
  return importView(ctx, await load(ctx, id));
}

/** Brings the file in, by a job that goes on by itself. */
export async function runImport(ctx: Ctx, id: string): Promise<ImportView> {
  const before = await lock(ctx, id);
  if (before.state === 'running' || before.state === 'done') return importView(ctx, before);
  if (before.state !== 'checked') throw notNow();
  await ctx.db
    .deleteFrom('import_rows')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', id)
    .execute();
  await change(ctx, id, { state: 'running', progress: 0, counts: '{}', ran_at: ctx.now });
  ctx.enqueue('portability.run', { importId: id });
  return importView(ctx, await load(ctx, id));
}

/** Takes back what the file brought, by a job. */
export async function undoImport(ctx: Ctx, id: string): Promise<ImportView> {
  const before = await lock(ctx, id);
  if (before.state === 'undoing' || before.state === 'undone') return importView(ctx, before);
  if (before.state !== 'done') throw notNow();
  await change(ctx, id, { state: 'undoing', progress: 0, undone_at: ctx.now });
  ctx.enqueue('portability.undo', { importId: id });
  return importView(ctx, await load(ctx, id));
}
