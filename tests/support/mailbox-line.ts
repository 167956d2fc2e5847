import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Process } from '#platform/domain';
import { type MailRig, mailRigMissing, startMailRig } from './mail-rig.ts';
import { mailLine } from './mail-world.ts';
import type { Workspace } from './workspace.ts';
import type { World } from './world.ts';

/** A line with a mailbox at a real Dovecot, in a workspace of its own for each test. */
export interface MailboxLine {
  readonly rig: MailRig;
  readonly workspace: Workspace;
  readonly lineId: string;
  readonly user: string;
}

/** One for each test of a file; where there is no Dovecot they are skipped, with the reason. */
export function useMailboxLine(world: () => World, prefix: string): () => MailboxLine {
  const missing = mailRigMissing();
  let rig: MailRig | undefined;
  let here: MailboxLine | undefined;
  let number = 0;
  beforeAll(async () => {
    if (!missing) rig = await startMailRig();
  });
  afterAll(() => rig?.stop());
  beforeEach(async (context) => {
    if (missing || !rig) return context.skip(missing ?? 'no mail rig');
    const workspace = await world().newWorkspace();
    number += 1;
    const user = `${prefix}${number}@desk.test`;
    const imap = { host: '127.0.0.1', port: rig.imapPort, secure: false, user };
    const line = { address: user, password: 'pw', settings: { door: false, imap } };
    here = { rig, workspace, user, lineId: await mailLine(world(), workspace, line) };
    return undefined;
  });
  return () => {
    if (!here) throw new Error('The line is there inside a test alone.');
    return here;
  };
}

/** Listens to the mailboxes until the work is done. */
export async function whileListening(world: World, work: () => Promise<void>): Promise<void> {
  const mailboxes = world.house.processes.find(({ name }) => name === 'channel-email.mailboxes');
  if (!mailboxes) throw new Error('Nobody listens to mailboxes.');
  const signal = new AbortController().signal;
  const listening: Awaited<ReturnType<Process['start']>> = await mailboxes.start({ ...world.tools, signal });
  try {
    await work();
  } finally {
    await listening.stop();
  }
}

/** Asks a route about a line as its workspace's owner, by the verb behind it. */
export function askOfLine<T>(
  world: World,
  { workspace, lineId }: Pick<MailboxLine, 'workspace' | 'lineId'>,
  asked: { readonly method: string; readonly path: string; readonly body?: object; readonly query?: object },
): Promise<T> {
  const { method, path, body = {}, query = {} } = asked;
  const handler = world.house.handlers.find(({ route }) => route.method === method && route.path === path);
  if (!handler) throw new Error(`There is no ${method} ${path}.`);
  const given = { params: { id: lineId }, body, query } as never;
  const asker = { workspaceId: workspace.id, actor: workspace.owner } as never;
  if (handler.outside) return handler.outside(world.tools, given, asker) as Promise<T>;
  return workspace.act(workspace.owner, (ctx) => handler.run(ctx as never, given) as Promise<T>);
}
