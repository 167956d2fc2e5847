import { afterAll, beforeAll, beforeEach, test } from 'vitest';
import { browserMissing, openScreen, useBrowser } from '../support/browser.ts';
import { type MailRig, mailRigMissing, startMailRig } from '../support/mail-rig.ts';
import { mailToAnswer } from './mail-to-answer.ts';
import { mailWithFiles } from './mail-with-files.ts';
import { arriveLimitMs, openByKeys, rowOf } from './inbox.ts';
import { replyWithForm } from './reply-with-form.ts';
import { useProgram } from './started-program.ts';

const missing = browserMissing() ?? mailRigMissing();
const browser = useBrowser();
const program = useProgram({ missing });
let rig: MailRig | undefined;

beforeAll(async () => {
  if (!missing) rig = await startMailRig();
}, 60_000);
afterAll(() => rig?.stop());
beforeEach((context) => {
  if (missing) context.skip(missing);
});

test('through a real Postfix and Dovecot: a fresh program, a customer’s mail, the answer, their answer, a note, closed', async () => {
  if (!rig) throw new Error('The mail servers did not start.');
  const { imapPort, smtpPort, send, mails } = rig;
  const { page } = await openScreen(browser(), program().url);
  await mailToAnswer(page, {
    line: {
      address: 'support@desk.test',
      imap: `127.0.0.1:${imapPort}`,
      password: 'pw',
      smtp: `127.0.0.1:${smtpPort}`,
    },
    write: (mail) => send({ from: 'Alice Weber <alice@cust.test>', ...mail }),
    mailbox: async (atLeast) => (await mails('alice@cust.test', atLeast)).map(({ raw }) => raw),
  });
  await mailWithFiles(
    page,
    { write: send, mailbox: async (address, atLeast) => (await mails(address, atLeast)).map(({ raw }) => raw) },
    { ours: 'support@desk.test', third: 'maker@cust.test' },
  );
  const subject = 'The strap tore';
  await send({ from: 'Dora Diaz <dora@cust.test>', to: 'support@desk.test', subject, text: 'What now?' });
  await page.goto('/inbox/all');
  await rowOf(page, subject).waitFor({ timeout: arriveLimitMs });
  await openByKeys(page, subject);
  await replyWithForm(page, async () => (await mails('dora@cust.test', 1)).map(({ raw }) => raw));
});
