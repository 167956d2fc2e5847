/** E-mail: in by IMAP and by our own SMTP door, out by SMTP; every mail that came has a row in the ledger. */
import { sql } from 'kysely';
import { lineClosed } from '#domains/brands/contract';
import type { Ctx, EventOf } from '#platform/ctx';
import { type Channel, type Domain, every, type Process, within } from '#platform/domain';
import { mailRulesPart } from './config-part.ts';
import { MailLineSettings } from './contract.ts';
import { demo } from './demo.ts';
import { simulatedAnswer } from './demo-postbox.ts';
import { deliver } from './deliver.ts';
import { mailboxHealth, mailComparison, mailLag } from './health.ts';
import { lineStates } from './line-states.ts';
import { channelKind } from './mail-line.ts';
import { mailboxes } from './mailboxes.ts';
import { ledgerTopic } from './ledger-topic.ts';
import { testTopic } from './mail-tests.ts';
import { pastTopic } from './past-mail.ts';
import { personalData } from './personal-data.ts';
import { routes } from './routes.ts';
import { dropSignIn } from './sign-in.ts';
import { sendLetter } from './send-letter.ts';
import { closeWaiting } from './smtp-connections.ts';
import { smtpDoor } from './smtp-door.ts';
import { takePast } from './take-past.ts';
import { dnsNotice, watchDns } from './watch-dns.ts';
import { es } from './said.es.ts';
import * as contract from './contract.ts';

export { openDoor, type OpenDoor } from './smtp-door.ts';
export { signInOf, type SignIn } from './sign-in.ts';
export { keepMailbox } from './keep-mailbox.ts';
export { type MailStep, receiveSteps, sendSteps, watchSteps } from './steps.ts';
export { takeIn } from './take-in.ts';

const email: Channel = {
  kind: channelKind,
  title: 'E-mail',
  icon: 'mail',
  identityKind: 'address',
  live: false,
  reply: true,
  subject: true,
  html: true,
  copies: true,
  attachmentLimitBytes: 25 * 1024 * 1024,
  undoWindowSeconds: 10,
  lineSettings: MailLineSettings,
  signsIn: (settings) => {
    const { imap, smtp, oauth } = MailLineSettings.parse(settings);
    return Boolean(imap ?? smtp?.user ?? oauth);
  },
  deliverJob: deliver.name,
  lineStates,
};

/** Connections that wait for the next mail end with the program. */
const outgoing: Process = {
  name: 'channel-email.outgoing',
  role: 'worker',
  start: async () => ({ stop: async () => closeWaiting() }),
};

export const channelEmail: Domain = {
  name: 'channel-email',
  configParts: [mailRulesPart],
  needs: ['identity', 'brands', 'notices', 'customers', 'conversations'],
  said: { es },
  sendLetter,
  channel: email,
  settingsAreas: [
    { id: 'signatures', opens: { route: contract.listSignatures }, changes: { route: contract.setSignature } },
  ],
  routes,
  notices: [dnsNotice],
  topics: [testTopic, ledgerTopic, pastTopic],
  reactions: [within(lineClosed, forgetSignIn)],
  jobs: [
    deliver,
    simulatedAnswer,
    takePast,
    watchDns,
    every('20 3 * * *', 'channel-email.make-months', async (ctx) => {
      await sql`select ensure_months('mail_ledger', ${ctx.now}::timestamptz::date, (${ctx.now}::timestamptz + interval '3 months')::date)`.execute(
        ctx.db,
      );
    }),
  ],
  processes: [mailboxes, smtpDoor, outgoing],
  health: [mailboxHealth, mailComparison, mailLag],
  personalData,
  demo,
};

/** A closed line signs in nowhere. */
async function forgetSignIn(ctx: Ctx, event: EventOf<typeof lineClosed>): Promise<void> {
  await dropSignIn(ctx, event.subjectId);
}
