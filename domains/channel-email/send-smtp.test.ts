import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { imapClient } from './listen-mailbox.ts';
import { judge, sendSmtp, type SmtpServer } from './send-smtp.ts';

let server: Server | undefined;
let mailHost: SMTPServer | undefined;
afterEach(() => {
  server?.close();
  mailHost?.close(() => undefined);
  mailHost = undefined;
});

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

describe('signing in by a token', () => {
  async function hostThatKnows(token: string): Promise<{ at: SmtpServer; asked: string[] }> {
    const asked: string[] = [];
    const host = new SMTPServer({
      authMethods: ['XOAUTH2'],
      allowInsecureAuth: true,
      onAuth(auth, _session, done) {
        asked.push(`${auth.username} ${auth.accessToken}`);
        if (auth.accessToken === token) done(null, { user: auth.username ?? '' });
        else done(null, { data: { status: '401', schemes: 'bearer' } });
      },
      onData: (stream, _session, done) => void stream.resume().on('end', () => done()),
    });
    mailHost = host;
    await new Promise<void>((ready) => host.listen(0, '127.0.0.1', () => ready()));
    const { port } = host.server.address() as AddressInfo;
    return { at: { host: '127.0.0.1', port, secure: false, user: 'us@shop.example', password: null }, asked };
  }
  const mail = () => ({ from: 'us@shop.example', recipients: to, message: Readable.from(['body\r\n']) });

  test('a good token lets the mail through; one that has ended is tried again with another, never given up', async () => {
    const { at, asked } = await hostThatKnows('good');
    const good = await sendSmtp({ ...at, accessToken: 'good' }, mail(), AbortSignal.timeout(5_000));
    expect(good.get('dana@customer.example')).toMatchObject({ outcome: 'sent' });
    const ended = await sendSmtp({ ...at, accessToken: 'ended' }, mail(), AbortSignal.timeout(5_000));
    expect(ended.get('dana@customer.example')).toMatchObject({ outcome: 'retry' });
    expect(asked).toEqual(expect.arrayContaining(['us@shop.example good', 'us@shop.example ended']));
  });
});

test('a mail host inside that the operator does not allow is neither sent to nor read from', async () => {
  let reached = 0;
  const at = await serverThat(() => undefined);
  server?.on('connection', () => (reached += 1));
  const mail = { from: 'us@shop.example', recipients: to, message: Readable.from(['body\r\n']) };
  const sent = await sendSmtp({ ...at, inside: [] }, mail, AbortSignal.timeout(5_000));
  expect(sent.get('dana@customer.example')?.outcome).not.toBe('sent');
  const box = { host: at.host, port: at.port, secure: false, user: 'us', folder: 'INBOX' };
  await expect(
    imapClient({ mailPrivateHosts: [] }, box as never, { user: 'us', password: 'x' } as never),
  ).rejects.toMatchObject({ name: 'PrivateAddress' });
  expect(reached).toBe(0);
});
