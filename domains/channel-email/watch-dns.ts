import { isSample, loadActors, teammatesHolding } from '#domains/identity';
import { notify } from '#domains/notices';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type Job, type NoticeKind, outward, type Tools } from '#platform/domain';
import { servesBrand } from '#platform/policy';
import type { DnsRecord } from './contract.ts';
import { askDnsOf } from './line-dns.ts';
import { keepRecords, lastLooks } from './line-records.ts';
import { type MailLine, openMailLines } from './mail-line.ts';

/** A line is looked at again once its last look is this old, in minutes: a little less than the hour of the job. */
const restMinutes = 50;
/** Longest one look may take, in seconds. */
const lookLimitSeconds = 20;
/** Names that stand in no DNS by their very meaning (RFC 2606); asked for only where name servers are named. */
const reserved = /\.(example|test|invalid|localhost)$|^localhost$/i;

export const dnsNotice: NoticeKind = {
  name: 'mail-record-broke',
  says: 'A DNS record of a mail line no longer holds',
  level: 'queue',
};

interface Look {
  readonly workspaceId: string;
  readonly line: MailLine;
}

/** Every hour: what the domains of the open lines say in the DNS; who sets lines up is told when a record breaks. */
export const watchDns: Job = {
  ...outward<Look, readonly DnsRecord[]>({
    name: 'channel-email.watch-dns',
    limitSeconds: lookLimitSeconds,
    claim: async (ctx) => {
      if (await isSample(ctx)) return null;
      const line = await nextDue(ctx);
      return line && { workspaceId: ctx.workspaceId, line };
    },
    call: async (tools, { workspaceId, line }) => (isAsked(tools, line) ? askDnsOf(tools, workspaceId, line) : []),
    record: async (ctx, { line }, outcome) => {
      if ('known' in outcome) await keepLook(ctx, line, outcome.known);
    },
  }),
  cron: '7 * * * *',
};

/** Somebody asks now: looked at, kept, and told as by the clock. */
export async function lookNow(tools: Tools, workspaceId: string, line: MailLine): Promise<readonly DnsRecord[]> {
  const found = await askDnsOf(tools, workspaceId, line);
  await tools.transact({ workspaceId, via: 'job' }, (ctx) => keepLook(ctx, line, found));
  return found;
}

function isAsked(tools: Tools, line: MailLine): boolean {
  return tools.config.dnsServers.length > 0 || !reserved.test(line.address);
}

/** The open line whose last look is the oldest, taken for this one; null when all are fresh. */
async function nextDue(ctx: Ctx): Promise<MailLine | null> {
  const restedSince = new Date(ctx.now.getTime() - restMinutes * 60_000);
  const lines = await openMailLines(ctx);
  const looks = await lastLooks(
    ctx,
    lines.map(({ id }) => id),
  );
  const due = lines
    .map((line) => ({ line, lookedAt: looks.get(line.id)?.getTime() ?? 0 }))
    .filter(({ lookedAt }) => lookedAt < restedSince.getTime())
    .sort((a, b) => a.lookedAt - b.lookedAt);
  // another worker may take the first at this very moment
  for (const { line } of due) if (await take(ctx, line.id, restedSince)) return line;
  return null;
}

/** Writes that this line is looked at now, unless somebody else just did. */
async function take(ctx: Ctx, lineId: string, restedSince: Date): Promise<boolean> {
  const taken = await ctx.db
    .insertInto('mail_line_records')
    .values({ workspace_id: ctx.workspaceId, line_id: lineId, checked_at: ctx.now })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'line_id'])
        .doUpdateSet({ checked_at: ctx.now })
        .where('mail_line_records.checked_at', '<', restedSince),
    )
    .returning('line_id')
    .executeTakeFirst();
  return taken !== undefined;
}

async function keepLook(ctx: Ctx, line: MailLine, found: readonly DnsRecord[]): Promise<void> {
  const broken = await keepRecords(ctx, line.id, found);
  if (broken.length === 0) return;
  const holders = await teammatesHolding(ctx, 'lines.configure');
  const actors = [...(await loadActors(ctx, holders))];
  await notify(ctx, {
    teammateIds: actors.filter(([, actor]) => servesBrand(actor, line.brandId)).map(([id]) => id),
    kind: dnsNotice.name,
    subjectKind: 'line',
    subjectId: line.id,
    causeId: newId(),
  });
}
