import type { Tools } from '#platform/domain';
import { isPassingTrouble } from '#platform/problem';
import { mailboxWaitSeconds } from './backoff.ts';
import type { MailLineSettings } from './contract.ts';
import { type ImapSettings, listenMailbox } from './listen-mailbox.ts';
import { mailLineById, passwordOf } from './mail-line.ts';
import { holdMailbox, type MailboxPosition, releaseMailbox, renewSeconds, sayState } from './mailbox-state.ts';
import { pause } from './pause.ts';
import { distrustToken, signInOf, signInRow } from './sign-in.ts';
import { passes } from './steps.ts';
import { TokenRefused } from './token-call.ts';
import { wordsOfTrouble } from './words-of-trouble.ts';

/** How often somebody who waits looks whether the settings changed or the other holder is gone, in seconds. */
const lookSeconds = 3;

/** A line whose mailbox this process cares for. */
export interface MailboxToKeep {
  readonly workspaceId: string;
  readonly lineId: string;
  /** This process among all. */
  readonly holder: string;
  /** Random in [0, 1). */
  jitter(): number;
}

/** Cares for one mailbox until asked to stop: holds it alone, listens, and comes back after every failure. */
export async function keepMailbox(tools: Tools, box: MailboxToKeep, signal: AbortSignal): Promise<void> {
  const who = { workspaceId: box.workspaceId, via: 'channel' } as const;
  let failures = 0;
  let tried = '';
  while (!signal.aborted) {
    const startedAt = performance.now();
    try {
      const line = await readLine(tools, box);
      if (!line) return;
      tried = line.fingerprint;
      const position = await tools.transact(who, (ctx) => holdMailbox(ctx, box.lineId, box.holder));
      if (!position) {
        await pause(lookSeconds, signal);
        continue;
      }
      await passes('box.held');
      await listenAsHolder(tools, box, line, position, signal);
    } catch (error) {
      if (signal.aborted) break;
      // a connection that lived for a while was a good one: begin the waits anew
      failures = performance.now() - startedAt > 60_000 ? 1 : failures + 1;
      await sayFailure(tools, box, error);
      await waitOrChange(tools, box, tried, mailboxWaitSeconds(failures, box.jitter()), signal);
    }
  }
  await tools.transact(who, (ctx) => releaseMailbox(ctx, box.lineId, box.holder)).catch(() => undefined);
}

interface LineNow {
  readonly settings: ImapSettings;
  readonly all: MailLineSettings;
  readonly fingerprint: string;
}

async function readLine(tools: Tools, box: MailboxToKeep): Promise<LineNow | null> {
  const { line, givenAt } = await tools.read({ workspaceId: box.workspaceId }, async (ctx) => ({
    line: await mailLineById(ctx, box.lineId),
    givenAt: (await signInRow(ctx, box.lineId))?.given_at ?? null,
  }));
  if (!line?.isOpen || !line.settings.imap) return null;
  const { imap, oauth } = line.settings;
  const kept =
    imap.signIn === 'oauth' ? [oauth, givenAt] : [await passwordOf(tools, box.workspaceId, box.lineId, 'imapPassword')];
  return { settings: imap, all: line.settings, fingerprint: JSON.stringify([imap, ...kept]) };
}

/** Renews the lease while listening; once it is another's, this connection ends. */
async function listenAsHolder(
  tools: Tools,
  box: MailboxToKeep,
  line: LineNow,
  position: MailboxPosition,
  signal: AbortSignal,
): Promise<void> {
  const signIn = (await signInOf(tools, box, line.all, 'imap')) ?? { user: line.settings.user, password: '' };
  const lost = new AbortController();
  let isRenewing = false;
  const renew = setInterval(() => {
    // one that waits for a lock is enough: more of them would take every connection there is
    if (isRenewing) return;
    isRenewing = true;
    tools
      .transact({ workspaceId: box.workspaceId, via: 'channel' }, (ctx) => holdMailbox(ctx, box.lineId, box.holder))
      .then((held) => held ?? lost.abort())
      // a database that is away says nothing about the lease: the next try will tell
      .catch(() => undefined)
      .finally(() => {
        isRenewing = false;
      });
  }, renewSeconds * 1_000);
  try {
    const both = AbortSignal.any([signal, lost.signal]);
    await listenMailbox(
      tools,
      { workspaceId: box.workspaceId, lineId: box.lineId, settings: line.settings, signIn },
      position,
      both,
    );
  } finally {
    clearInterval(renew);
  }
}

async function sayFailure(tools: Tools, box: MailboxToKeep, error: unknown): Promise<void> {
  const line = await readLine(tools, box).catch(() => null);
  const isOurs = isPassingTrouble(error) && !isOfHost(error) && !(error instanceof TokenRefused);
  const says =
    isOurs || !line
      ? 'Our database or disk does not answer; mails wait at their host.'
      : wordsOfTrouble(error, line.settings);
  tools.log.warn(
    { lineId: box.lineId, problem: (error as { code?: string }).code ?? 'unknown' },
    'A mailbox could not be listened to',
  );
  await tools
    .transact({ workspaceId: box.workspaceId, via: 'channel' }, async (ctx) => {
      await sayState(ctx, box.lineId, 'failing', says);
      if ((error as { authenticationFailed?: boolean }).authenticationFailed) await distrustToken(ctx, box.lineId);
    })
    .catch(() => undefined);
}

/** Errors of the IMAP client carry its connection id; those of the database never do. */
function isOfHost(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    ('cid' in error || '_connId' in error || 'authenticationFailed' in error || 'rejectedFrom' in error)
  );
}

/** Waits, but no longer than until somebody gives other settings or another password. */
async function waitOrChange(
  tools: Tools,
  box: MailboxToKeep,
  tried: string,
  seconds: number,
  signal: AbortSignal,
): Promise<void> {
  // not by the time of day: a clock that is set back would make a second an hour
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until && !signal.aborted) {
    await pause(Math.min(lookSeconds, (until - performance.now()) / 1_000), signal);
    const now = await readLine(tools, box).catch(() => undefined);
    if (now === null || (now && now.fingerprint !== tried)) return;
  }
}
