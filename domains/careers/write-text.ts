import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { notFound, problem } from '#platform/problem';
import { registersOf } from './catalogue.ts';
import { catalogueChanged, type TextBody, type TextKind, type TextView } from './contract.ts';
import { industries } from './data/industries.ts';
import { ownOf } from './own.ts';
import { mustEdit } from './policy.ts';
import { seedIn, seeds } from './seeds.ts';
import { raiseVersion } from './version.ts';

const wrongKind = problem('careers/wrong-kind', 422, 'This text is of another kind', 'Send the parts of its own kind.');
const unknownKey = problem(
  'careers/unknown-key',
  422,
  'A key leads to nothing in the catalogue',
  'Choose roles, skills and industries from the lists.',
);
/** Most earlier writings that are shown of one text. */
const shownRevisions = 50;

/** Which text: of what, its key, and in which language. */
export interface TextAddress {
  readonly kind: TextKind;
  readonly key: string;
  readonly lang: string;
}

/** Says a text anew, or begins one of the workspace's own. What was said before stays in its history. */
export async function writeText(ctx: Ctx, at: TextAddress, body: TextBody): Promise<TextView> {
  mustEdit(ctx.actor);
  if (body.kind !== at.kind) throw wrongKind();
  await refuseUnknown(ctx, body);
  await insert(ctx, at, body);
  ctx.emit(catalogueChanged, newId(), { what: 'text', how: 'written', kind: at.kind });
  return readText(ctx, at);
}

/** Back to what came with the program; one of their own is gone from the site. */
export async function resetText(ctx: Ctx, at: TextAddress): Promise<TextView> {
  mustEdit(ctx.actor);
  const { texts } = await ownOf(ctx);
  if (texts.get(`${at.kind}/${at.key}`)?.has(at.lang)) {
    await insert(ctx, at, null);
    ctx.emit(catalogueChanged, newId(), { what: 'text', how: 'reset', kind: at.kind });
  }
  return readText(ctx, at);
}

/** A text as it is now, as it came, and every writing of it. */
export async function readText(ctx: ReadCtx, at: TextAddress): Promise<TextView> {
  mustEdit(ctx.actor);
  const address = `${at.kind}/${at.key}`;
  const own = (await ownOf(ctx)).texts.get(address);
  const seed = seedIn(address, at.lang)?.body ?? null;
  const rows = await ctx.db
    .selectFrom('career_texts')
    .select(['id', 'body', 'written_at', 'written_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('kind', '=', at.kind)
    .where('key', '=', at.key)
    .where('lang', '=', at.lang)
    .orderBy('id', 'desc')
    .limit(shownRevisions)
    .execute();
  const body = own?.get(at.lang) ?? own?.get('en') ?? seed;
  if (body === null && rows.length === 0) throw notFound();
  return {
    ...at,
    body: body?.kind === 'role' ? { ...body, ...registersOf(body, at.key) } : body,
    isOwn: own?.has(at.lang) ?? false,
    came: seed !== null,
    revisions: rows.map((row) => ({
      id: row.id,
      body: row.body as TextBody | null,
      writtenAt: row.written_at.toISOString(),
      writtenBy: row.written_by,
    })),
  };
}

async function insert(ctx: Ctx, at: TextAddress, body: TextBody | null): Promise<void> {
  await raiseVersion(ctx);
  await ctx.db
    .insertInto('career_texts')
    .values({
      workspace_id: ctx.workspaceId,
      id: newId(),
      ...at,
      body: body === null ? null : JSON.stringify(body),
      written_at: ctx.now,
      written_by: ctx.actor.id,
    })
    .execute();
}

async function refuseUnknown(ctx: ReadCtx, body: TextBody): Promise<void> {
  if (body.kind !== 'role') return;
  const { texts } = await ownOf(ctx);
  const isThere = (address: string): boolean => seeds.has(address) || texts.has(address);
  const areThere =
    body.skills.every(({ skill }) => isThere(`skill/${skill}`)) &&
    body.next.every(({ role }) => isThere(`role/${role}`)) &&
    (body.industries ?? []).every((key) => Object.hasOwn(industries, key));
  if (!areThere) throw unknownKey();
}
