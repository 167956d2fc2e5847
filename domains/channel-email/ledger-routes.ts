import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import { answer, answerOutside, type FileStore, type Handler } from '#platform/domain';
import { holds } from '#platform/policy';
import { invalidInput, notFound } from '#platform/problem';
import { htmlToText, readMail } from '#science/mail';
import { compareNow, takeMissing } from './compare-line.ts';
import {
  compareLine,
  exportLedger as exportLedgerRoute,
  getLedgerMail,
  getLedgerSource,
  getLedgerSummary,
  leaveMail,
  letAddressThrough,
  type LedgerMail,
  listHeldAddresses,
  listLedger,
  listMailRules,
  makeMailRule,
  readMailAs,
  recoverMail,
  takeBackMailRule,
  takeMissingMails,
} from './contract.ts';
import { exportLedger } from './export-ledger.ts';
import type { LedgerEvidence } from './ledger.ts';
import { ledgerPage, ledgerSummary, ledgerViews } from './ledger-page.ts';
import { leaveAside, ledgerMail, placesOf, recover } from './recover.ts';
import { heldAddresses } from './guard.ts';
import { readAs } from './read-as.ts';
import { letThrough, makeRule, rulesOf, takeBackRule } from './rules.ts';
import { visibleLine } from './visible-line.ts';

/** How much of a raw mail is shown beside its row, and of what it says, in bytes and characters; larger mails are not read for it. */
const shownBytes = 64 * 1024;
const shownText = 4_000;
const readLimitBytes = 2 * 1024 * 1024;

/** Everything the ledger page asks. */
export const ledgerRoutes: readonly Handler[] = [
  answer(listLedger, async (ctx, { params, query }) => {
    const line = await visibleLine(ctx, params.id);
    const after = query.after === undefined ? undefined : ledgerPlace(query.after);
    const { rows, next } = await ledgerPage(ctx, { ...query, lineId: line.id, after });
    return { rows: await ledgerViews(ctx, rows, holds(ctx.actor, 'lines.configure')), next };
  }),
  answerOutside(exportLedgerRoute, (tools, { params, query }, asker) =>
    exportLedger(tools, asker, { ...query, lineId: params.id }),
  ),
  answer(getLedgerSummary, async (ctx, { params, query }) =>
    ledgerSummary(ctx, await visibleLine(ctx, params.id), query.since),
  ),
  answer(getLedgerMail, (ctx, { params, files }) => ledgerMailView(ctx, files, params.id)),
  answer(getLedgerSource, async (ctx, { params, files }) => {
    const { row } = await ledgerMail(ctx, params.id);
    if (!row.sha256) throw notFound();
    return { bytes: await files.open(ctx.workspaceId, row.sha256), mediaType: 'message/rfc822', fileName: 'mail.eml' };
  }),
  answerOutside(compareLine, (tools, { params }, asker) => compareNow(tools, asker, params.id)),
  answerOutside(takeMissingMails, (tools, { params, body }, asker) => takeMissing(tools, asker, params.id, body.uids)),
  answerOutside(recoverMail, (tools, { params, body }, asker) => recover(tools, asker, params.id, body)),
  answerOutside(readMailAs, (tools, { params, body }, asker) => readAs(tools, asker, params.id, body.charset)),
  answer(leaveMail, (ctx, { params }) => leaveAside(ctx, params.id)),
  answer(listMailRules, async (ctx, { params }) => ({
    rows: await rulesOf(ctx, (await visibleLine(ctx, params.id)).id),
  })),
  answer(makeMailRule, (ctx, { params, body }) => makeRule(ctx, params.id, body)),
  answer(takeBackMailRule, async (ctx, { params }) => {
    await takeBackRule(ctx, params.id);
    return {};
  }),
  answer(listHeldAddresses, async (ctx, { params }) => ({
    rows: await heldAddresses(ctx, (await visibleLine(ctx, params.id)).id),
  })),
  answer(letAddressThrough, (ctx, { params, body }) => letThrough(ctx, params.id, body.address)),
];

/** Where a page goes on: the id of the last row before it. */
function ledgerPlace(after: string): string {
  if (z.uuid().safeParse(after).success) return after;
  throw invalidInput({ fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }] });
}

async function ledgerMailView(ctx: ReadCtx, files: FileStore, id: string): Promise<LedgerMail> {
  const { row, line, mayRecover } = await ledgerMail(ctx, id);
  const bytes = row.sha256 ? await files.read(ctx.workspaceId, row.sha256) : new Uint8Array();
  const { signs = [], sender, list } = row.evidence as LedgerEvidence;
  const [view] = await ledgerViews(ctx, [row], mayRecover);
  if (!view) throw notFound();
  return {
    ...view,
    messageId: row.message_id,
    sender: sender ?? null,
    list: list ?? null,
    signs: [...signs],
    mayRule: mayRecover,
    places: (await placesOf(ctx, line, row)).map((one) => ({
      conversationId: one.id,
      number: Number(one.number),
      subject: one.subject,
      isClosed: one.closed_at !== null,
      lastEntryAt: one.last_entry_at.toISOString(),
    })),
    readAs: row.read_as,
    mayRead: mayRecover && row.sha256 !== null,
    ...(await whatItSays(bytes, row.read_as)),
    raw: Buffer.from(bytes.subarray(0, shownBytes)).toString('utf8'),
    rawIsCut: bytes.length > shownBytes,
  };
}

/** The words of a mail and how many files it carries; one that cannot be read has its source. */
async function whatItSays(bytes: Uint8Array, charset: string | null): Promise<{ text: string | null; files: number }> {
  if (bytes.length === 0 || bytes.length > readLimitBytes) return { text: null, files: 0 };
  const mail = await readMail(bytes, charset === null ? {} : { charset }).catch(() => null);
  if (!mail) return { text: null, files: 0 };
  const text = mail.text ?? (mail.html === null ? '' : htmlToText(mail.html));
  return { text: text.trim().slice(0, shownText), files: mail.attachments.length };
}
