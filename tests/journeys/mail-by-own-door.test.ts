import { beforeEach, expect, test } from 'vitest';
import { browserMissing, openScreen, useBrowser } from '../support/browser.ts';
import { sendTo } from '../support/mail-world.ts';
import { until } from '../support/until.ts';
import { mailToAnswer } from './mail-to-answer.ts';
import { useProgram } from './started-program.ts';

const browser = useBrowser();
const program = useProgram();

beforeEach((context) => {
  const missing = browserMissing();
  if (missing) context.skip(missing);
});

test('by our own mail door: a fresh program, a customer’s mail, the answer, their answer, a note, closed', async () => {
  const { url, doorPort, mailHost } = program();
  const { page } = await openScreen(browser(), url);
  await mailToAnswer(page, {
    line: { address: 'support@desk.test', smtp: `127.0.0.1:${mailHost.port}` },
    write: (mail) => sendTo(doorPort, { from: 'Alice Weber <alice@cust.test>', ...mail }),
    mailbox: (atLeast) =>
      until(
        `mail ${atLeast} of Alice`,
        () => {
          const mails = mailHost.mailsTo('alice@cust.test');
          return mails.length >= atLeast && mails;
        },
        30_000,
      ),
  });
  expect(mailHost.mailsTo('alice@cust.test')).toHaveLength(1);
});
