import { expect, test } from 'vitest';
import { fuzzMails } from './fuzz/fuzz-mail.ts';

test('some hundred made and broken mails are read without a crash, a hang or a lost word', async () => {
  const { mails, findings } = await fuzzMails({ firstSeed: 1, mails: 400, cpuSeconds: 40 });
  expect(findings).toEqual([]);
  expect(mails).toBe(400);
});
