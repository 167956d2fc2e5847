import SMTPConnection from 'nodemailer/lib/smtp-connection';

/**
 * Hands one mail to a door, as a mail host does: resolves with the answer to the whole mail, rejects with anything else.
 * `giveUp` ends it as a host does that waited too long: the connection is gone, and what the door does is not heard.
 */
export function handOver(
  port: number,
  mail: { from: string; to: readonly string[]; raw: string | Buffer },
): { answer: Promise<string>; giveUp(): void } {
  const connection = new SMTPConnection({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    socketCloseTimeout: 0,
  } as SMTPConnection.Options);
  const answer = new Promise<string>((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(new Error('The connection ended')));
    connection.connect((failed) => {
      if (failed) return reject(failed);
      connection.send({ from: mail.from, to: [...mail.to] }, mail.raw, (error, info) => {
        if (error) reject(error);
        else resolve(info.response);
        connection.close();
      });
    });
  });
  answer.catch(() => connection.close());
  return { answer, giveUp: () => connection.close() };
}
