import nodemailer, { type SendMailOptions } from 'nodemailer';
import { openLine, sealLineSecrets } from '#domains/brands';
import { takeIn } from '#domains/channel-email';
import { reply } from '#domains/conversations';
import { newId } from '#platform/database';
import { at, type World } from './world.ts';
import type { Workspace } from './workspace.ts';

/** Opens an e-mail line for a test; `password` is the mailbox's. */
export async function mailLine(
  world: World,
  workspace: Workspace,
  line: {
    address: string;
    brandId?: string;
    settings?: Record<string, unknown>;
    password?: string;
    casePolicy?: 'thread' | 'open-conversation' | 'customer';
    caseWindowHours?: number;
  },
): Promise<string> {
  const id = newId();
  const secrets = line.password === undefined ? {} : { imapPassword: line.password };
  const sealed = sealLineSecrets(world.tools, { workspaceId: workspace.id, lineId: id }, secrets);
  await workspace.act(null, (ctx) =>
    openLine(ctx, {
      id,
      ...(line.brandId ? { brandId: line.brandId } : {}),
      channel: 'email',
      name: 'Support',
      address: line.address,
      casePolicy: line.casePolicy ?? 'thread',
      caseWindowHours: line.caseWindowHours ?? null,
      settings: { door: true, ...line.settings },
      secrets: sealed,
    }),
  );
  return id;
}

/** A mail that came on a line and the reply to it, due at once: nobody has been asked to send it yet. */
export async function replyDue(
  world: World,
  workspace: Workspace,
  line: { readonly lineId: string; readonly address: string },
): Promise<{ id: string; conversationId: string }> {
  const raw = `From: Dana <dana@customer.example>\r\nTo: ${line.address}\r\nSubject: Asked\r\nMessage-ID: <${newId()}@customer.example>\r\n\r\nWhere is it?\r\n`;
  const door = { door: 'import', key: newId() } as const;
  const mail = { workspaceId: workspace.id, lineId: line.lineId, door, arrivedAt: new Date(), raw: Buffer.from(raw) };
  const conversationId = (await takeIn(world.tools, mail)).conversationId ?? '';
  const id = newId();
  const words = {
    id,
    text: 'It left.',
    lastSeenVersion: 1,
    sendAnyway: true,
    undoWindowSeconds: 0,
    then: 'wait',
  } as const;
  await workspace.act(workspace.owner, (ctx) => reply(ctx, conversationId, words));
  world.queued.length = 0;
  return { id, conversationId };
}

/** Asks for what is due in a conversation to be sent, at a moment. */
export function deliverAt(world: World, workspace: Workspace, conversationId: string, when: Date): Promise<void> {
  const job = world.house.jobs.get('channel-email.deliver');
  if (!job) throw new Error('No job delivers mail.');
  return job.run(at(world.tools, when), { workspaceId: workspace.id, conversationId });
}

/** Sends one mail to a port, as any mail host would. */
export async function sendTo(
  port: number,
  mail: SendMailOptions,
  protocol: 'smtp' | 'lmtp' = 'smtp',
): Promise<{ response: string; rejected: unknown[] }> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    ignoreTLS: true,
    lmtp: protocol === 'lmtp',
  });
  return transport.sendMail(mail);
}

/** Everything of one workspace that a mail leaves behind, oldest first. */
export async function ledgerOf(world: World, workspace: Workspace) {
  return world.database.db
    .selectFrom('mail_ledger')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .orderBy('id')
    .execute();
}

/** The spine of a workspace's conversations, oldest first. */
export async function entriesOf(world: World, workspace: Workspace) {
  return world.database.db
    .selectFrom('entries')
    .innerJoin('entry_bodies', (join) =>
      join
        .onRef('entry_bodies.workspace_id', '=', 'entries.workspace_id')
        .onRef('entry_bodies.entry_id', '=', 'entries.id'),
    )
    .selectAll()
    .where('entries.workspace_id', '=', workspace.id)
    .orderBy('entries.recorded_at')
    .orderBy('entries.id')
    .execute();
}

/** What became of each copy of a reply, in a word. */
export async function copiesOfReply(world: World, workspace: Workspace, entryId: string) {
  const rows = await world.database.db
    .selectFrom('deliveries')
    .selectAll()
    .where('workspace_id', '=', workspace.id)
    .where('entry_id', '=', entryId)
    .orderBy('recipient')
    .execute();
  return rows.map((row) => ({ to: row.recipient, state: stateOf(row), failure: row.failure }));
}

function stateOf(row: {
  sent_at: Date | null;
  failed_at: Date | null;
  unconfirmed_at: Date | null;
  claimed_at: Date | null;
}): string {
  if (row.sent_at) return 'sent';
  if (row.failed_at) return 'failed';
  if (row.unconfirmed_at) return 'not confirmed';
  return row.claimed_at ? 'claimed' : 'waiting';
}
