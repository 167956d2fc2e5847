import { answer, answerOutside, type Handler } from '#platform/domain';
import { servesBrand } from '#platform/policy';
import { keptDns } from './ask-dns.ts';
import { beginConsent, endConsent, endSignIn, signInView } from './consent.ts';
import {
  askConsent,
  beginMailTest,
  beginPastMail,
  checkLineDns,
  findMailServers,
  forgetConsent,
  getMailState,
  getMailTest,
  getPastMail,
  getSignIn,
  listMailboxes,
  lookAtLineDns,
  listSignatures,
  getPublicName,
  readLetter as readLetterRoute,
  type MailboxView,
  sendTestMail,
  stopPastMail,
  takeConsent,
  setPublicName as setPublicNameRoute,
  setSignature as setSignatureRoute,
  testConnection,
} from './contract.ts';
import { countParked } from './ledger-page.ts';
import { findServers } from './find-servers.ts';
import { ledgerRoutes } from './ledger-routes.ts';
import { checkDnsOf, dnsView } from './line-dns.ts';
import { type MailLine, openMailLines } from './mail-line.ts';
import { mailState } from './mail-state.ts';
import { readTest } from './mail-tests.ts';
import { mailboxesOf } from './mailbox-state.ts';
import { myPublicName, setPublicName } from './public-names.ts';
import { beginPast, readPast, stopPast } from './past-mail.ts';
import { readLetter } from './read-letter.ts';
import { runTest } from './run-test.ts';
import { mySignatures, setSignature } from './signatures.ts';
import { configurableLine, sendTest, tryLine } from './try-line.ts';
import { lookNow } from './watch-dns.ts';

export const routes: readonly Handler[] = [
  ...ledgerRoutes,
  answerOutside(beginMailTest, (tools, { params }, asker) => runTest(tools, asker, params.id)),
  answerOutside(getMailState, (tools, { params }, asker) =>
    tools.read({ workspaceId: asker.workspaceId, actor: asker.actor }, (ctx) => mailState(ctx, tools, params.id)),
  ),
  answerOutside(findMailServers, async (tools, { query }) =>
    findServers(keptDns(tools.config.dnsServers), query.address),
  ),
  answer(beginPastMail, (ctx, { params, body }) => beginPast(ctx, params.id, body.days)),
  answer(getPastMail, (ctx, { params }) => readPast(ctx, params.id)),
  answer(stopPastMail, (ctx, { params }) => stopPast(ctx, params.id)),
  answer(getMailTest, (ctx, { params }) => readTest(ctx, params.id)),
  answerOutside(checkLineDns, (tools, { params }, asker) => checkDnsOf(tools, asker, params.id)),
  answerOutside(lookAtLineDns, async (tools, { params }, asker) => {
    const line = await configurableLine(tools, asker, params.id);
    return dnsView(tools, line, await lookNow(tools, asker.workspaceId, line));
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
  answer(readLetterRoute, (ctx, { params }) => readLetter(ctx, params.id)),
  answer(listSignatures, async (ctx) => ({ rows: [...(await mySignatures(ctx))] })),
  answer(setSignatureRoute, async (ctx, { body }) => ({ rows: [...(await setSignature(ctx, body))] })),
  answer(getPublicName, async (ctx) => ({ name: await myPublicName(ctx) })),
  answer(setPublicNameRoute, async (ctx, { body }) => ({ name: await setPublicName(ctx, body.name) })),
  answerOutside(testConnection, (tools, { params, body }, asker) => tryLine(tools, asker, params.id, body)),
  answerOutside(sendTestMail, (tools, { params, body }, asker) => sendTest(tools, asker, params.id, body.to)),
  answerOutside(getSignIn, (tools, { params }, asker) =>
    tools.read({ workspaceId: asker.workspaceId, actor: asker.actor }, (ctx) => signInView(ctx, tools, params.id)),
  ),
  answerOutside(askConsent, (tools, { params }, asker) => beginConsent(tools, asker, params.id)),
  answerOutside(takeConsent, (tools, { body }, asker) => endConsent(tools, asker, body)),
  answerOutside(forgetConsent, (tools, { params }, asker) => endSignIn(tools, asker, params.id)),
];

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
