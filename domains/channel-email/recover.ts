import type { Asker, Tools } from '#platform/domain';
import type { Ctx, ReadCtx } from '#platform/ctx';
import { holds, servesBrand } from '#platform/policy';
import { mayNot, notFound, problem } from '#platform/problem';
import type { SenderCheck } from './check-sender.ts';
import type { LedgerRow } from './contract.ts';
import { loadMany } from '#domains/conversations';
import { findPlace, type Place } from './find-place.ts';
import { type LedgerEvidence, ledgerColumns, ledgerRow, type StoredLedgerRow } from './ledger.ts';
import { ledgerView } from './ledger-page.ts';
import { addressesOf, type MailLine, mailLineById, openMailLines } from './mail-line.ts';
import { prepareMail } from './prepare-mail.ts';
import { placeMessage } from './receive-mail.ts';
import { senderOf } from './sender.ts';

const notParked = problem(
  'mail/not-parked',
  409,
  'This mail is not parked',
  'It has found its place already; open its conversation.',
);
const whoWrote = problem(
  'mail/who-wrote',
  422,
  'This mail names nobody who could be answered',
  'Say who wrote it by their address.',
);
const cannotOpen = problem(
  'mail/cannot-be-opened',
  422,
  'This mail cannot be made into a conversation',
  'Read its source; our log says what breaks it.',
);

/** A row of the ledger with its line, for those who serve the line's brand; everything else does not exist. */
export async function ledgerMail(
  ctx: ReadCtx,
  id: string,
  forUpdate = false,
): Promise<{ row: StoredLedgerRow; line: MailLine; mayRecover: boolean }> {
  const row = await ledgerRow(ctx, id, forUpdate);
  const line = row ? await mailLineById(ctx, row.line_id) : null;
  if (!row || !line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  return { row, line, mayRecover: holds(ctx.actor, 'lines.configure') };
}

/** What a person says of a parked mail: who wrote it, and where it belongs. */
export interface Given {
  readonly address?: string | undefined;
  readonly name?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly apart?: boolean | undefined;
}

/**
 * A person says that a parked mail is for us: it is read again and placed like any message, whatever kind it seemed to
 * be. Doing it twice answers 409, with the conversation standing already.
 */
export async function recover(
  tools: Tools,
  asker: Asker,
  id: string,
  given: Given,
): Promise<{ conversationId: string; number: number; mail: LedgerRow }> {
  const who = { workspaceId: asker.workspaceId, actor: asker.actor, origin: asker.origin, via: 'api' } as const;
  const { row } = await tools.read(who, (ctx) => ledgerMail(ctx, id));
  if (row.fate !== 'parked' || row.sha256 === null) throw notParked();
  // a sender whom a person names is proven by that person
  const known: SenderCheck | undefined = given.address
    ? { verdict: 'none', says: 'A teammate said who wrote it.' }
    : (row.evidence as LedgerEvidence).sender;
  const prepared = await prepareMail(tools, {
    workspaceId: asker.workspaceId,
    lineId: row.line_id,
    door: { door: row.door as LedgerRow['door'], key: row.door_key },
    arrivedAt: row.arrived_at,
    raw: await tools.files.read(asker.workspaceId, row.sha256),
    ...(known ? { sender: known } : {}),
    readAs: row.read_as,
  }).catch((error: unknown) => {
    tools.log.error({ mailId: id, problem: String((error as Error).stack) }, 'A parked mail could not be read again');
    throw cannotOpen();
  });
  return tools.transact(who, async (ctx) => {
    const { row: locked, line, mayRecover } = await ledgerMail(ctx, id, true);
    if (locked.fate !== 'parked' || locked.sha256 === null) throw notParked();
    const ours = addressesOf(await openMailLines(ctx));
    const sender = given.address ? { address: given.address, name: given.name ?? '' } : senderOf(prepared.mail, ours);
    if (!sender) throw whoWrote();
    const place = await placeGiven(ctx, line, locked, given, await findPlace(ctx, line, prepared));
    const placed = await placeMessage(ctx, line, ours, prepared, place, sender);
    const settled = await ctx.db
      .updateTable('mail_ledger')
      .set({
        fate: placed.fate,
        why: `Opened by hand. It was parked: ${locked.why}`.slice(0, 1_000),
        customer_id: placed.customerId,
        conversation_id: placed.conversationId,
        entry_id: placed.entryId,
        settled_at: ctx.now,
        settled_by: ctx.actor.id,
      })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('month', '=', locked.month)
      .where('id', '=', id)
      .returning(ledgerColumns)
      .executeTakeFirstOrThrow();
    return {
      conversationId: placed.conversationId,
      number: placed.number,
      mail: ledgerView(settled, mayRecover, placed.number),
    };
  });
}

/** Where the person says that it belongs; one of its places, or apart. Without a word its signs decide. */
async function placeGiven(ctx: Ctx, line: MailLine, row: StoredLedgerRow, given: Given, found: Place): Promise<Place> {
  const byHand = { ...found, rule: 'by-hand', score: 100, signs: [...found.signs, { sign: 'by-hand', seen: '' }] };
  if (given.apart) return { ...byHand, conversationId: null };
  if (given.conversationId === undefined) return found;
  const place = (await placesOf(ctx, line, row)).find((one) => one.id === given.conversationId);
  if (!place) throw notFound();
  return { ...byHand, conversationId: place.id };
}

/** The conversations that its signs lead to, that the reader may see, and that it may be put into. */
export async function placesOf(ctx: ReadCtx, line: MailLine, row: StoredLedgerRow) {
  const { places = [], sender } = row.evidence as LedgerEvidence;
  // what is written in another's name joins no conversation of theirs
  if (row.fate !== 'parked' || sender?.verdict === 'fail') return [];
  const found = await loadMany(ctx, places);
  return found
    .filter((one) => one.brand_id === line.brandId && one.merged_into_id === null)
    .toSorted((a, b) => places.indexOf(a.id) - places.indexOf(b.id));
}

/** A person says that a parked mail is not for us: it waits for nobody any more, and stays whole. */
export async function leaveAside(ctx: Ctx, id: string): Promise<LedgerRow> {
  const { row, mayRecover } = await ledgerMail(ctx, id, true);
  if (!mayRecover) throw mayNot();
  if (row.fate !== 'parked' || row.settled_at) throw notParked();
  const settled = await ctx.db
    .updateTable('mail_ledger')
    .set({
      reason: 'left',
      why: `Left aside by hand. It was parked: ${row.why}`.slice(0, 1_000),
      settled_at: ctx.now,
      settled_by: ctx.actor.id,
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('month', '=', row.month)
    .where('id', '=', id)
    .returning(ledgerColumns)
    .executeTakeFirstOrThrow();
  return ledgerView(settled, mayRecover, null);
}
