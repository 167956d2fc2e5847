import { expect, test } from 'vitest';
import { fuzzMails } from '../fuzz/fuzz-mail.ts';

test('twenty thousand made and broken mails are read without a crash, a hang or a lost word', async () => {
  const { mails, findings } = await fuzzMails({ firstSeed: 1_000_000, mails: 20_000, cpuSeconds: 250 });
  expect(findings).toEqual([]);
  expect(mails).toBe(20_000);
});
