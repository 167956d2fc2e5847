import { sql } from 'kysely';
import * as z from 'zod';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { LineState } from '#platform/domain';
import { DnsRecord } from './contract.ts';

/** What is kept of a record: how it was, whether something stood there, and since when it does not hold any more. */
const KeptRecord = z.object({
  id: DnsRecord.shape.id,
  state: z.enum(['good', 'warning', 'bad']),
  isMissing: z.boolean(),
  brokeAt: z.iso.datetime().nullable(),
});
export type KeptRecord = z.output<typeof KeptRecord>;

const titles = { mx: 'MX', spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC', 'return-path': 'Return path' } as const;

/** What is known after a look: what nobody answered is as it was, and what held until now has broken now. */
export function nextRecords(
  before: readonly KeptRecord[],
  found: readonly DnsRecord[],
  now: Date,
): { readonly records: readonly KeptRecord[]; readonly broken: readonly KeptRecord[] } {
  const broken: KeptRecord[] = [];
  const records = found.flatMap((record): KeptRecord[] => {
    const was = before.find(({ id }) => id === record.id);
    if (record.state === 'unknown') return was ? [was] : [];
    const held = was !== undefined && was.state !== 'bad';
    const brokeAt = held ? now.toISOString() : (was?.brokeAt ?? null);
    const isBad = record.state === 'bad';
    const next = {
      id: record.id,
      state: record.state,
      isMissing: record.found.length === 0,
      brokeAt: isBad ? brokeAt : null,
    };
    if (isBad && held) broken.push(next);
    return [next];
  });
  return { records, broken };
}

/**
 * What stands in the list of lines: whatever broke, and what keeps answers from people where it is not right. Where mails
 * arrive and come back to may be somewhere else by intent: said only once it held before.
 */
export function stateOfRecords(records: readonly KeptRecord[]): Pick<LineState, 'state' | 'says'> | null {
  const bad = records.filter(
    ({ id, state, brokeAt }) => state === 'bad' && (brokeAt !== null || (id !== 'mx' && id !== 'return-path')),
  );
  if (bad.length === 0) return null;
  const names = bad.map(({ id }) => titles[id]).join(', ');
  if (bad.some(({ brokeAt }) => brokeAt !== null))
    return { state: 'bad', says: bad.length === 1 ? `${names} no longer holds` : `${names} to mend` };
  return {
    state: bad.some(({ id }) => id !== 'dmarc') ? 'bad' : 'warning',
    says: `${names} ${bad.every(({ isMissing }) => isMissing) ? 'missing' : 'to mend'}`,
  };
}

/** What is kept of these lines. */
export async function recordsOf(
  ctx: ReadCtx,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptRecord[]>> {
  const rows = await ctx.db
    .selectFrom('mail_line_records')
    .select(['line_id', 'records'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', sql<string>`any(${[...lineIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.line_id, z.array(KeptRecord).parse(row.records)]));
}

/** When these lines were last looked at; one that never was is left out. */
export async function lastLooks(ctx: ReadCtx, lineIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const rows = await ctx.db
    .selectFrom('mail_line_records')
    .select(['line_id', 'checked_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', sql<string>`any(${[...lineIds]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.line_id, row.checked_at]));
}

/** Keeps what a look found; answers what had held until then. */
export async function keepRecords(
  ctx: Ctx,
  lineId: string,
  found: readonly DnsRecord[],
): Promise<readonly KeptRecord[]> {
  await ctx.db
    .insertInto('mail_line_records')
    .values({ workspace_id: ctx.workspaceId, line_id: lineId, checked_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'line_id']).doUpdateSet({ checked_at: ctx.now }))
    .execute();
  const before = (await recordsOf(ctx, [lineId])).get(lineId) ?? [];
  const { records, broken } = nextRecords(before, found, ctx.now);
  await ctx.db
    .updateTable('mail_line_records')
    .set({ records: JSON.stringify(records) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .execute();
  return broken;
}
