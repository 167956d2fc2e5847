import { sql } from 'kysely';
import type { Page } from '#platform/contract';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { mayNot, notFound, problem } from '#platform/problem';
import { teammateNames } from '#domains/identity';
import { customerNoted, type CustomerNoteView } from './contract.ts';
import { cursorOf, readTimeCursor } from './keyset.ts';
import { can } from './policy.ts';
import { lockCustomer, visibleCustomer, withMerged } from './queries.ts';

const otherNote = problem('customers/other-note', 409, 'This id is a note of another customer', 'Give it a new id.');

const columns = ['id', 'customer_id', 'text', 'author_id', 'written_at', 'changed_at'] as const;

/** Writes a note about a customer, or changes its words. Sent twice it is written once. */
export async function writeCustomerNote(ctx: Ctx, id: string, noteId: string, text: string): Promise<CustomerNoteView> {
  const customer = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  const known = await ctx.db
    .selectFrom('customer_notes')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', noteId)
    .executeTakeFirst();
  if (known) {
    if (!(await withMerged(ctx, customer.id)).includes(known.customer_id)) throw otherNote();
    if (known.text !== text) await changeNote(ctx, customer.id, noteId, text);
    return noteView(ctx, { ...known, text, changed_at: known.text === text ? known.changed_at : ctx.now });
  }
  const note = {
    id: noteId,
    customer_id: customer.id,
    text,
    author_id: ctx.actor.id,
    written_at: ctx.now,
    changed_at: null,
  };
  await ctx.db
    .insertInto('customer_notes')
    .values({ workspace_id: ctx.workspaceId, ...note })
    .execute();
  ctx.emit(customerNoted, customer.id, { noteId, how: 'written' });
  return noteView(ctx, note);
}

async function changeNote(ctx: Ctx, customerId: string, noteId: string, text: string): Promise<void> {
  await ctx.db
    .updateTable('customer_notes')
    .set({ text, changed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', noteId)
    .execute();
  ctx.emit(customerNoted, customerId, { noteId, how: 'changed' });
}

/** Removes a note. */
export async function removeCustomerNote(ctx: Ctx, id: string, noteId: string): Promise<void> {
  const customer = await lockCustomer(ctx, id);
  if (!can.edit(ctx.actor, customer)) throw mayNot();
  const { numDeletedRows } = await ctx.db
    .deleteFrom('customer_notes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', noteId)
    .where('customer_id', '=', sql<string>`any(${await withMerged(ctx, customer.id)}::uuid[])`)
    .executeTakeFirstOrThrow();
  if (numDeletedRows === 0n) throw notFound();
  ctx.emit(customerNoted, customer.id, { noteId, how: 'removed' });
}

/** The notes about a customer and about the records merged into them, the last first. */
export async function listCustomerNotes(
  ctx: ReadCtx,
  id: string,
  query: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<CustomerNoteView>> {
  const customer = await visibleCustomer(ctx, id);
  const place = readTimeCursor(query.after);
  const rows = await ctx.db
    .selectFrom('customer_notes')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('customer_id', '=', sql<string>`any(${await withMerged(ctx, customer.id)}::uuid[])`)
    .$if(place !== null, (q) =>
      q.where(sql<boolean>`(written_at, id) < (${place?.at}::timestamptz, ${place?.id}::uuid)`),
    )
    .orderBy('written_at', 'desc')
    .orderBy('id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const names = await teammateNames(
    ctx,
    shown.flatMap((row) => row.author_id ?? []),
  );
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => asView(row, names.get(row.author_id ?? '') ?? null)),
    next: rows.length > query.limit && last ? cursorOf(last.written_at, last.id) : null,
  };
}

interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly author_id: string | null;
  readonly written_at: Date;
  readonly changed_at: Date | null;
}

async function noteView(ctx: ReadCtx, row: NoteRow): Promise<CustomerNoteView> {
  const names = await teammateNames(ctx, row.author_id ? [row.author_id] : []);
  return asView(row, names.get(row.author_id ?? '') ?? null);
}

function asView(row: NoteRow, authorName: string | null): CustomerNoteView {
  return {
    id: row.id,
    text: row.text,
    authorId: row.author_id,
    authorName,
    writtenAt: row.written_at.toISOString(),
    changedAt: row.changed_at?.toISOString() ?? null,
  } as CustomerNoteView;
}
