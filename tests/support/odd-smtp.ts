import { createServer, type AddressInfo, type Socket } from 'node:net';

/** How a mail server of the outside world behaves at one of its bad hours. */
export type Mood =
  | 'takes'
  | 'refuses-recipients'
  | 'puts-off'
  | 'refuses-mail'
  | 'dies-before-data'
  | 'dies-after-data'
  | 'hangs-after-data';

/** A mail server that does as it is told; it keeps what it took whole. */
export interface OddSmtp {
  readonly port: number;
  mood: Mood;
  /** Recipients refused whatever the mood. */
  readonly refused: Set<string>;
  /** Whole mails it holds, also those it never answered for. */
  readonly held: { to: string[]; raw: string }[];
  /** How many connections were made to it so far. */
  connections: number;
  /** Called when a mail is whole, before it is answered. */
  onWhole: () => Promise<void>;
  /** Cuts every connection. */
  cut(): void;
  stop(): Promise<void>;
}

/** Starts one on a free port, or on the one it had before. */
export async function startOddSmtp(port = 0): Promise<OddSmtp> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    odd.connections += 1;
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    serve(socket, odd);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const odd: OddSmtp = {
    port: (server.address() as AddressInfo).port,
    mood: 'takes',
    refused: new Set(),
    held: [],
    connections: 0,
    onWhole: async () => undefined,
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return odd;
}

function serve(socket: Socket, odd: OddSmtp): void {
  const say = (line: string) => void (socket.destroyed || socket.write(`${line}\r\n`));
  let to: string[] = [];
  let data: string | null = null;
  let rest = '';
  say('220 odd');
  socket.on('data', (chunk) => {
    rest += chunk.toString('latin1');
    for (;;) {
      if (data !== null) {
        const end = rest.indexOf('\r\n.\r\n');
        if (end < 0) return;
        const raw = rest.slice(0, end);
        rest = rest.slice(end + 5);
        data = null;
        odd.held.push({ to, raw });
        const answered = odd.mood;
        void odd.onWhole().then(() => {
          if (answered === 'dies-after-data') socket.destroy();
          else if (answered === 'hangs-after-data') return;
          else if (answered === 'refuses-mail') say('554 5.7.1 We do not want this');
          else say('250 2.0.0 Taken');
        });
        continue;
      }
      const end = rest.indexOf('\r\n');
      if (end < 0) return;
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      const word = line.slice(0, 4).toUpperCase();
      if (word === 'EHLO' || word === 'HELO') say('250 odd');
      else if (word === 'MAIL') say(odd.mood === 'puts-off' ? '451 4.7.1 Try again later' : '250 2.1.0 Ok');
      else if (word === 'RCPT') {
        const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
        if (odd.mood === 'refuses-recipients' || odd.refused.has(address)) say('550 5.1.1 No such user');
        else {
          to = [...to, address];
          say('250 2.1.5 Ok');
        }
      } else if (word === 'DATA') {
        if (odd.mood === 'dies-before-data') return void socket.destroy();
        data = '';
        say('354 Go on');
      } else if (word === 'QUIT') {
        say('221 Bye');
        socket.end();
      } else say('250 Ok');
    }
  });
}
