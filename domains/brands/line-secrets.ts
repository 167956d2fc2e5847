import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import { openSecret, sealSecret } from '#platform/secrets';

/** A sealed password or token of a line, by its name. */
export type SealedSecrets = Readonly<Record<string, Buffer>>;

/** Seals what a person typed for one line, before the transaction begins. */
export function sealLineSecrets(
  tools: Pick<Tools, 'config'>,
  line: { workspaceId: string; lineId: string },
  secrets: Readonly<Record<string, string>>,
): SealedSecrets {
  return Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, sealSecret(tools.config, placeOf(line, name), secret)]),
  );
}

/** The secrets of a line in clear, for the call to its host alone: never into a view, a log or an export. */
export async function openLineSecrets(
  tools: Tools,
  line: { workspaceId: string; lineId: string },
): Promise<Readonly<Record<string, string>>> {
  const rows = await tools.read({ workspaceId: line.workspaceId }, (ctx) =>
    ctx.db
      .selectFrom('line_secrets')
      .select(['name', 'sealed'])
      .where('workspace_id', '=', line.workspaceId)
      .where('line_id', '=', line.lineId)
      .execute(),
  );
  return Object.fromEntries(
    rows.map(({ name, sealed }) => [name, openSecret(tools.config, placeOf(line, name), sealed)]),
  );
}

/** Keeps sealed secrets, each in place of the one before it. */
export async function keepSecrets(ctx: Ctx, lineId: string, secrets: SealedSecrets): Promise<void> {
  for (const [name, sealed] of Object.entries(secrets)) {
    const row = { sealed, changed_at: ctx.now };
    await ctx.db
      .insertInto('line_secrets')
      .values({ workspace_id: ctx.workspaceId, line_id: lineId, name, ...row })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'line_id', 'name']).doUpdateSet(row))
      .execute();
  }
}

/** Removes all secrets of a line: a closed one signs in nowhere. */
export async function dropSecrets(ctx: Ctx, lineId: string): Promise<void> {
  await ctx.db
    .deleteFrom('line_secrets')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .execute();
}

/** Which secrets are kept, by line. */
export async function secretNames(
  ctx: ReadCtx,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (lineIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('line_secrets')
    .select(['line_id', sql<string[]>`array_agg(name order by name)`.as('names')])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', sql<string>`any(${[...lineIds]})`)
    .groupBy('line_id')
    .execute();
  return new Map(rows.map((row) => [row.line_id, row.names]));
}

function placeOf({ workspaceId, lineId }: { workspaceId: string; lineId: string }, name: string): string {
  return `line/${workspaceId}/${lineId}/${name}`;
}
