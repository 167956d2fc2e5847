import { connect } from 'node:net';

/** Hands over raw bytes as they are, only with the dots that the protocol asks for; gives the last answer. */
export async function giveRaw(port: number, to: string, raw: Uint8Array): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  const steps = [
    'EHLO test',
    'MAIL FROM:<sender@customer.example>',
    `RCPT TO:<${to}>`,
    'DATA',
    `${onTheWire(raw)}\r\n.`,
  ];
  return new Promise((resolve, reject) => {
    let answer = '';
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      const last = answer.trimEnd().split('\r\n').at(-1) ?? '';
      if (!answer.endsWith('\r\n') || !/^\d{3} /.test(last)) return;
      answer = '';
      const step = steps.shift();
      if (step !== undefined && /^[23]/.test(last)) return void socket.write(Buffer.from(`${step}\r\n`, 'latin1'));
      socket.end('QUIT\r\n');
      resolve(last);
    });
  });
}

/** A mail as it travels: every line ends alike, so what differs in that only is one mail. */
export function onTheWire(raw: Uint8Array): string {
  return Buffer.from(raw)
    .toString('latin1')
    .split(/\r?\n/)
    .map((line) => (line.startsWith('.') ? `.${line}` : line))
    .join('\r\n');
}

/** Gives all of them through a few connections at once, as hosts do; tells the answers that were no yes. */
export async function giveAll(port: number, to: string, raws: readonly Uint8Array[], lanes = 4): Promise<string[]> {
  const refused: string[] = [];
  const lane = async (number: number) => {
    for (const raw of raws.filter((_, index) => index % lanes === number)) {
      const said = await giveRaw(port, to, raw);
      if (!said.startsWith('250')) refused.push(said);
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
  return refused;
}
