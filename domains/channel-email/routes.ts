import * as z from 'zod';
import { answer, answerOutside, type Handler } from '#platform/domain';
import type { ReadCtx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { invalidInput, notFound } from '#platform/problem';
import { holds } from '#platform/policy';
import { beginConsent, endConsent, endSignIn, signInView } from './consent.ts';
import {
  askConsent,
  forgetConsent,
  getLedgerMail,
  getLedgerSource,
  getSignIn,
  listLedger,
  listMailboxes,
  listSignatures,
  type MailboxView,
  recoverMail,
  sendTestMail,
  takeConsent,
  setSignature as setSignatureRoute,
  testConnection,
} from './contract.ts';
import { countParked, ledgerPage, ledgerView } from './ledger.ts';
import { type MailLine, mailLineById, openMailLines } from './mail-line.ts';
import { mailboxesOf } from './mailbox-state.ts';
import { ledgerMail, recover } from './recover.ts';
import { mySignatures, setSignature } from './signatures.ts';
import { sendTest, tryLine } from './try-line.ts';

/** How much of a raw mail is shown beside its row, in bytes. */
const shownBytes = 64 * 1024;

/** Where a page goes on: the id of the last row before it. */
function ledgerPlace(after: string): string {
  if (z.uuid().safeParse(after).success) return after;
  throw invalidInput({ fields: [{ path: 'query.after', message: 'Give the `next` of the page before, unchanged.' }] });
}

export const routes: readonly Handler[] = [
  answer(listLedger, async (ctx, { params, query }) => {
    const line = await visibleLine(ctx, params.id);
    const { rows, next } = await ledgerPage(ctx, {
      lineId: line.id,
      fate: query.fate,
      after: query.after === undefined ? undefined : ledgerPlace(query.after),
      limit: query.limit,
    });
    const mayRecover = holds(ctx.actor, 'lines.configure');
    return { rows: rows.map((row) => ledgerView(row, mayRecover)), next, parked: await countParked(ctx, line.id) };
  }),
  answer(getLedgerMail, async (ctx, { params, files }) => {
    const { row, mayRecover } = await ledgerMail(ctx, params.id);
    const bytes = row.sha256 ? await files.read(ctx.workspaceId, row.sha256) : new Uint8Array();
    const signs = (row.evidence as { signs?: { sign: string; seen: string }[] }).signs ?? [];
    return {
      ...ledgerView(row, mayRecover),
      messageId: row.message_id,
      signs,
      raw: Buffer.from(bytes.subarray(0, shownBytes)).toString('utf8'),
      rawIsCut: bytes.length > shownBytes,
    };
  }),
  answer(getLedgerSource, async (ctx, { params, files }) => {
    const { row } = await ledgerMail(ctx, params.id);
    if (!row.sha256) throw notFound();
    return { bytes: await files.open(ctx.workspaceId, row.sha256), mediaType: 'message/rfc822', fileName: 'mail.eml' };
  }),
  answer(listMailboxes, async (ctx) => {
    const lines = (await openMailLines(ctx)).filter((line) => servesBrand(ctx.actor, line.brandId));
    const boxes = new Map(
      (
        await mailboxesOf(
          ctx,
          lines.map(({ id }) => id),
        )
      ).map((box) => [box.line_id, box]),
    );
    return {
      rows: await Promise.all(
        lines.map(async (line) => mailboxView(line, boxes.get(line.id), await countParked(ctx, line.id))),
      ),
    };
  }),
  answer(listSignatures, async (ctx) => ({ rows: [...(await mySignatures(ctx))] })),
  answer(setSignatureRoute, async (ctx, { body }) => ({ rows: [...(await setSignature(ctx, body))] })),
  answerOutside(recoverMail, (tools, { params, body }, asker) => recover(tools, asker, params.id, body)),
  answerOutside(testConnection, (tools, { params, body }, asker) => tryLine(tools, asker, params.id, body)),
  answerOutside(sendTestMail, (tools, { params, body }, asker) => sendTest(tools, asker, params.id, body.to)),
  answerOutside(getSignIn, (tools, { params }, asker) =>
    tools.read({ workspaceId: asker.workspaceId, actor: asker.actor }, (ctx) => signInView(ctx, tools, params.id)),
  ),
  answerOutside(askConsent, (tools, { params }, asker) => beginConsent(tools, asker, params.id)),
  answerOutside(takeConsent, (tools, { body }, asker) => endConsent(tools, asker, body)),
  answerOutside(forgetConsent, (tools, { params }, asker) => endSignIn(tools, asker, params.id)),
];

async function visibleLine(ctx: ReadCtx, id: string): Promise<MailLine> {
  const line = await mailLineById(ctx, id);
  if (!line || !servesBrand(ctx.actor, line.brandId)) throw notFound();
  return line;
}

function mailboxView(
  line: MailLine,
  box: Awaited<ReturnType<typeof mailboxesOf>>[number] | undefined,
  parked: number,
): MailboxView {
  const isOff = !line.settings.imap;
  return {
    lineId: line.id,
    name: line.name,
    address: line.address,
    state: isOff ? 'off' : ((box?.state ?? 'new') as MailboxView['state']),
    says: isOff && line.settings.door ? 'Mail comes through our own door.' : (box?.says ?? ''),
    since: box?.since.toISOString() ?? null,
    lastSeenAt: box?.last_seen_at?.toISOString() ?? null,
    lastMailAt: box?.last_mail_at?.toISOString() ?? null,
    parked,
  };
}
