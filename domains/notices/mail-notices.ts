import { teammateById } from '#domains/identity';
import type { Ctx } from '#platform/ctx';
import { type Letter, type LetterOutcome, outward } from '#platform/domain';
import { languageOf } from '#platform/words';
import { sql } from 'kysely';
import * as z from 'zod';
import { mayStillBeTold } from './may-still-be-told.ts';
import { noticeRows } from './queries.ts';
import { stopUrl } from './stop-mails.ts';
import { placeOf } from './views.ts';

/** Longest one sending may take, in seconds. */
const sendLimitSeconds = 60;
/** Most notices told in one mail; more wait for the next. */
const inOneMail = 50;

interface Due {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: number | null;
}

/** What one mail tells one teammate; without notices it is a test. */
interface Work {
  readonly workspaceId: string;
  readonly teammateId: string;
  readonly to: { readonly name: string; readonly address: string };
  /** The language of whoever gets it. */
  readonly locale: string;
  readonly due: readonly Due[];
  readonly isTest: boolean;
}

/** Plans the mail of a teammate: at once, or with all others of its hour. */
export function planMail(ctx: Ctx, teammateId: string, at: Date): void {
  ctx.enqueue(
    mailNotices.name,
    { teammateId },
    { startAfter: at, singletonKey: `${ctx.workspaceId} ${teammateId} ${at.toISOString().slice(0, 16)}` },
  );
}

/** Sends a teammate what is due and they have not seen: claimed first, so that each notice is mailed once at most. */
export const mailNotices = outward<Work, LetterOutcome>({
  name: 'notices.mail',
  limitSeconds: sendLimitSeconds,
  claim: async (ctx, data) => {
    const { teammateId, test } = z.object({ teammateId: z.uuid(), test: z.uuid().optional() }).parse(data);
    const teammate = await teammateById(ctx, teammateId);
    const due = test === undefined ? await claimDue(ctx, teammateId) : [];
    const isTest = test !== undefined && (await isFirst(ctx, test));
    if (!teammate || teammate.deactivatedAt || (due.length === 0 && !isTest)) return null;
    const to = { name: teammate.name, address: teammate.address };
    return { workspaceId: ctx.workspaceId, teammateId, to, locale: teammate.locale, due, isTest };
  },
  call: (tools, work, signal) => {
    const { sendLetter } = tools.house;
    if (!sendLetter) return Promise.resolve({ outcome: 'failed', says: 'Nothing here sends mail.' });
    return sendLetter(tools, work.workspaceId, letterOf(tools, work), signal);
  },
  // What left or not is known to the host alone: a notice is in the list all the same, so none is sent twice.
  record: async () => undefined,
});

async function claimDue(ctx: Ctx, teammateId: string): Promise<readonly Due[]> {
  const rows = await noticeRows(ctx)
    .where('teammate_id', '=', teammateId)
    .where('mail_due_at', '<=', ctx.now)
    .where('mailed_at', 'is', null)
    .orderBy('id')
    .limit(inOneMail)
    .forUpdate()
    .execute();
  if (rows.length === 0) return [];
  await ctx.db
    .updateTable('notices')
    .set({ mailed_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', sql<string>`any(${rows.map(({ id }) => id)}::uuid[])`)
    .execute();
  // What was seen meanwhile needs no mail, and of what was taken from its reader meanwhile none is told.
  const told = await mayStillBeTold(ctx, teammateId, rows);
  return rows
    .filter((row) => row.seenAt === null && told(row))
    .map((row) => {
      const { number } = row.body as { readonly number?: unknown };
      return { ...row, number: typeof number === 'number' ? number : null };
    });
}

/** A test is asked for by its own id: the job runs it once, and its second round finds nothing left. */
async function isFirst(ctx: Ctx, test: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into notice_mail_tests (workspace_id, id, sent_at) values (${ctx.workspaceId}::uuid, ${test}::uuid, ${ctx.now})
    on conflict do nothing returning id`.execute(ctx.db);
  return rows.length > 0;
}

function letterOf(tools: Parameters<typeof stopUrl>[0], work: Work): Letter {
  const base = tools.config.publicUrl;
  const say = (english: string, values?: Readonly<Record<string, string | number>>): string =>
    tools.house.say(languageOf(work.locale), english, values);
  const says = (kind: string): string => say(tools.house.noticeKinds.get(kind)?.says ?? 'Something happened');
  if (work.isTest)
    return {
      to: work.to,
      subject: say('A test from Rapport'),
      text: say('Notices by mail reach you here. Choose which in {{url}}.', { url: `${base}/notices` }),
      stopUrl: null,
    };
  const lines = work.due.map((one) => {
    const about = one.number === null ? '' : ` (#${one.number})`;
    return `${says(one.kind)}${about}\n${base}${placeOf(tools.house, one)}`;
  });
  const kinds = [...new Set(work.due.map(({ kind }) => kind))];
  const stops = kinds.map((kind) =>
    say('No more mails of “{{kind}}”: {{url}}', { kind: says(kind), url: stopUrl(tools, { ...work, kinds: [kind] }) }),
  );
  const [only] = lines.length === 1 ? work.due : [];
  const about = only?.number == null ? '' : ` (#${only.number})`;
  return {
    to: work.to,
    subject: only ? `${says(only.kind)}${about}` : say('{{count}} notices from Rapport', { count: lines.length }),
    text: [...lines, '--', ...stops, say('All choices: {{url}}', { url: `${base}/notices` })].join('\n\n'),
    // one click stops all that this mail tells; each kind alone has its link in the words
    stopUrl: stopUrl(tools, { ...work, kinds }),
  };
}
