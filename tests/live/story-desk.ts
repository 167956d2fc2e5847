import { openBrand, openLine } from '#domains/brands';
import {
  answerContact,
  endContact,
  type Incoming,
  type Received,
  receive,
  startContact,
  startHandling,
  wrapUpContact,
  writeCallEntry,
} from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import { insertQueue, standardQueueOf } from '#domains/teams';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { World } from '../support/world.ts';
import type { Workspace } from '../support/workspace.ts';

/** A reply as a screen sends it. */
export function aReply(id = newId()) {
  return { id, text: 'On its way!', lastSeenVersion: 0, sendAnyway: true, then: 'wait' as const };
}

interface Mail {
  readonly at: Date;
  readonly subject?: string;
  readonly text?: string;
  readonly conversationId?: string;
  readonly from?: { readonly address: string; readonly name: string };
  readonly copied?: { readonly address: string; readonly name: string };
}

interface LiveContact {
  readonly channel: 'voice' | 'chat';
  readonly at: Date;
  readonly by: string;
  readonly conversationId: string;
  readonly steps: readonly (readonly ['talk' | 'hold' | 'chat' | 'wrap-up', number])[];
}

/** A brand with its lines, and how customers reach it. */
export type Desk = Awaited<ReturnType<typeof aDesk>>;

/** A brand with a line of each channel; of a given workspace, a second brand. */
export async function aDesk(here: World, given?: Workspace) {
  const workspace = given ?? (await here.newWorkspace());
  const brandId = given ? await workspace.act(null, (ctx) => aBrand(ctx, given)) : workspace.brandId;
  const lines = await workspace.act(null, async (ctx) => {
    const open = async (channel: string, address: string): Promise<string> =>
      (await openLine(ctx, { brandId, channel, name: channel, address })).id;
    return {
      email: await open('email', `${newId()}@desk.test`),
      voice: await open('voice', `+49${Date.now()}${Math.floor(Math.random() * 1e3)}`),
      chat: hasChat(here) ? await open('chat', newId()) : '',
    };
  });
  const brandHere: BrandHere = { brandId, lines };
  return {
    workspace,
    brandId,
    customerId: (address: string, at: Date) =>
      workspace.act(null, async (ctx) => (await person(ctx, brandId, { address, name: '' }, at)).customerId),
    mail: (mail: Mail) => workspace.act(null, (ctx) => takeIn(ctx, brandHere, mail), mail.at),
    live: (contact: LiveContact) => passLive(workspace, brandHere, contact),
  };
}

interface BrandHere {
  readonly brandId: string;
  readonly lines: Readonly<Record<'email' | 'voice' | 'chat', string>>;
}

interface Person {
  readonly address: string;
  readonly name: string;
}

const maya: Person = { address: 'maya@lindqvist.example', name: 'Maya Lindqvist' };

function person(ctx: Ctx, brandId: string, who: Person, at: Date): ReturnType<typeof findOrMakeCustomer> {
  return findOrMakeCustomer(ctx, { brandId, kind: 'address', value: who.address, name: who.name, at });
}

async function takeIn(ctx: Ctx, { brandId, lines }: BrandHere, mail: Mail): Promise<Received> {
  const from = mail.from ?? maya;
  const copied = mail.copied ? [{ ...(await person(ctx, brandId, mail.copied, mail.at)), ...mail.copied }] : [];
  const incoming: Incoming = {
    entryId: newId(),
    conversationId: mail.conversationId ?? null,
    lineId: lines.email,
    channel: 'email',
    brandId,
    ...(await person(ctx, brandId, from, mail.at)),
    customerName: from.name,
    occurredAt: mail.at,
    subject: mail.subject ?? 'Where is my order?',
    text: mail.text ?? 'It should have come on Friday.',
    fromName: from.name,
    fromAddress: from.address,
    recipients: [],
    files: [],
    evidence: { rule: 'new', score: 100, idsSeen: [] },
    automatic: false,
    copied,
  };
  return receive(ctx, incoming);
}

/** A live contact from its ring to its wrap-up. */
async function passLive(
  workspace: Workspace,
  { brandId, lines }: BrandHere,
  { channel, at, by, conversationId, steps }: LiveContact,
): Promise<void> {
  const [contactId, entryId] = [newId(), newId()];
  let moment = at.getTime() + 20_000;
  await workspace.act(
    null,
    async (ctx) => {
      const who = await person(ctx, brandId, maya, at);
      const begun = await startContact(ctx, {
        contactId,
        conversationId,
        lineId: lines[channel],
        channel,
        brandId,
        ...who,
        customerName: maya.name,
        address: maya.address,
        direction: 'in',
        subject: '',
        startedAt: at,
      });
      await writeCallEntry(ctx, {
        channel,
        entryId,
        conversationId,
        contactId,
        threadId: begun.threadId,
        customerId: who.customerId,
        occurredAt: at,
        facts: { state: 'ringing' },
      });
    },
    at,
  );
  await workspace.act(
    null,
    async (ctx) => {
      await answerContact(ctx, { contactId, teammateId: by, at: new Date(moment) });
      for (const [kind, seconds] of steps) {
        if (kind === 'wrap-up') await endContact(ctx, { contactId, outcome: 'answered', at: new Date(moment) });
        await startHandling(ctx, { contactId, teammateId: by, kind, at: new Date(moment) });
        moment += seconds * 1000;
      }
      await endContact(ctx, { contactId, outcome: 'answered', at: new Date(moment) });
      await wrapUpContact(ctx, { contactId, teammateId: by, at: new Date(moment) });
    },
    new Date(moment),
  );
}

function hasChat(here: World): boolean {
  return here.house.channels.has('chat');
}

async function aBrand(ctx: Ctx, workspace: Workspace): Promise<string> {
  const brand = await openBrand(ctx, { name: `Second ${newId().slice(-6)}` });
  if (!(await standardQueueOf(ctx, brand.id)))
    await insertQueue(ctx, { name: 'Second', brandId: brand.id, teamId: workspace.teamId });
  return brand.id;
}
