import { sql } from 'kysely';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mayNot, notFound, problem } from '#platform/problem';
import { followConsent } from './consent.ts';
import { customerMerged, customerUnmerged, type CustomerView, type MergePart } from './contract.ts';
import { joinSums } from './segments/sums.ts';
import { putBack, takeOver } from './merge-parts.ts';
import { can } from './policy.ts';
import { type Customer, lockCustomer } from './queries.ts';
import { customerView } from './views.ts';

const samePerson = problem('customers/already-one', 409, 'These two are one already', 'Load the customer again.');
const otherBrand = problem(
  'customers/other-brand',
  422,
  'These customers belong to different brands',
  'Nothing crosses from one brand to another.',
);
const mergedSince = problem(
  'customers/merged-since',
  409,
  'One of them was merged again since',
  'Take the later merge apart first.',
);

/** What a merge moved, so that it can go back. Ids alone. */
const Moved = z.object({ identityIds: z.array(z.uuid()), companyIds: z.array(z.uuid()) });
type Moved = z.output<typeof Moved>;

/** What is taken over from the other record, and why they are one. */
interface How {
  readonly take?: readonly MergePart[];
  readonly why?: string;
}

/**
 * Merges one record into another of the same person: identities and companies move, what was chosen is taken over, the
 * other stays as a tombstone that leads here. Conversations follow by the event, in the same transaction.
 */
export async function mergeCustomers(ctx: Ctx, keptId: string, mergedId: string, how: How = {}): Promise<CustomerView> {
  const [kept, merged] = await lockBoth(ctx, keptId, mergedId);
  if (!can.edit(ctx.actor, kept) || !can.edit(ctx.actor, merged)) throw mayNot();
  if (kept.brandId !== merged.brandId) throw otherBrand();
  if (kept.id === merged.id) throw samePerson();
  const mergeId = newId();
  const moved: Moved = {
    identityIds: await moveIdentities(ctx, merged.id, kept.id, null),
    companyIds: await moveMemberships(ctx, merged.id, kept.id, null),
  };
  await ctx.db
    .insertInto('customer_merges')
    .values({
      workspace_id: ctx.workspaceId,
      id: mergeId,
      kept_id: kept.id,
      merged_id: merged.id,
      moved: JSON.stringify(moved),
      before: JSON.stringify(await takeOver(ctx, kept, merged, how.take ?? [])),
      why: how.why || null,
      merged_at: ctx.now,
      merged_by: ctx.actor.id,
    })
    .execute();
  await setMergedInto(ctx, merged.id, kept.id);
  await followConsent(ctx, merged.id, kept.id, merged.id);
  await joinSums(ctx, kept.id, merged.id);
  ctx.emit(customerMerged, kept.id, { mergeId, mergedId: merged.id });
  return customerView(ctx, kept.id);
}

/**
 * Takes a merge apart: what it moved goes back, and what it took over, unless somebody changed that since. What came
 * since goes with the address or number it came by.
 */
export async function unmergeCustomers(ctx: Ctx, keptId: string, mergeId: string): Promise<CustomerView> {
  const kept = await lockCustomer(ctx, keptId);
  if (!can.edit(ctx.actor, kept)) throw mayNot();
  const merge = await ctx.db
    .selectFrom('customer_merges')
    .select(['kept_id', 'merged_id', 'moved', 'before', 'undone_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst();
  if (!merge || (merge.kept_id !== keptId && merge.kept_id !== kept.id)) throw notFound();
  if (merge.undone_at) return customerView(ctx, kept.id);
  if (merge.kept_id !== kept.id) throw mergedSince();
  const moved = Moved.parse(merge.moved);
  await setMergedInto(ctx, merge.merged_id, null);
  await followConsent(ctx, merge.merged_id, merge.merged_id, kept.id);
  await moveIdentities(ctx, kept.id, merge.merged_id, moved.identityIds);
  await moveMemberships(ctx, kept.id, merge.merged_id, moved.companyIds);
  await putBack(ctx, kept, merge.merged_id, merge.before);
  await ctx.db
    .updateTable('customer_merges')
    .set({ undone_at: ctx.now, undone_by: ctx.actor.id })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', mergeId)
    .execute();
  ctx.emit(customerUnmerged, kept.id, { mergeId, mergedId: merge.merged_id });
  return customerView(ctx, kept.id);
}

/** Always in the order of their ids, so that two merges at once wait for each other instead of both. */
async function lockBoth(ctx: Ctx, keptId: string, mergedId: string): Promise<[Customer, Customer]> {
  if (keptId < mergedId) {
    const kept = await lockCustomer(ctx, keptId);
    return [kept, await lockCustomer(ctx, mergedId)];
  }
  const merged = await lockCustomer(ctx, mergedId);
  return [await lockCustomer(ctx, keptId), merged];
}

async function setMergedInto(ctx: Ctx, id: string, into: string | null): Promise<void> {
  await ctx.db
    .updateTable('customers')
    .set({ merged_into_id: into, merged_at: into ? ctx.now : null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** All identities (or these alone) from one customer to another; the ids that moved. */
async function moveIdentities(ctx: Ctx, from: string, to: string, only: readonly string[] | null): Promise<string[]> {
  const rows = await ctx.db
    .updateTable('identities')
    .set({ customer_id: to })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', from)
    .$if(only !== null, (query) => query.where('id', '=', sql<string>`any(${[...(only ?? [])]})`))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** Memberships (or these alone) from one customer to another, but for those the other has too; the companies that moved. */
async function moveMemberships(ctx: Ctx, from: string, to: string, only: readonly string[] | null): Promise<string[]> {
  const { rows } = await sql<{ company_id: string }>`
    update memberships m set customer_id = ${to}
    where m.workspace_id = ${ctx.workspaceId} and m.customer_id = ${from}
      and (${only === null} or m.company_id = any(${[...(only ?? [])]}::uuid[]))
      and not exists (
        select 1 from memberships there
        where there.workspace_id = ${ctx.workspaceId} and there.customer_id = ${to} and there.company_id = m.company_id)
    returning m.company_id`.execute(ctx.db);
  return rows.map((row) => row.company_id);
}
