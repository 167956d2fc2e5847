import { sql, type UpdateObject } from 'kysely';
import type { Ctx, ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import { servesBrand } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import type { PastMail } from './contract.ts';
import { lineTopic } from './line-topic.ts';
import { type MailLine, mailLineById } from './mail-line.ts';

/** The name a screen follows it by, and that of the job that does it. */
const pastTopicName = 'past-mail';
export const takePastName = 'channel-email.take-past';

const noMailbox = problem(
  'mail/no-mailbox',
  409,
  'This line has no mailbox to take mail from',
  'Give the line a mailbox under “Receiving” first.',
);
const underWay = problem(
  'mail/past-under-way',
  409,
  'Mail from before this line is being taken in already',
  'Wait until it is done, or stop it first.',
);

const pastColumns = [
  'line_id',
  'since',
  'asked_at',
  'state',
  'ended_at',
  'uid_validity',
  'at_uid',
  'found',
  'taken',
  'aside',
  'known',
  'says',
  'version',
] as const;

/** The row of a line; undefined where nobody asked. */
export function pastRow(ctx: ReadCtx, lineId: string) {
  return ctx.db
    .selectFrom('past_mail')
    .select(pastColumns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .executeTakeFirst();
}

export type PastRow = NonNullable<Awaited<ReturnType<typeof pastRow>>>;

/** How far it came, for those who set the line up; the route asks for the right to. */
export async function readPast(ctx: ReadCtx, lineId: string): Promise<PastMail> {
  await servedLine(ctx, lineId);
  return pastView(lineId, await pastRow(ctx, lineId));
}

/**
 * Somebody wants the mail of the last `days`, or all. Asked again for more, what is in is known and left as it is. Refuses
 * while it is under way.
 */
export async function beginPast(ctx: Ctx, lineId: string, days: number | null): Promise<PastMail> {
  const line = await servedLine(ctx, lineId);
  if (!line.isOpen || !line.settings.imap) throw noMailbox();
  const since = days === null ? null : new Date(ctx.now.getTime() - days * 86_400_000);
  const begun = await sql<{ asked_at: Date }>`
    insert into past_mail (workspace_id, line_id, since, asked_at, asked_by)
    values (${ctx.workspaceId}, ${lineId}, ${since}, ${ctx.now}, ${ctx.actor.id})
    on conflict (workspace_id, line_id) do update set since = excluded.since, asked_at = excluded.asked_at,
      asked_by = excluded.asked_by, state = 'under-way', ended_at = null, uid_validity = null, at_uid = 0, found = null,
      taken = 0, aside = 0, known = 0, says = '', version = past_mail.version + 1
      where past_mail.state <> 'under-way'
    returning asked_at`.execute(ctx.db);
  if (begun.rows.length === 0) throw underWay();
  const after = { days };
  ctx.audit({ action: 'line.past-mail-asked', objectKind: 'line', objectId: lineId, objectName: line.name, after });
  enqueuePast(ctx, lineId, ctx.now);
  ctx.touch(pastTopicName, lineId);
  return pastView(lineId, await pastRow(ctx, lineId));
}

/** No more of it is taken in; what is in stays. */
export async function stopPast(ctx: Ctx, lineId: string): Promise<PastMail> {
  const line = await servedLine(ctx, lineId);
  const row = await pastRow(ctx, lineId);
  if (row?.state !== 'under-way') return pastView(lineId, row);
  await changePast(ctx, lineId, row.asked_at, { state: 'stopped', ended_at: ctx.now });
  ctx.audit({ action: 'line.past-mail-stopped', objectKind: 'line', objectId: lineId, objectName: line.name });
  return pastView(lineId, await pastRow(ctx, lineId));
}

/** The next step of it, now or at a time; one of an earlier wish finds nothing to do. */
export function enqueuePast(ctx: Ctx, lineId: string, askedAt: Date, startAfter?: Date): void {
  const data = { lineId, askedAt: askedAt.toISOString() };
  ctx.enqueue(takePastName, data, startAfter ? { startAfter } : {});
}

type PastChange = Omit<UpdateObject<DB, 'past_mail'>, 'workspace_id' | 'line_id' | 'asked_at' | 'version'>;

/** Changes the row of this very wish while it is under way, and tells who follows it; false where it is over. */
export async function changePast(ctx: Ctx, lineId: string, askedAt: Date, change: PastChange): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db
    .updateTable('past_mail')
    .set({ ...change, version: sql`version + 1` })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('asked_at', '=', askedAt)
    .where('state', '=', 'under-way')
    .executeTakeFirst();
  ctx.touch(pastTopicName, lineId);
  return numUpdatedRows > 0n;
}

async function servedLine(ctx: ReadCtx, lineId: string): Promise<MailLine> {
  const line = await mailLineById(ctx, lineId);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  return line;
}

/** What a reader sees of it. */
function pastView(lineId: string, row: PastRow | undefined): PastMail {
  return {
    lineId,
    state: (row?.state ?? 'none') as PastMail['state'],
    since: row?.since?.toISOString() ?? null,
    askedAt: row?.asked_at.toISOString() ?? null,
    endedAt: row?.ended_at?.toISOString() ?? null,
    found: row?.found ?? null,
    taken: row?.taken ?? 0,
    aside: row?.aside ?? 0,
    known: row?.known ?? 0,
    says: row?.says ?? '',
    version: Number(row?.version ?? 0),
  };
}

/** An open page follows the taking in of a line's past mail in the room `past-mail:<line>`. */
export const pastTopic = lineTopic<PastRow, PastMail>({
  name: pastTopicName,
  rows: (ctx, ids) =>
    ctx.db
      .selectFrom('past_mail')
      .select(pastColumns)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('line_id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute(),
  idOf: (row) => row.line_id,
  view: (row) => pastView(row.line_id, row),
  read: readPast,
});
