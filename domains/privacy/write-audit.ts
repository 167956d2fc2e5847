import { sql } from 'kysely';
import type { AuditNote, Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { KeepAudit } from '#platform/domain';
import { hashOf, type Link, noHash, sealOf } from './audit-chain.ts';

const nameCharacters = 200;
/** Longest text of one value that is kept; what was longer says so. */
const valueCharacters = 2_000;

/** Writes who did what, in the transaction of the change: nothing changes without its line, and no line without its change. */
export const writeAudit: KeepAudit = async (ctx, notes, { config, origin }) => {
  let { position, hash } = await lockHead(ctx);
  const rows = notes.map((note) => {
    position += 1;
    const isCustomer = note.objectKind === 'customer';
    const link: Link = {
      workspaceId: ctx.workspaceId,
      position,
      id: newId(),
      at: ctx.now,
      actorKind: ctx.actor.kind,
      actorId: ctx.actor.id,
      action: note.action,
      objectKind: note.objectKind,
      objectId: note.objectId,
      // nothing of a customer stands here: neither their name nor words that could hold it
      objectName: isCustomer ? null : (note.objectName?.slice(0, nameCharacters) ?? null),
      change: changeOf(note),
      via: ctx.via,
      address: origin?.address ?? null,
      why: isCustomer ? null : (origin?.why ?? null),
    };
    hash = hashOf(hash, link);
    return asRow(link, hash, sealOf(config, hash));
  });
  await ctx.db.insertInto('audit_log').values(rows).execute();
  await ctx.db.updateTable('audit_heads').set({ position, hash }).where('workspace_id', '=', ctx.workspaceId).execute();
};

function asRow(link: Link, hash: Buffer, seal: Buffer) {
  return {
    workspace_id: link.workspaceId,
    position: link.position,
    id: link.id,
    occurred_at: link.at,
    actor_kind: link.actorKind,
    actor_id: link.actorId,
    action: link.action,
    object_kind: link.objectKind,
    object_id: link.objectId,
    object_name: link.objectName,
    change: JSON.stringify(link.change),
    via: link.via,
    from_address: link.address,
    why: link.why,
    hash,
    seal,
  };
}

/** The end of the chain, under its row lock; made where there is none yet. */
async function lockHead(ctx: Ctx): Promise<{ position: number; hash: Buffer }> {
  const { rows } = await sql<{ position: number; hash: Buffer }>`
    insert into audit_heads as head (workspace_id, position, hash) values (${ctx.workspaceId}, 0, ${noHash})
    on conflict (workspace_id) do update set position = head.position
    returning head.position, head.hash`.execute(ctx.db);
  const [head] = rows;
  if (!head) throw new Error('The audit log has no end.');
  return { position: head.position, hash: head.hash };
}

/** What differs between before and after. */
function changeOf({ before, after }: AuditNote): Readonly<Record<string, unknown>> {
  const [old, now] = [plain(before), plain(after)];
  if (!old || !now) return { ...(old ? { before: old } : {}), ...(now ? { after: now } : {}) };
  const valueOf = (of: Readonly<Record<string, unknown>>, name: string): unknown =>
    Object.hasOwn(of, name) ? of[name] : null;
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (name) => JSON.stringify(valueOf(old, name)) !== JSON.stringify(valueOf(now, name)),
  );
  const only = (of: Readonly<Record<string, unknown>>): Record<string, unknown> =>
    Object.fromEntries(names.map((name) => [name, valueOf(of, name)]));
  return { before: only(old), after: only(now) };
}

/** As JSON keeps it: dates as text, and no sign that the database refuses. */
function plain(value: Readonly<Record<string, unknown>> | null | undefined): Record<string, unknown> | null {
  if (!value) return null;
  return JSON.parse(
    JSON.stringify(value, (_name, part: unknown) =>
      typeof part === 'string' ? cut(part.replaceAll('\u0000', '')) : part,
    ),
  ) as Record<string, unknown>;
}

function cut(text: string): string {
  return text.length > valueCharacters ? `${text.slice(0, valueCharacters)}…` : text;
}
