/** The first wait, and the longest, in seconds. */
const mailboxFirstSeconds = 2;
const mailboxLongestSeconds = 60;
const sendSeconds = [30, 60, 300, 900, 1_800, 3_600, 7_200];

/** How long a mailbox waits before its next try; `jitter` in [0, 1) keeps many from knocking at once. */
export function mailboxWaitSeconds(failures: number, jitter: number): number {
  const whole = Math.min(mailboxLongestSeconds, mailboxFirstSeconds * 2 ** Math.min(failures - 1, 10));
  return whole * (0.75 + jitter / 2);
}

/** When a mail that the host put off is offered again. */
export function sendAgainAt(now: Date, attempts: number, jitter: number): Date {
  const seconds = sendSeconds[Math.min(Math.max(attempts, 1), sendSeconds.length) - 1] ?? 30;
  return new Date(now.getTime() + seconds * (0.9 + jitter / 5) * 1_000);
}
