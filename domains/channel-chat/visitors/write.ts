import { openConversationOf } from '#domains/conversations';
import { changeCustomer, customerNames, findOrMakeCustomer } from '#domains/customers';
import type { BodyOf } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import type { Asker, Input, Tools } from '#platform/domain';
import { sameIdOtherBody } from '#platform/problem';
import { languageOf } from '#platform/words';
import type { writeAsVisitor } from '../contract.ts';
import { receiveWords } from '../receive-words.ts';
import { refuseTooMany } from './often.ts';
import { noteSaid, wasSaid } from './said.ts';
import { type Site, siteOf } from './site.ts';
import { tellTalk } from './tell.ts';
import { ensureVisitor, type Pass, passOf, visitorName } from './visitor.ts';

type Said = BodyOf<typeof writeAsVisitor>;

/** Somebody on a website says something: it joins the matter they have open, or opens one. */
export async function write(
  tools: Tools,
  { params, body, headers }: Input<typeof writeAsVisitor>,
  asker: Asker,
): Promise<{ id: string }> {
  const pass = passOf(headers);
  refuseTooMany(asker.origin?.address ?? '', pass.id);
  const site = await siteOf(tools, params.site);
  const language = languageOf(headers.get('accept-language'));
  await tools.transact({ workspaceId: site.workspaceId, via: 'api', origin: asker.origin }, (ctx) =>
    say(ctx, site, { pass, language }, body),
  );
  return { id: body.id };
}

async function say(
  ctx: Ctx,
  site: Site,
  { pass, language }: { readonly pass: Pass; readonly language: string },
  said: Said,
): Promise<void> {
  const visitor = await ensureVisitor(ctx, site, pass, language);
  if (await wasSaid(ctx, visitor.id, said.id)) return;
  const { brandId } = site;
  const found = await findOrMakeCustomer(ctx, {
    brandId,
    kind: 'visitor',
    value: visitor.id,
    ...(said.name ? { name: said.name } : {}),
    at: ctx.now,
  });
  const before = (await customerNames(ctx, [found.customerId])).get(found.customerId) ?? '';
  // what they call themselves replaces nothing that somebody wrote
  const name = before || said.name || '';
  if (name !== before) await changeCustomer(ctx, found.customerId, { name });
  const open = await openConversationOf(ctx, { customerId: found.customerId, brandId });
  const received = await receiveWords(ctx, site, {
    id: said.id,
    text: said.text,
    conversationId: open?.conversationId ?? null,
    customer: { ...found, name: name || visitorName(visitor.id), address: visitor.id },
    rule: open ? 'open chat of the same visitor' : 'a new chat',
  });
  // the id of something that somebody else said
  if (!received.opened && received.conversationId !== open?.conversationId) throw sameIdOtherBody();
  await noteSaid(ctx, visitor.id, received.entryId, false);
  await ctx.db
    .updateTable('chat_visitors')
    .set({
      conversation_id: received.conversationId,
      here_at: ctx.now,
      ...(said.page ? { page: said.page } : {}),
      // anybody can type any address: it is where an answer goes, and says nothing of who they are
      ...(said.address ? { address: said.address } : {}),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', visitor.id)
    .execute();
  tellTalk(ctx, visitor.id, received.conversationId);
}
