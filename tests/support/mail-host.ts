import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail host of a test's own that takes everything and keeps it as it came. */
export interface MailHost {
  readonly port: number;
  /** What came for an address, oldest first. */
  mailsTo(address: string): readonly string[];
  stop(): Promise<void>;
}

/** Starts a mail host on loopback. */
export async function startMailHost(): Promise<MailHost> {
  const kept: { to: readonly string[]; raw: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        kept.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('latin1'),
        });
        done();
      });
    },
  });
  // a sender that ends its process lets its connection fall
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    mailsTo: (address) => kept.filter(({ to }) => to.includes(address)).map(({ raw }) => raw),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
