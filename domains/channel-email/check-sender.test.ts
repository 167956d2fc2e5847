import { expect, test } from 'vitest';
import { readMail } from '#science/mail';
import { slowWith } from '../../tests/support/slow-text.ts';
import { checkSender } from './check-sender.ts';

test('a line of a host that was written to be searched over and over costs no more than its length', async () => {
  const noNames = async () => Promise.reject(Object.assign(new Error('There is no such name.'), { code: 'ENOTFOUND' }));
  const check = async (text: string) => {
    const raw = Buffer.from(`Received: from ${text}\r\nFrom: a@cust.test\r\n\r\nx`);
    return checkSender(raw, await readMail(raw), {}, noNames);
  };
  expect(await slowWith(check)).toEqual([]);
});
