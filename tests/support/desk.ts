import { openLine } from '#domains/brands';
import {
  answerContact,
  endContact,
  receive,
  type Received,
  startContact,
  startHandling,
  wrapUpContact,
} from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { Workspace, WorkspaceWish } from './workspace.ts';
import type { World } from './world.ts';

/** A mail as a test tells it. */
export interface DeskMail {
  readonly at: Date;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly conversationId?: string;
  readonly automatic?: boolean;
  readonly from?: { readonly address: string; readonly name: string };
  readonly externalThreadId?: string;
  /** Bytes that come as a file. */
  readonly file?: Uint8Array;
}

/** A call that is answered, held, ended and wrapped up, in seconds after its start. */
export interface DeskCall {
  readonly at: Date;
  readonly teammateId: string;
  readonly answeredAfter: number;
  readonly talk: number;
  readonly hold?: number;
  /** Null: the wrap-up still runs. */
  readonly wrapUp: number | null;
  readonly conversationId?: string;
}

/** A workspace with a mail line, and customers who write and call through the doors of conversations. */
export async function openDesk(world: World, wish: WorkspaceWish = {}) {
  const workspace: Workspace = await world.newWorkspace(wish);
  const address = `support-${workspace.id.slice(-8)}@desk.test`;
  const line = await workspace.act(workspace.owner, (ctx) =>
    openLine(ctx, { brandId: workspace.brandId, channel: 'email', name: 'Support', address, settings: {} }),
  );
  const place: Place = { world, workspace, lineId: line.id, address };
  return {
    workspace,
    lineId: line.id,
    mail: (mail: DeskMail) => takeMail(place, mail),
    call: (call: DeskCall) => takeCall(place, call),
  };
}

/** A desk of a test. */
export type Desk = Awaited<ReturnType<typeof openDesk>>;

interface Place {
  readonly world: World;
  readonly workspace: Workspace;
  readonly lineId: string;
  readonly address: string;
}

const maya = { address: 'maya@lindqvist.example', name: 'Maya Lindqvist', number: '+49 30 901820' };

async function takeMail(place: Place, mail: DeskMail): Promise<Received & { readonly customerId: string }> {
  const { world, workspace, lineId, address } = place;
  const from = mail.from ?? maya;
  const file = mail.file ? await world.files.put(workspace.id, mail.file) : null;
  return workspace.act(
    null,
    async (ctx) => {
      const customer = {
        brandId: workspace.brandId,
        kind: 'address',
        value: from.address,
        name: from.name,
        at: mail.at,
      } as const;
      const { customerId, identityId } = await findOrMakeCustomer(ctx, customer);
      const received = await receive(ctx, {
        entryId: newId(),
        conversationId: mail.conversationId ?? null,
        lineId,
        channel: 'email',
        brandId: workspace.brandId,
        customerId,
        identityId,
        customerName: from.name,
        ...(mail.externalThreadId === undefined ? {} : { externalThreadId: mail.externalThreadId }),
        occurredAt: mail.at,
        subject: mail.subject ?? 'Where is my order?',
        text: mail.text ?? 'It should have come on Friday.',
        ...(mail.html === undefined ? {} : { html: mail.html }),
        fromName: from.name,
        fromAddress: from.address,
        recipients: [{ kind: 'to', address, name: 'Support' }],
        files: file ? [{ ...file, name: 'receipt.txt', mediaType: 'text/plain', contentId: null, inline: false }] : [],
        ...(file ? { source: file } : {}),
        evidence: { rule: 'new', score: 100, idsSeen: [] },
        automatic: mail.automatic ?? false,
      });
      return { ...received, customerId };
    },
    mail.at,
  );
}

async function takeCall(
  { workspace, lineId }: Place,
  call: DeskCall,
): Promise<{ contactId: string; conversationId: string }> {
  const contactId = newId();
  const { conversationId } = await workspace.act(
    null,
    async (ctx) => {
      const customer = {
        brandId: workspace.brandId,
        kind: 'phone',
        value: maya.number,
        name: maya.name,
        at: call.at,
      } as const;
      const { customerId, identityId } = await findOrMakeCustomer(ctx, customer);
      return startContact(ctx, {
        address: maya.number,
        contactId,
        conversationId: call.conversationId ?? null,
        lineId,
        channel: 'voice',
        brandId: workspace.brandId,
        customerId,
        identityId,
        customerName: maya.name,
        direction: 'in',
        subject: 'A call',
        startedAt: call.at,
      });
    },
    call.at,
  );
  await workspace.act(null, (ctx) => handle(ctx, contactId, call));
  return { contactId, conversationId };
}

/** Answered, spoken, held, ended, wrapped up: each at its second. */
async function handle(ctx: Ctx, contactId: string, call: DeskCall): Promise<void> {
  const moment = (seconds: number): Date => new Date(call.at.getTime() + seconds * 1000);
  const who = { contactId, teammateId: call.teammateId };
  let at = call.answeredAfter;
  await answerContact(ctx, { ...who, at: moment(at) });
  await startHandling(ctx, { ...who, kind: 'talk', at: moment(at) });
  at += call.talk;
  if (call.hold) await startHandling(ctx, { ...who, kind: 'hold', at: moment(at) });
  at += call.hold ?? 0;
  await endContact(ctx, { contactId, outcome: 'answered', at: moment(at) });
  await startHandling(ctx, { ...who, kind: 'wrap-up', at: moment(at) });
  if (call.wrapUp !== null) await wrapUpContact(ctx, { ...who, at: moment(at + call.wrapUp) });
}
