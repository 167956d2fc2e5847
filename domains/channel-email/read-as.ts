import { rewordReceived } from '#domains/conversations';
import type { Asker, Tools } from '#platform/domain';
import { mayNot, problem } from '#platform/problem';
import type { LedgerEvidence } from './ledger.ts';
import { prepareMail } from './prepare-mail.ts';
import { ledgerMail } from './recover.ts';
import type { LedgerRow } from './contract.ts';

const erased = problem(
  'mail/erased',
  409,
  'This mail was erased',
  'Its row tells what became of it; its words are gone and cannot be read again.',
);

/**
 * A person says in which charset a mail is written, as its own label is wrong: the kept source is read again, and the words
 * of its message follow. Nothing is lost by it: null reads it as the mail itself says.
 */
export async function readAs(
  tools: Tools,
  asker: Asker,
  id: string,
  charset: string | null,
): Promise<{ readAs: string | null; subject: string }> {
  const who = { workspaceId: asker.workspaceId, actor: asker.actor, origin: asker.origin, via: 'api' } as const;
  const { row, mayRecover } = await tools.read(who, (ctx) => ledgerMail(ctx, id));
  if (!mayRecover) throw mayNot();
  if (row.sha256 === null) throw erased();
  const known = (row.evidence as LedgerEvidence).sender;
  const prepared = await prepareMail(tools, {
    workspaceId: asker.workspaceId,
    lineId: row.line_id,
    door: { door: row.door as LedgerRow['door'], key: row.door_key },
    arrivedAt: row.arrived_at,
    raw: await tools.files.read(asker.workspaceId, row.sha256),
    // what was found of its sender then stands: by now its host may say another thing
    sender: known ?? { verdict: 'none', says: '' },
    readAs: charset,
  });
  const { subject } = prepared.mail;
  return tools.transact(who, async (ctx) => {
    const { row: locked } = await ledgerMail(ctx, id, true);
    if (locked.sha256 === null) throw erased();
    await ctx.db
      .updateTable('mail_ledger')
      .set({ read_as: charset, subject: subject.slice(0, 998) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('month', '=', locked.month)
      .where('id', '=', id)
      .execute();
    if (locked.entry_id !== null)
      await rewordReceived(ctx, locked.entry_id, {
        subject: subject.slice(0, 998),
        text: prepared.text,
        visibleLength: prepared.visibleLength ?? null,
        html: prepared.mail.html,
        fromName: prepared.mail.from?.name ?? null,
      });
    return { readAs: charset, subject };
  });
}
