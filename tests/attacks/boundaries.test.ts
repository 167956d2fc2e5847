import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer, type Server } from '#platform/http';
import { useWorld } from '../support/world.ts';

/** Where one request ends and the next begins must be in no doubt: what a proxy reads otherwise is a request smuggled by. */
const world = useWorld();
let server: Server;
let port: number;

beforeAll(async () => {
  server = await createServer({ house: world().house, tools: world().tools, authenticate: async () => null });
  ({ port } = await server.listen({ host: '127.0.0.1', port: 0 }));
});
afterAll(() => server?.close());

const head = 'POST /api/session HTTP/1.1\r\nHost: desk.test\r\nContent-Type: application/json\r\n';
/** What would be answered too, were the first request taken to end before it. */
const second = 'GET /api/session HTTP/1.1\r\nHost: desk.test\r\n\r\n';
const chunked = `2\r\n{}\r\n0\r\n\r\n${second}`;

const doubtful: Readonly<Record<string, string>> = {
  'a length and chunks': `${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${second}`,
  'chunks and a length': `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${chunked}`,
  'two lengths': `${head}Content-Length: 0\r\nContent-Length: 44\r\n\r\n${second}`,
  'two lengths in one': `${head}Content-Length: 0, 44\r\n\r\n${second}`,
  'a length with a sign': `${head}Content-Length: +2\r\n\r\n{}${second}`,
  'a length in hex': `${head}Content-Length: 0x2\r\n\r\n{}${second}`,
  'a way of sending that is none': `${head}Transfer-Encoding: xchunked\r\n\r\n${chunked}`,
  'chunks that are not last': `${head}Transfer-Encoding: chunked, identity\r\n\r\n${chunked}`,
  'chunks named twice': `${head}Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n${chunked}`,
  'a space before the colon': `${head}Transfer-Encoding : chunked\r\n\r\n${chunked}`,
  'a header on two lines': `${head}Transfer-Encoding:\r\n chunked\r\nX: 1\r\n\r\n${chunked}`,
  'lines that end by half': `${head.replaceAll('\r\n', '\n')}Content-Length: 2\n\n{}${second}`,
  'a return alone': `${head}X: a\rContent-Length: 0\r\n\r\n${second}`,
  'a size of a chunk that is none': `${head}Transfer-Encoding: chunked\r\n\r\n2g\r\n{}\r\n0\r\n\r\n${second}`,
  'a chunk longer than it says': `${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{}\r\n0\r\n\r\n${second}`,
  'a sign within a name': `${head}Content-\0Length: 0\r\n\r\n${second}`,
};

describe.each(Object.entries(doubtful))('%s', (_name, sent) => {
  test('is refused, and what follows it is not heard', async () => {
    const heard = await answersTo(sent);
    expect(heard.filter((status) => status < 400)).toEqual([]);
    expect(heard.length).toBeLessThanOrEqual(1);
  });
});

test('two requests one after the other are two', async () => {
  const plain = `${head}Content-Length: 2\r\n\r\n{}`;
  expect(await answersTo(`${plain}${second.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`)).toHaveLength(2);
});

/** The statuses of everything that is answered to these bytes, until the connection is closed. */
function answersTo(sent: string): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    let told = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(sent, 'latin1')));
    socket.on('data', (data) => (told += data.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve([...told.matchAll(/HTTP\/1\.1 (\d{3})/gu)].map(([, status]) => Number(status))));
  });
}
