import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';

/** A name server of a test's own, on loopback by UDP: answers what it was told, and that there is nothing for all else. */
export interface DnsServer {
  /** As the setting takes it: `127.0.0.1:5353`. */
  readonly address: string;
  /** What a name has from now on; an empty list takes it away. */
  set(name: string, type: 'A' | 'MX' | 'TXT', values: readonly string[]): void;
  stop(): Promise<void>;
}

const types = { A: 1, MX: 15, TXT: 16, AAAA: 28 } as const;
const textPartBytes = 255;

/** Starts one on a free port. */
export async function startDnsServer(): Promise<DnsServer> {
  const records = new Map<string, readonly string[]>();
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    const answer = answerTo(question, records);
    socket.send(answer, from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    set: (name, type, values) => void records.set(`${types[type]} ${name.toLowerCase()}`, values),
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** One question, its answers, and nothing else. */
function answerTo(question: Buffer, records: ReadonlyMap<string, readonly string[]>): Buffer {
  const { name, end } = readName(question);
  const type = question.readUInt16BE(end);
  const values = records.get(`${type} ${name}`) ?? [];
  const isKnown = [...records.keys()].some((key) => key.endsWith(` ${name}`));
  const head = Buffer.alloc(12);
  question.copy(head, 0, 0, 2);
  // an answer, by who knows; "no such name" where no record of any type stands under it
  head.writeUInt16BE(0x8580 | (isKnown ? 0 : 3), 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(values.length, 6);
  return Buffer.concat([head, question.subarray(12, end + 4), ...values.map((value) => record(type, value))]);
}

function readName(question: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length).toLowerCase());
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

function record(type: number, value: string): Buffer {
  const data = dataOf(type, value);
  const head = Buffer.alloc(12);
  // the name is the one of the question
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function dataOf(type: number, value: string): Buffer {
  if (type === types.A) return Buffer.from(value.split('.').map(Number));
  if (type === types.MX) {
    const [priority = '0', host = ''] = value.split(' ');
    const labels = host.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)]));
    return Buffer.concat([Buffer.from([0, Number(priority)]), ...labels, Buffer.from([0])]);
  }
  const bytes = Buffer.from(value);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += textPartBytes) {
    const part = bytes.subarray(at, at + textPartBytes);
    parts.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat(parts);
}
