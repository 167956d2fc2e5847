import type { Ctx, ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound } from '#platform/problem';
import { sql } from 'kysely';
import { headerOf, type Mail } from '#science/mail';
import type { MailTest } from './contract.ts';
import { lineTopic } from './line-topic.ts';
import { mailLineById } from './mail-line.ts';

/** Under which header a test of ours names itself; it counts only beside our own mark. */
export const testHeader = 'X-Rapport-Test';
/** The name a screen follows one test by. */
export const testTopicName = 'mail-test';
/** A test that comes later than this is only a mail of ours that came back, in hours. */
const testHours = 24;

const columns = [
  'id',
  'line_id',
  'begun_at',
  'accepted_at',
  'accepted_by',
  'failed_at',
  'failure',
  'arrived_at',
  'fetched_at',
  'ledger_id',
] as const;

type TestRow = NonNullable<Awaited<ReturnType<typeof testRow>>>;

function testRow(ctx: ReadCtx, id: string) {
  return ctx.db
    .selectFrom('mail_tests')
    .select(columns)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** A test somebody may see: they serve the line's brand and set it up. */
export async function readTest(ctx: ReadCtx, id: string): Promise<MailTest> {
  const row = await testRow(ctx, id);
  const line = row ? await mailLineById(ctx, row.line_id) : null;
  if (!row || !line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  return testView(row);
}

/** A test begins: its row stands before its mail leaves. */
export async function beginTest(ctx: Ctx, id: string, lineId: string): Promise<MailTest> {
  const row = await ctx.db
    .insertInto('mail_tests')
    .values({ workspace_id: ctx.workspaceId, id, line_id: lineId, begun_at: ctx.now, begun_by: ctx.actor.id })
    .returning(columns)
    .executeTakeFirstOrThrow();
  return testView(row);
}

/** What the outgoing server said of it. The mail may have arrived before this is written. */
export async function noteSent(
  ctx: Ctx,
  id: string,
  outcome: { readonly acceptedBy: string; readonly at: Date } | { readonly failure: string },
): Promise<MailTest> {
  const row = await ctx.db
    .updateTable('mail_tests')
    .set(
      'failure' in outcome
        ? { failed_at: ctx.now, failure: outcome.failure.slice(0, 1_000) }
        : { accepted_at: outcome.at, accepted_by: outcome.acceptedBy.slice(0, 300) },
    )
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
  ctx.touch(testTopicName, id);
  return testView(row);
}

/** The test that a mail is, where it is one of this line and of these days that did not come yet. */
export async function testOf(ctx: Ctx, lineId: string, mail: Mail): Promise<string | null> {
  const id = headerOf(mail, testHeader.toLowerCase())?.trim() ?? '';
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await ctx.db
    .selectFrom('mail_tests')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .where('line_id', '=', lineId)
    .where('fetched_at', 'is', null)
    .where('begun_at', '>', new Date(ctx.now.getTime() - testHours * 3_600_000))
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A test came back: when it stood at its host, and what its way wrote on it. */
export async function noteArrived(
  ctx: Ctx,
  id: string,
  came: { readonly ledgerId: string; readonly arrivedAt: Date; readonly mail: Mail; readonly domain: string },
): Promise<void> {
  await ctx.db
    .updateTable('mail_tests')
    .set({
      arrived_at: came.arrivedAt,
      fetched_at: ctx.now,
      ledger_id: came.ledgerId,
      ...marksOf(came.mail, came.domain),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .execute();
  ctx.touch(testTopicName, id);
}

/** The domain it came back from, and the key that signed it; that of the line's own domain before others. */
function marksOf(mail: Mail, domain: string) {
  const returnPath = /<[^<>@\s]*@([^<>\s]+)>/.exec(headerOf(mail, 'return-path') ?? '')?.[1]?.toLowerCase() ?? null;
  const signatures = mail.headers
    .filter((header) => header.name.toLowerCase() === 'dkim-signature')
    .map((header) => ({
      selector: tagOf(header.value, 's'),
      signedFor: tagOf(header.value, 'd')?.toLowerCase() ?? null,
    }));
  const best = signatures.find((one) => one.signedFor === domain) ?? signatures[0];
  return { return_path: returnPath, selector: best?.selector ?? null, signed_for: best?.signedFor ?? null };
}

function tagOf(value: string, tag: string): string | null {
  const found = new RegExp(`(?:^|;)\\s*${tag}\\s*=\\s*([A-Za-z0-9._-]+)`).exec(value)?.[1] ?? null;
  return found?.slice(0, 253) ?? null;
}

/** What the last test of a line that came back showed of its way. */
export async function lastWay(ctx: ReadCtx, lineId: string) {
  return ctx.db
    .selectFrom('mail_tests')
    .select(['return_path', 'selector', 'signed_for', 'fetched_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .where('fetched_at', 'is not', null)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const wayIn = 'It has its row in the ledger, and opened no conversation.';

function testView(row: TestRow): MailTest {
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  const taken = [row.accepted_at, row.arrived_at, row.fetched_at, row.failed_at].filter((one) => one !== null).length;
  const isIn = row.fetched_at !== null;
  const open = row.failed_at === null ? 'under-way' : 'failed';
  return {
    id: row.id,
    lineId: row.line_id,
    state: isIn ? 'arrived' : open,
    begunAt: row.begun_at.toISOString(),
    steps: [
      { step: 'sent', at: row.begun_at.toISOString(), says: '' },
      { step: 'accepted', at: at(row.accepted_at), says: row.accepted_by ?? '' },
      { step: 'arrived', at: at(row.arrived_at), says: '' },
      { step: 'fetched', at: at(row.fetched_at), says: '' },
      { step: 'settled', at: at(row.fetched_at), says: isIn ? wayIn : '' },
    ],
    failure: isIn ? null : row.failure,
    ledgerId: row.ledger_id,
    version: taken,
  };
}

/** An open page follows its test in the room `mail-test:<id>`. */
export const testTopic = lineTopic<TestRow, MailTest>({
  name: testTopicName,
  rows: (ctx, ids) =>
    ctx.db
      .selectFrom('mail_tests')
      .select(columns)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .execute(),
  idOf: (row) => row.id,
  view: testView,
  read: readTest,
});
