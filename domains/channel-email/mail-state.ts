import { isDemo } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';
import type { Tools } from '#platform/domain';
import type * as z from 'zod';
import type { getMailState } from './contract.ts';
import { lastMailOf } from './health.ts';
import { countParked } from './ledger-page.ts';
import type { MailLine } from './mail-line.ts';
import { signInRow } from './sign-in.ts';
import { visibleLine } from './visible-line.ts';
import { wayIn } from './way-in.ts';

type MailState = z.output<typeof getMailState.reply>;

/** How each part of a line is: what its holder, its last test and its provider said last. Asks nobody outside. */
export async function mailState(ctx: ReadCtx, tools: Pick<Tools, 'config'>, lineId: string): Promise<MailState> {
  const line = await visibleLine(ctx, lineId);
  const way = await wayIn(ctx, line);
  const lastMail = (await lastMailOf(ctx, [line.id])).get(line.id) ?? null;
  return {
    in: { state: way.is === 'none' ? 'off' : way.state, says: way.says, at: way.lastSeenAt },
    lastMailAt: lastMail?.toISOString() ?? null,
    out: await wayOut(ctx, tools, line),
    consent: await consentState(ctx, line),
    waiting: await countParked(ctx, line.id),
  };
}

/** The way out, as the last test found it. */
async function wayOut(ctx: ReadCtx, tools: Pick<Tools, 'config'>, line: MailLine): Promise<MailState['out']> {
  const own = line.settings.smtp?.host;
  const host = own ?? tools.config.smtp?.host;
  if (host === undefined)
    return (await isDemo(ctx))
      ? { state: 'warning', says: 'No outgoing server is set: answers reach the people of the story alone.', at: null }
      : { state: 'bad', says: 'No outgoing server is set: answers cannot leave. Give one under “Sending”.', at: null };
  const whose = own === undefined ? `${host}, that of the whole installation` : host;
  const last = await ctx.db
    .selectFrom('mail_tests')
    .select(['accepted_at', 'accepted_by', 'failed_at', 'failure'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', line.id)
    .orderBy('begun_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.failed_at) return { state: 'bad', says: last.failure ?? '', at: last.failed_at.toISOString() };
  if (last?.accepted_at && last.accepted_by === host)
    return { state: 'good', says: `${whose} took the last test.`, at: last.accepted_at.toISOString() };
  return { state: 'warning', says: `Answers leave by ${whose}. Not tried yet: send a test.`, at: null };
}

async function consentState(ctx: ReadCtx, line: MailLine): Promise<MailState['consent']> {
  const { imap, smtp } = line.settings;
  if (imap?.signIn !== 'oauth' && smtp?.signIn !== 'oauth') return null;
  const row = await signInRow(ctx, line.id);
  if (!row) return { state: 'bad', says: 'Nobody signed in at the provider yet: do it below.', at: null };
  if (row.refused_at)
    return { state: 'bad', says: `Sign in again at the provider. ${row.says}`, at: row.refused_at.toISOString() };
  return { state: 'good', says: 'Signed in at the provider.', at: row.given_at.toISOString() };
}
