import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import { judge, sendSmtp, type SmtpServer } from './send-smtp.ts';

let server: Server | undefined;
afterEach(() => void server?.close());

/** A server that lets a mail begin, and then does what the test says. */
async function serverThat(meets: (socket: Socket) => void): Promise<SmtpServer> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      const word = chunk.toString('latin1').slice(0, 4);
      if (word === 'DATA') {
        socket.write('354 go on\r\n');
        meets(socket);
      } else if (word !== 'body' && word !== 'more') socket.write('250 ok\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, secure: false, user: null, password: null };
}

const to = ['dana@customer.example'];

describe('the last byte of the mail decides', () => {
  test('gone in the middle: the server has nothing it could deliver', async () => {
    const at = await serverThat((socket) => socket.once('data', () => socket.destroy()));
    const message = Readable.from(
      (async function* mail() {
        yield 'body begins\r\n';
        // the rest is still to be read from the disk when the connection ends
        await new Promise(() => undefined);
      })(),
    );
    const sent = await sendSmtp(at, { from: 'us@shop.example', recipients: to, message }, AbortSignal.timeout(5_000));
    expect(sent.get('dana@customer.example')).toMatchObject({ outcome: 'retry' });
  });

  test('gone after the end: nobody knows', async () => {
    const at = await serverThat((socket) => {
      let heard = '';
      socket.on('data', (bytes) => {
        heard += String(bytes);
        if (heard.endsWith('\r\n.\r\n')) socket.destroy();
      });
    });
    const sent = await sendSmtp(
      at,
      { from: 'us@shop.example', recipients: to, message: Readable.from(['body\r\n']) },
      AbortSignal.timeout(5_000),
    );
    expect(sent.get('dana@customer.example')).toMatchObject({ outcome: 'not-confirmed' });
  });

  test('silent after the end until time is up: nobody knows', async () => {
    const at = await serverThat(() => undefined);
    const sent = await sendSmtp(
      at,
      { from: 'us@shop.example', recipients: to, message: Readable.from(['body\r\n']) },
      AbortSignal.timeout(300),
    );
    expect(sent.get('dana@customer.example')).toMatchObject({ outcome: 'not-confirmed' });
  });

  test('a file that cannot be read breaks the mail off before its end', async () => {
    const at = await serverThat(() => undefined);
    const message = Readable.from(
      (async function* mail() {
        yield 'body begins\r\n';
        throw new Error('the disk is gone');
      })(),
    );
    const sent = await sendSmtp(at, { from: 'us@shop.example', recipients: to, message }, AbortSignal.timeout(5_000));
    expect(sent.get('dana@customer.example')).toMatchObject({ outcome: 'retry' });
  });

  test('nobody there: again', async () => {
    const sent = await sendSmtp(
      { host: '127.0.0.1', port: 1, secure: false, user: null, password: null },
      { from: 'us@shop.example', recipients: to, message: Readable.from(['x']) },
      AbortSignal.timeout(5_000),
    );
    expect(sent.get('dana@customer.example')).toMatchObject({
      outcome: 'retry',
      failure: expect.stringContaining('Nothing listens'),
    });
  });
});

test('an answer settles it whenever it comes', () => {
  const at = { host: 'mx.example', port: 25 };
  const said = (responseCode: number) =>
    Object.assign(new Error('said'), { responseCode, response: `${responseCode} no` });
  expect(judge(said(550), false, at).outcome).toBe('failed');
  expect(judge(said(554), true, at).outcome).toBe('failed');
  expect(judge(said(451), true, at).outcome).toBe('retry');
  expect(judge(said(421), false, at).outcome).toBe('retry');
});
