import { changeCustomer, customerNames, findCustomer } from '#domains/customers';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import type { Asker, Input, Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import type { noteVisitor } from '../contract.ts';
import { refuseTooMany } from './often.ts';
import { noteSeen } from './said.ts';
import { type Site, siteOf } from './site.ts';
import { tellTalk } from './tell.ts';
import { knownVisitor, passOf, type Visitor } from './visitor.ts';

const nobodyYet = problem(
  'chats/nobody-yet',
  409,
  'Nothing was said by this visitor yet',
  'Send the first message; a name and an address can go along with it.',
);

/** What a visitor saw of our answers, what they call themselves, and where an answer reaches them. */
export async function note(
  tools: Tools,
  { params, body, headers }: Input<typeof noteVisitor>,
  asker: Asker,
): Promise<{ address: string | null }> {
  const pass = passOf(headers);
  // having seen something is told as often as something is said
  if (body.name !== undefined || body.address !== undefined) refuseTooMany(asker.origin?.address ?? '', pass.id);
  const site = await siteOf(tools, params.site);
  return tools.transact({ workspaceId: site.workspaceId, via: 'api', origin: asker.origin }, async (ctx) => {
    const visitor = await knownVisitor(ctx, site, pass);
    if (!visitor) throw nobodyYet();
    return keep(ctx, site, visitor, body);
  });
}

async function keep(
  ctx: Ctx,
  site: Site,
  visitor: Visitor,
  told: BodyOf<typeof noteVisitor>,
): Promise<{ address: string | null }> {
  const hasSeen = told.seen !== undefined && (await noteSeen(ctx, visitor.id, told.seen)) > 0;
  if (told.name) await callThem(ctx, site, visitor.id, told.name);
  await ctx.db
    .updateTable('chat_visitors')
    .set({ here_at: ctx.now, ...(told.address ? { address: told.address } : {}) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', visitor.id)
    .execute();
  if (hasSeen || told.name || told.address) tellTalk(ctx, visitor.id, visitor.conversationId);
  return { address: told.address ?? visitor.address };
}

/** A name they tell replaces none that stands there already. */
async function callThem(ctx: Ctx, { brandId }: Site, visitorId: string, name: string): Promise<void> {
  const found = await findCustomer(ctx, { brandId, kind: 'visitor', value: visitorId, at: ctx.now });
  if (!found) return;
  const before = (await customerNames(ctx, [found.customerId])).get(found.customerId);
  if (before === '') await changeCustomer(ctx, found.customerId, { name });
}
