import { lineById, linesOfChannel } from '#domains/brands';
import { openConversationOf, receive, type Received } from '#domains/conversations';
import { customerNames, findOrMakeCustomer } from '#domains/customers';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { servesBrand, systemActor } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import { channelKind, type simulateChat } from './contract.ts';

const sayWhichLine = problem('chats/say-which-line', 422, 'Say which line it comes in on', 'Name the line by its id.');

type Said = BodyOf<typeof simulateChat>;
type Line = Awaited<ReturnType<typeof lineById>>;

/** Longest subject made of the first words of a chat, in letters. */
const subjectLetters = 80;

/** A customer says something in a chat: it joins the matter they have open on the line, or opens one. */
export async function hear(ctx: Ctx, said: Said): Promise<Received> {
  const line = await lineFor(ctx, said.lineId);
  const { customerId, identityId } = await findOrMakeCustomer(ctx, {
    brandId: line.brandId,
    kind: 'handle',
    value: said.handle,
    ...(said.name === '' ? {} : { name: said.name }),
    at: ctx.now,
  });
  const name = (await customerNames(ctx, [customerId])).get(customerId) || said.name || said.handle;
  const open = await openConversationOf(ctx, { customerId, brandId: line.brandId });
  return receive(
    { ...ctx, actor: systemActor },
    {
      entryId: said.id,
      conversationId: open?.conversationId ?? null,
      lineId: line.id,
      channel: channelKind,
      brandId: line.brandId,
      customerId,
      identityId,
      customerName: name,
      occurredAt: ctx.now,
      subject: firstWords(said.text),
      text: said.text,
      fromName: name,
      fromAddress: said.handle,
      recipients: [],
      files: [],
      evidence: { rule: open ? 'open chat of the same customer' : 'a new chat', score: 100, idsSeen: [said.handle] },
      automatic: false,
      ...(line.queueId ? { queueId: line.queueId } : {}),
    },
  );
}

async function lineFor(ctx: Ctx, lineId: string | undefined): Promise<Line> {
  if (lineId !== undefined) {
    const line = await lineById(ctx, lineId);
    if (line.channel !== channelKind || line.closedAt || !servesBrand(ctx.actor, line.brandId)) throw notFound();
    return line;
  }
  const lines = await linesOfChannel(ctx, channelKind);
  const open = lines.filter((line) => !line.closedAt && servesBrand(ctx.actor, line.brandId));
  if (open.length !== 1 || !open[0]) throw sayWhichLine({ more: { lineIds: open.map(({ id }) => id) } });
  return open[0];
}

/** A chat has no subject: its first sentence is what it is called. */
function firstWords(text: string): string {
  const [sentence = text] = text.split(/(?<=[.?!])\s|\n/u);
  return sentence.length <= subjectLetters ? sentence : `${sentence.slice(0, subjectLetters - 1).trimEnd()}…`;
}
