import { sql } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { PersonalData } from '#platform/domain';
import { release } from '#platform/storage';

/** Most mails of one customer in one export. */
const exportLimit = 10_000;

/** What the ledger holds of a customer: which mails came, and their raw sources. Also those parked from the same address. */
export const personalData: PersonalData = {
  async export(ctx: ReadCtx, customerId: string) {
    const { rows } = await sql`
      select id, arrived_at, from_address, subject, message_id, fate, why from mail_ledger
      where workspace_id = ${ctx.workspaceId} and (customer_id = ${customerId} or from_address in (${addressesOf(ctx, customerId)}))
      order by id limit ${exportLimit}`.execute(ctx.db);
    return { mails: rows };
  },

  async erase(ctx: Ctx, customerId: string) {
    const raw = await sql<{ sha256: string }>`
      select sha256 from mail_ledger
      where workspace_id = ${ctx.workspaceId} and sha256 is not null
        and (customer_id = ${customerId} or from_address in (${addressesOf(ctx, customerId)}))
      order by sha256 for update`.execute(ctx.db);
    // ids are made by their hosts and may hold names; their hashes still lead answers home
    await sql`
      update mail_ids set message_id = null where workspace_id = ${ctx.workspaceId} and entry_id in (
        select entry_id from mail_ledger where workspace_id = ${ctx.workspaceId} and customer_id = ${customerId} and entry_id is not null)`.execute(
      ctx.db,
    );
    await sql`
      delete from mail_brakes
      where workspace_id = ${ctx.workspaceId} and sender in (${addressesOf(ctx, customerId)})`.execute(ctx.db);
    await sql`
      delete from mail_rules
      where workspace_id = ${ctx.workspaceId} and of = 'sender' and value in (${addressesOf(ctx, customerId)})`.execute(
      ctx.db,
    );
    const erased = await sql`
      update mail_ledger set from_address = null, subject = null, message_id = null, sha256 = null, evidence = '{}',
        why = case when fate = 'parked' then 'Erased with its sender.' else why end, settled_at = coalesce(settled_at, ${ctx.now})
      where workspace_id = ${ctx.workspaceId}
        and (customer_id = ${customerId} or from_address in (${addressesOf(ctx, customerId)}))`.execute(ctx.db);
    for (const { sha256 } of raw.rows) release(ctx, sha256);
    return { mail_ledger: Number(erased.numAffectedRows ?? 0) };
  },
};

/** Every address their mails came from: known to the ledger itself, whatever was erased elsewhere before. */
function addressesOf(ctx: ReadCtx, customerId: string) {
  return sql`select own.from_address from mail_ledger as own
    where own.workspace_id = ${ctx.workspaceId} and own.customer_id = ${customerId} and own.from_address is not null`;
}
