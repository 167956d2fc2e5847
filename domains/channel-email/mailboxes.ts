import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { ownWorkspaceIds } from '#domains/identity';
import type { Process, ServiceContext, Tools } from '#platform/domain';
import { keepMailbox } from './keep-mailbox.ts';
import { openMailLines } from './mail-line.ts';
import { mailboxesOf, sayState } from './mailbox-state.ts';
import { pause } from './pause.ts';

/** How often lines are compared with what runs, in seconds: a new mailbox is listened to within that. */
const lookSeconds = 3;
/** Most mailboxes one process cares for. */
const mailboxLimit = 2_000;

interface Running {
  readonly settings: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

/** Every mailbox of every workspace, each listened to by one process, begun and ended as lines change. */
export const mailboxes: Process = {
  name: 'channel-email.mailboxes',
  role: 'worker',
  async start(context) {
    const holder = `${hostname()} ${process.pid} ${randomUUID().slice(0, 8)}`;
    const running = new Map<string, Running>();
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    const looking = lookAgain(context, running, holder, signal);
    return {
      async stop() {
        stop.abort();
        await looking;
        for (const one of running.values()) one.stop.abort();
        await Promise.all([...running.values()].map((one) => one.ended));
      },
      reports: () => ({ mailboxes: running.size }),
    };
  },
};

async function lookAgain(
  context: ServiceContext,
  running: Map<string, Running>,
  holder: string,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await compare(context, running, holder);
    } catch (error) {
      // the database is away: what runs goes on by itself, and the next look will find it back
      context.log.warn({ problem: error instanceof Error ? error.name : 'unknown' }, 'Mail lines could not be read');
    }
    await pause(lookSeconds, signal);
  }
}

async function compare(tools: Tools, running: Map<string, Running>, holder: string): Promise<void> {
  const wanted = new Map<string, { workspaceId: string; lineId: string; settings: string }>();
  for (const workspaceId of await ownWorkspaceIds(tools)) {
    const lines = await tools.read({ workspaceId }, (ctx) => openMailLines(ctx));
    for (const line of lines) {
      if (line.settings.imap && wanted.size < mailboxLimit)
        wanted.set(`${workspaceId} ${line.id}`, {
          workspaceId,
          lineId: line.id,
          settings: JSON.stringify(line.settings.imap),
        });
    }
  }
  for (const [key, one] of running) {
    if (wanted.get(key)?.settings === one.settings) continue;
    one.stop.abort();
    await one.ended;
    running.delete(key);
    const [workspaceId = '', lineId = ''] = key.split(' ');
    if (!wanted.has(key)) await switchOff(tools, workspaceId, lineId);
  }
  for (const [key, { workspaceId, lineId, settings }] of wanted) {
    if (running.has(key)) continue;
    const stop = new AbortController();
    const ended = keepMailbox(tools, { workspaceId, lineId, holder, jitter: Math.random }, stop.signal).catch(
      (error: unknown) => {
        tools.log.error({ lineId, problem: String(error) }, 'A mailbox keeper ended');
      },
    );
    const one = { settings, stop, ended };
    running.set(key, one);
    // one that ended by itself is begun again at the next look
    void ended.then(() => running.get(key) === one && running.delete(key));
  }
}

async function switchOff(tools: Tools, workspaceId: string, lineId: string): Promise<void> {
  await tools.transact({ workspaceId, via: 'channel' }, async (ctx) => {
    const there = await mailboxesOf(ctx, [lineId]);
    if (there.length > 0) await sayState(ctx, lineId, 'off', 'No mailbox is listened to for this line.');
  });
}
