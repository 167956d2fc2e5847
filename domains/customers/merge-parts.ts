import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { Ctx } from '#platform/ctx';
import { customerChanged, mergeParts, type MergePart } from './contract.ts';
import { type Customer, customerById } from './queries.ts';

/** What the one who stayed said before, and what was put there: both are needed to know whether it is still so. */
const Before = z.partialRecord(z.enum(mergeParts), z.object({ was: z.unknown(), became: z.unknown() }));
type Before = z.output<typeof Before>;

/** Takes chosen parts over from the record that is merged; what was there before is kept for the way back. */
export async function takeOver(
  ctx: Ctx,
  kept: Customer,
  merged: Customer,
  take: readonly MergePart[],
): Promise<Before | null> {
  const changed = take.filter((part) => !isDeepStrictEqual(kept[part], afterOf(part, kept, merged)));
  if (changed.length === 0) return null;
  await write(ctx, kept.id, Object.fromEntries(changed.map((part) => [part, afterOf(part, kept, merged)])));
  return Object.fromEntries(
    changed.map((part) => [part, { was: kept[part], became: afterOf(part, kept, merged) }]),
  ) as Before;
}

/** Fields and tags are joined, the chosen side first: nothing that only one of them says is lost. */
function afterOf(part: MergePart, kept: Customer, merged: Customer): unknown {
  if (part === 'tags') return [...new Set([...kept.tags, ...merged.tags])];
  return part === 'custom' ? { ...kept.custom, ...merged.custom } : merged[part];
}

/** What was taken over goes back, but for what somebody changed since. */
export async function putBack(ctx: Ctx, kept: Customer, mergedId: string, before: unknown): Promise<void> {
  const merged = await customerById(ctx, mergedId);
  // an erased customer is given nothing back
  if (before === null || before === undefined || merged.erasedAt !== null) return;
  const back = Object.entries(Before.parse(before)).filter(([part, { became }]) =>
    isDeepStrictEqual(kept[part as MergePart], became),
  );
  if (back.length === 0) return;
  await write(ctx, kept.id, Object.fromEntries(back.map(([part, { was }]) => [part, was])));
}

async function write(ctx: Ctx, id: string, parts: Readonly<Record<string, unknown>>): Promise<void> {
  const { custom, ...plain } = parts;
  await ctx.db
    .updateTable('customers')
    .set({ ...plain, ...(custom === undefined ? {} : { custom: JSON.stringify(custom) }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.emit(customerChanged, id, { fields: mergeParts.filter((part) => part in parts) });
}
