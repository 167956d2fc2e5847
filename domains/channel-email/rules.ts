import type { Ctx, ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { holds } from '#platform/policy';
import { mayNot, notFound, problem } from '#platform/problem';
import type { MailRule } from './contract.ts';
import type { LedgerEvidence } from './ledger.ts';
import { letGo } from './guard.ts';
import { ledgerMail } from './recover.ts';
import { visibleLine } from './visible-line.ts';

/** Most rules of one line; more would be a filter that nobody oversees. */
const ruleLimit = 500;
const valueLimit = 320;

const tooMany = problem(
  'mail/too-many-rules',
  422,
  'This line has as many rules as it can have',
  'Take back those that are not needed any more.',
);
const nothingToKnowItBy = problem(
  'mail/nothing-to-know-it-by',
  422,
  'There is nothing to know such a mail by again',
  'It names no sender, or was not sent by a list.',
);

/** The rules of a line, the newest first. */
export async function rulesOf(ctx: ReadCtx, lineId: string): Promise<MailRule[]> {
  const mayChange = holds(ctx.actor, 'lines.configure');
  const rows = await ctx.db
    .selectFrom('mail_rules')
    .select(['id', 'of', 'value', 'act', 'made_at', 'made_by'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(ruleLimit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    of: row.of as MailRule['of'],
    value: row.value,
    act: row.act as MailRule['act'],
    madeAt: row.made_at.toISOString(),
    madeBy: row.made_by,
    can: mayChange ? ['take-back'] : [],
  }));
}

/** Every next mail like this one is treated so; the last word about a sender or list counts. */
export async function makeRule(
  ctx: Ctx,
  mailId: string,
  ask: { of: MailRule['of']; act: MailRule['act'] },
): Promise<{ rows: MailRule[] }> {
  const { row, mayRecover } = await ledgerMail(ctx, mailId);
  if (!mayRecover) throw mayNot();
  const { list } = row.evidence as LedgerEvidence;
  const value = ask.of === 'sender' ? row.from_address : (list ?? null);
  if (!value) throw nothingToKnowItBy();
  await writeRule(ctx, row.line_id, { ...ask, value });
  return { rows: await rulesOf(ctx, row.line_id) };
}

/** Treats the next mails of a sender or list so, as a file of set-up says. */
export async function setRule(
  ctx: Ctx,
  lineId: string,
  rule: { of: MailRule['of']; act: MailRule['act']; value: string },
): Promise<void> {
  const line = await visibleLine(ctx, lineId);
  if (!holds(ctx.actor, 'lines.configure')) throw mayNot();
  await writeRule(ctx, line.id, rule);
}

async function writeRule(
  ctx: Ctx,
  lineId: string,
  rule: { of: MailRule['of']; act: MailRule['act']; value: string },
): Promise<void> {
  if ((await rulesOf(ctx, lineId)).length >= ruleLimit) throw tooMany();
  const said = { act: rule.act, made_at: ctx.now, made_by: ctx.actor.id };
  await ctx.db
    .insertInto('mail_rules')
    .values({ workspace_id: ctx.workspaceId, id: newId(), line_id: lineId, of: rule.of, value: rule.value, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'line_id', 'of', 'value']).doUpdateSet(said))
    .execute();
  if (rule.of === 'sender' && rule.act === 'let-through') await letGo(ctx, lineId, rule.value);
}

/** Takes a rule back: the next mail is judged as before. */
export async function takeBackRule(ctx: Ctx, id: string): Promise<void> {
  const rule = await ctx.db
    .selectFrom('mail_rules')
    .select('line_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!rule) throw notFound();
  await visibleLine(ctx, rule.line_id);
  if (!holds(ctx.actor, 'lines.configure')) throw mayNot();
  await ctx.db.deleteFrom('mail_rules').where('workspace_id', '=', ctx.workspaceId).where('id', '=', id).execute();
}

/** Lets an address that is held back through: from now on, and until the rule is taken back. */
export async function letThrough(ctx: Ctx, lineId: string, sender: string): Promise<{ rows: MailRule[] }> {
  const line = await visibleLine(ctx, lineId);
  if (!holds(ctx.actor, 'lines.configure')) throw mayNot();
  await writeRule(ctx, line.id, { of: 'sender', act: 'let-through', value: sender.toLowerCase().slice(0, valueLimit) });
  return { rows: await rulesOf(ctx, line.id) };
}
