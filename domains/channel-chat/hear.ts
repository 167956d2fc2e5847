import { lineById, linesOfChannel } from '#domains/brands';
import { openConversationOf, type Received } from '#domains/conversations';
import { customerNames, findOrMakeCustomer } from '#domains/customers';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { servesBrand } from '#platform/policy';
import { notFound, problem } from '#platform/problem';
import { ChatLineSettings, channelKind, type simulateChat } from './contract.ts';
import { receiveWords } from './receive-words.ts';

const sayWhichLine = problem('chats/say-which-line', 422, 'Say which line it comes in on', 'Name the line by its id.');

type Said = BodyOf<typeof simulateChat>;
type Line = Awaited<ReturnType<typeof lineById>>;

/** A pretend customer says something in a chat: it joins the matter they have open on the line, or opens one. */
export async function hear(ctx: Ctx, said: Said): Promise<Received> {
  const line = await lineFor(ctx, said.lineId);
  const found = await findOrMakeCustomer(ctx, {
    brandId: line.brandId,
    kind: 'handle',
    value: said.handle,
    ...(said.name === '' ? {} : { name: said.name }),
    at: ctx.now,
  });
  const { customerId } = found;
  const name = (await customerNames(ctx, [customerId])).get(customerId) || said.name || said.handle;
  const open = await openConversationOf(ctx, { customerId, brandId: line.brandId });
  return receiveWords(
    ctx,
    { brandId: line.brandId, lineId: line.id, queueId: line.queueId },
    {
      id: said.id,
      text: said.text,
      conversationId: open?.conversationId ?? null,
      customer: { ...found, name, address: said.handle },
      rule: open ? 'open chat of the same customer' : 'a new chat',
    },
  );
}

/** Nobody pretends on a line that a website shows. */
async function lineFor(ctx: Ctx, lineId: string | undefined): Promise<Line> {
  const isOurs = (line: Line): boolean =>
    !line.closedAt && servesBrand(ctx.actor, line.brandId) && ChatLineSettings.parse(line.settings).simulated;
  if (lineId !== undefined) {
    const line = await lineById(ctx, lineId);
    if (line.channel !== channelKind || !isOurs(line)) throw notFound();
    return line;
  }
  const open = (await linesOfChannel(ctx, channelKind)).filter(isOurs);
  if (open.length !== 1 || !open[0]) throw sayWhichLine({ more: { lineIds: open.map(({ id }) => id) } });
  return open[0];
}
