import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { brandOf, firstBrand } from '#domains/brands';
import type { Ctx } from '#platform/ctx';
import { streamCsv } from '#platform/csv';
import { newId } from '#platform/database';
import type { Asker, ImportField, Input, Tools } from '#platform/domain';
import { mayNot, notFound, problem } from '#platform/problem';
import { keep } from '#platform/storage';
import type { ImportView, startImport as route } from './contract.ts';
import { can, visible } from './policy.ts';
import { load } from './queries.ts';
import { importableOf, importView } from './views.ts';

/** Most lines and columns of one file. */
export const fileLimits = { rows: 200_000, columns: 100 } as const;
/** How many lines are shown to say what the columns mean. */
const sampleRows = 5;

const noLines = problem(
  'imports/no-lines',
  422,
  'This file has no lines below its names',
  'Look whether it is the right one.',
);

/** Takes a file in: stored, read, its columns guessed by their names. Nothing else is changed. */
export async function startImport(tools: Tools, { body }: Input<typeof route>, asker: Asker): Promise<ImportView> {
  const bytes = Buffer.from(body.base64, 'base64');
  const { headers, sample, rowCount } = await looked(bytes);
  if (rowCount === 0) throw noLines();
  const { sha256 } = await tools.files.put(asker.workspaceId, bytes);
  return tools.transact({ ...asker, via: 'import' }, async (ctx) => {
    const brand = body.brandId === undefined ? await firstBrand(ctx) : await brandOf(ctx, body.brandId);
    if (!can.run(ctx.actor, { brandId: brand.id })) throw notFound();
    if (!ctx.actor.id) throw mayNot();
    const fields = await importableOf(ctx, body.kind).fields(ctx, brand.id);
    const id = newId();
    await ctx.db
      .insertInto('imports')
      .values({
        workspace_id: ctx.workspaceId,
        id,
        brand_id: brand.id,
        kind: body.kind,
        file_name: body.fileName,
        sha256,
        headers: JSON.stringify(headers),
        sample: JSON.stringify(sample),
        row_count: rowCount,
        mapping: JSON.stringify({
          ...guessMapping(fields, headers),
          ...(await remembered(ctx, body.kind, headers, fields)),
        }),
        state: 'draft',
        made_by: ctx.actor.id,
        made_at: ctx.now,
      })
      .execute();
    keep(ctx, sha256);
    return importView(ctx, await load(ctx, id));
  });
}

/** The names, the first lines and how many there are; the file is gone through without its lines in memory. */
async function looked(bytes: Uint8Array) {
  const { headers, rows } = await streamCsv(() => Readable.from([bytes]), fileLimits);
  const sample: (readonly string[])[] = [];
  let rowCount = 0;
  for await (const row of rows) {
    if (rowCount < sampleRows) sample.push(row);
    rowCount += 1;
  }
  return { headers, sample, rowCount };
}

/** What somebody said last of columns with these names, in a file of this kind: they need not say it again. */
async function remembered(
  ctx: Ctx,
  kind: string,
  headers: readonly string[],
  fields: readonly ImportField[],
): Promise<Readonly<Record<string, string>>> {
  const last = await ctx.db
    .selectFrom('imports')
    .select('mapping')
    .where('workspace_id', '=', ctx.workspaceId)
    .where(visible(ctx.actor))
    .where('kind', '=', kind)
    .where('state', 'in', ['done', 'undone'])
    .where('headers', '=', sql<string>`${JSON.stringify(headers)}::jsonb`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const known = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries((last?.mapping ?? {}) as object).filter(([name]) => known.has(name)));
}

/** The columns that are called what a field is called, here or in the systems people come from. */
export function guessMapping(
  fields: readonly ImportField[],
  headers: readonly string[],
): Readonly<Record<string, string>> {
  const free = new Map(headers.map((header) => [plain(header), header]));
  const guessed: [string, string][] = [];
  for (const field of fields) {
    const called = [field.name, field.title, ...(field.alsoCalled ?? [])].map(plain).find((name) => free.has(name));
    if (called === undefined) continue;
    guessed.push([field.name, free.get(called) ?? '']);
    free.delete(called);
  }
  return Object.fromEntries(guessed);
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
