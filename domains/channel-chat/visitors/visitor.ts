import { createHash, timingSafeEqual } from 'node:crypto';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { problem } from '#platform/problem';
import type { Site } from './site.ts';

/** What a visitor's browser shows: who it is, and what only it knows. */
export interface Pass {
  readonly id: string;
  readonly secret: string;
}

/** A visitor as we keep them. */
export interface Visitor {
  readonly id: string;
  readonly conversationId: string | null;
  readonly address: string | null;
}

/** What an id of a visitor looks like where it stands as the address of who takes part. */
export const visitorIdForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
const passForm = /^Visitor ([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{32,128})$/u;

const noPass = problem(
  'chats/no-pass',
  401,
  'Who writes is not said',
  'Send the header "authorization: Visitor <id>.<secret>", both made by the browser: an id and 32 letters or more drawn by chance.',
);
const anotherVisitor = problem(
  'chats/another-visitor',
  403,
  'This chat belongs to another browser',
  'Begin a new one: make another id and secret.',
);

/** The pass in the headers of a request. */
export function passOf(headers: Headers): Pass {
  const [, id, secret] = passForm.exec(headers.get('authorization') ?? '') ?? [];
  if (id === undefined || secret === undefined) throw noPass();
  return { id, secret };
}

/** The visitor of a pass; null where nobody wrote by it yet. Who has the id and not the secret is refused. */
export async function knownVisitor(ctx: ReadCtx, site: Site, pass: Pass): Promise<Visitor | null> {
  const row = await ctx.db
    .selectFrom('chat_visitors')
    .select(['id', 'line_id', 'secret_hash', 'conversation_id', 'address'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', pass.id)
    .executeTakeFirst();
  if (!row) return null;
  if (row.line_id !== site.lineId || !timingSafeEqual(row.secret_hash, hashOf(pass.secret))) throw anotherVisitor();
  return { id: row.id, conversationId: row.conversation_id, address: row.address };
}

/** The visitor of a pass, made known by their first words. */
export async function ensureVisitor(ctx: Ctx, site: Site, pass: Pass, language: string): Promise<Visitor> {
  await ctx.db
    .insertInto('chat_visitors')
    .values({
      workspace_id: ctx.workspaceId,
      id: pass.id,
      line_id: site.lineId,
      secret_hash: hashOf(pass.secret),
      language,
      made_at: ctx.now,
      here_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const visitor = await knownVisitor(ctx, site, pass);
  if (!visitor) throw new Error('A visitor that was just made cannot be read.');
  return visitor;
}

/** What is drawn by chance and long needs no slow hash: there is nothing to guess. */
function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** What a matter is called by whose visitor told no name: the same each time, and nobody in person. */
export function visitorName(id: string): string {
  return `Visitor ${id.slice(-4).toUpperCase()}`;
}
