import { markBounced, participantsOf, receive } from '#domains/conversations';
import { identityByValue, noteUndeliverable, normaliseIdentity } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import type { Place } from './find-place.ts';
import { earlier, ledgerEntry, type MailOutcome, messageOf, rememberMail } from './keep-mail.ts';
import { writeLedger } from './ledger.ts';
import type { Bounce } from '#science/mail';
import type { MailLine } from './mail-line.ts';
import type { PreparedMail } from './prepare-mail.ts';

/** A delivery report about a mail of ours joins that conversation, and the recipient's copy is marked. */
export async function threadBounce(
  ctx: Ctx,
  line: MailLine,
  prepared: PreparedMail,
  ledgerId: string,
  place: Place & { conversationId: string; aboutEntryId: string },
): Promise<MailOutcome> {
  const { mail, classified } = prepared;
  const [taking] = (await participantsOf(ctx, [place.conversationId])).values();
  const [customerId] = taking?.customerIds ?? [];
  if (!customerId) throw new Error('A conversation without a customer cannot take a delivery report.');
  const occurredAt = earlier(prepared.arrivedAt, ctx.now);
  const sender = mail.from ?? { name: 'Mail delivery', address: `mailer-daemon@${line.address.split('@')[1] ?? ''}` };
  const received = await receive(ctx, {
    ...messageOf(prepared, line, place, sender, occurredAt),
    customerId,
    identityId: null,
    automatic: true,
  });
  await rememberMail(ctx, line, prepared, received);
  const isFinal = await markCopies(ctx, line, place.aboutEntryId, classified.bounce ?? null, occurredAt);
  const why = isFinal
    ? 'A delivery report: the mail of ours that it is about did not arrive.'
    : 'A delivery report about a mail of ours.';
  await writeLedger(ctx, {
    ...ledgerEntry(ledgerId, prepared, 'threaded', why, {
      customerId,
      conversationId: received.conversationId,
      entryId: received.entryId,
    }),
    reason: 'bounce',
  });
  return { ledgerId, fate: 'threaded', conversationId: received.conversationId };
}

/** Marks the copy of everyone whose mail did not arrive; answers whether there is one, as a delay is news and not an end. */
async function markCopies(
  ctx: Ctx,
  line: MailLine,
  entryId: string,
  bounce: Bounce | null,
  at: Date,
): Promise<boolean> {
  const whole = {
    status: bounce?.status ?? null,
    action: bounce?.action ?? null,
    diagnostic: bounce?.diagnostic ?? null,
  };
  // a report that names nobody is about every copy
  const said = bounce?.recipients.length ? bounce.recipients : [{ ...whole, address: null, original: null }];
  const failed = said.filter(({ action }) => action === null || action === 'failed');
  for (const one of failed) {
    const names = [one.address, one.original].filter((name) => name !== null);
    const came = await markBounced(ctx, {
      entryId,
      recipients: names.length > 0 ? names : null,
      failure: (one.diagnostic ?? one.status ?? 'The mail came back.').slice(0, 500),
      at,
    });
    if (isOfAddress(one.status)) await markUndeliverable(ctx, line, came, at);
  }
  return failed.length > 0;
}

/** Whether a report says that the address itself takes no mail: not that a box is full, a mail too large or unwanted. */
function isOfAddress(status: string | null): boolean {
  return status === null || /^5\.(0\.0|1\.\d+|2\.1|4\.\d+)$/.test(status);
}

/** The customers' addresses that a report is about are known to take no mail, until one of them writes again. */
async function markUndeliverable(ctx: Ctx, line: MailLine, addresses: readonly string[], at: Date): Promise<void> {
  for (const address of addresses) {
    const identity = await identityByValue(ctx, line.brandId, 'address', normaliseIdentity('address', address));
    if (identity) await noteUndeliverable(ctx, identity.id, at);
  }
}
