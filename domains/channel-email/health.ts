import { sql } from 'kysely';
import type { HealthCheck, HealthReport } from '#platform/domain';
import type { ReadCtx } from '#platform/ctx';
import { openMailLines } from './mail-line.ts';
import { mailboxesOf } from './mailbox-state.ts';
import { comparedOf } from './way-in.ts';

/** A mailbox that has not listened for this long needs a hand, in minutes. */
const silentLimitMinutes = 10;
/** Between a mail's arrival at its host and its row here, in seconds. */
const lagLimitSeconds = 60;

/** Whether every mailbox is listened to. */
export const mailboxHealth: HealthCheck = {
  name: 'channel-email.mailboxes',
  title: 'Mailboxes',
  check: (tools, workspaceId) => tools.read({ workspaceId }, checkMailboxes),
};

/** How long mails take from their host to us. */
export const mailLag: HealthCheck = {
  name: 'channel-email.lag',
  title: 'Incoming mail',
  check: (tools, workspaceId) => tools.read({ workspaceId }, checkLag),
};

/** Whether the hosts and the ledger have the same mails. */
export const mailComparison: HealthCheck = {
  name: 'channel-email.comparison',
  title: 'Mail ledger',
  check: (tools, workspaceId) => tools.read({ workspaceId }, checkComparison),
};

async function checkComparison(ctx: ReadCtx): Promise<HealthReport> {
  const lines = (await openMailLines(ctx)).filter((line) => line.settings.imap);
  const boxes = await mailboxesOf(
    ctx,
    lines.map(({ id }) => id),
  );
  const seen = boxes.map((box) => ({ box, missing: comparedOf(box)?.missing ?? 0 }));
  const missing = seen.reduce((sum, one) => sum + one.missing, 0);
  const facts = { compared: boxes.filter((box) => box.compared_at !== null).length, missing };
  const worst = seen.find((one) => one.missing > 0);
  if (!worst) return { state: 'good', says: 'Every mail at its host has its row in the ledger.', facts };
  const name = lines.find(({ id }) => id === worst.box.line_id)?.name ?? '';
  return {
    state: 'bad',
    says: `${missing} mails lie at their host without a row in the ledger.`,
    mend: `Open the mail ledger of ${name} in Settings > Channels, press “Look now”, and take them in.`,
    facts,
  };
}

async function checkMailboxes(ctx: ReadCtx): Promise<HealthReport> {
  const lines = (await openMailLines(ctx)).filter((line) => line.settings.imap);
  if (lines.length === 0) return { state: 'good', says: 'No mailbox is set up.' };
  const boxes = new Map(
    (
      await mailboxesOf(
        ctx,
        lines.map(({ id }) => id),
      )
    ).map((box) => [box.line_id, box]),
  );
  const failing = lines.filter((line) => isFailing(ctx, boxes.get(line.id)));
  const facts = { mailboxes: lines.length, failing: failing.length };
  const [first] = failing;
  if (!first) return { state: 'good', says: `${lines.length} mailboxes are listened to.`, facts };
  const words = boxes.get(first.id)?.says || 'It was never listened to. Is a worker running?';
  return {
    state: failing.length === lines.length ? 'bad' : 'warning',
    says: `${failing.length} of ${lines.length} mailboxes are not listened to; mails wait at their host.`,
    mend: `${first.name}: ${words}`,
    facts,
  };
}

function isFailing(ctx: ReadCtx, box: { state: string; last_seen_at: Date | null } | undefined): boolean {
  if (!box || box.state !== 'connected') return true;
  return box.last_seen_at === null || ctx.now.getTime() - box.last_seen_at.getTime() > silentLimitMinutes * 60_000;
}

async function checkLag(ctx: ReadCtx): Promise<HealthReport> {
  const { rows } = await sql<{ mails: number; slowest: number | null }>`
    select count(*)::int as mails, max(extract(epoch from recorded_at - arrived_at))::int as slowest from (
      select recorded_at, arrived_at from mail_ledger
      where workspace_id = ${ctx.workspaceId} and month >= ${`${ctx.now.toISOString().slice(0, 7)}-01`}
        and recorded_at > ${new Date(ctx.now.getTime() - 3_600_000)}
      order by id desc limit 1000
    ) as latest`.execute(ctx.db);
  const { mails = 0, slowest = null } = rows[0] ?? {};
  const facts = { mailsInAnHour: mails, slowestSeconds: slowest };
  if (mails === 0) return { state: 'good', says: 'No mail came within an hour.', facts };
  if ((slowest ?? 0) <= lagLimitSeconds)
    return {
      state: 'good',
      says: `${mails} mails within an hour, each taken in within ${slowest ?? 0} seconds.`,
      facts,
    };
  return {
    state: 'warning',
    says: `Within an hour a mail waited ${slowest ?? 0} seconds at its host before we took it in.`,
    mend: 'A mailbox was away, or mail came faster than this machine takes it in: look at the mailboxes, and add a worker if it stays so.',
    facts,
  };
}

/** When the last mail came by each line, through whichever door. */
export async function lastMailOf(ctx: ReadCtx, lineIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ line_id: string; arrived_at: Date }>`
    select line.id as line_id, latest.arrived_at
    from unnest(${[...lineIds]}::uuid[]) as line (id)
    cross join lateral (
      select arrived_at from mail_ledger
      where workspace_id = ${ctx.workspaceId} and line_id = line.id
      order by recorded_at desc limit 1
    ) as latest`.execute(ctx.db);
  return new Map(rows.map((row) => [row.line_id, row.arrived_at]));
}
