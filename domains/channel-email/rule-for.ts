import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { builtOnce } from '#platform/database';
import { headerOf, type Mail } from '#science/mail';
import type { PreparedMail } from './prepare-mail.ts';

/** As long as an address may be. */
const valueLimit = 320;

/** The id of the list that sent a mail, bare; null where none did. */
export function listOf(mail: Mail): string | null {
  const named = headerOf(mail, 'list-id');
  if (named === null) return null;
  const bare = (/<([^<>]+)>/.exec(named)?.[1] ?? named).trim().toLowerCase();
  return bare === '' ? null : bare.slice(0, valueLimit);
}

/** What one mail is known by for a rule: its sender, and the list that sent it. */
interface RuleKeys {
  readonly sender: string | null;
  readonly list: string | null;
}

/** What a mail at the door is known by. */
function ruleKeys({ mail }: Pick<PreparedMail, 'mail'>): RuleKeys {
  return { sender: mail.from?.address.toLowerCase().slice(0, valueLimit) ?? null, list: listOf(mail) };
}

/** What is decided for mails like this one; a `never` is stronger than a `let-through`. */
export interface Decided {
  readonly act: 'let-through' | 'never';
  readonly words: string;
}

const rulesOf = builtOnce((db, given: { workspaceId: string; lineId: string; values: readonly string[] }) =>
  db
    .selectFrom('mail_rules')
    .select(['of', 'value', 'act'])
    .where('workspace_id', '=', given.workspaceId)
    .where('line_id', '=', given.lineId)
    .where(sql<boolean>`value = any((select ${given.values}::text[])::text[])`),
);

/** The rule that a mail meets, in one indexed look. A sender that is not proven cannot use another's way through. */
export async function ruleFor(ctx: ReadCtx, lineId: string, prepared: PreparedMail): Promise<Decided | null> {
  const { sender, list } = ruleKeys(prepared);
  const values = [sender, list].filter((one) => one !== null);
  if (values.length === 0) return null;
  const rows = await rulesOf(ctx.db, { workspaceId: ctx.workspaceId, lineId, values });
  const mine = rows.filter((row) => (row.of === 'sender' ? row.value === sender : row.value === list));
  const never = mine.find((row) => row.act === 'never');
  if (never) return { act: 'never', words: `A rule of this line: mail of ${never.value} is never taken in.` };
  const through = mine.find((row) => row.act === 'let-through');
  if (!through || prepared.sender.verdict === 'fail') return null;
  return { act: 'let-through', words: `A rule of this line lets ${through.value} through.` };
}
