import { lineById } from '#domains/brands';
import { findOrMakeCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { SpecimenPlace, Specimens } from '#platform/domain';
import { keep } from '#platform/storage';
import { makePromise } from './promise.ts';
import { schedule } from './later/schedule.ts';
import { load } from './load.ts';
import { link } from './links/link.ts';
import { merge } from './move-items.ts';
import { receive } from './receive.ts';
import { recordDeliveries } from './record-deliveries.ts';
import { reply } from './reply.ts';
import { standardStatus } from './words.ts';

/** Real objects of this domain for tests. */
export const specimens: Specimens = {
  objects: {
    Conversation: { ofBrand: true, make: async (ctx, place) => (await message(ctx, place)).conversationId },
    Entry: { ofBrand: true, make: async (ctx, place) => (await message(ctx, place)).entryId },
    Promise: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const conversationId = await place.of('Conversation');
        const actor = { ...ctx.actor, id: place.teammateId };
        await makePromise({ ...ctx, actor }, conversationId, { id, dueAt: new Date('2099-01-01'), words: 'Specimen' });
        return id;
      },
    },
    Tag: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        await ctx.db
          .insertInto('tags')
          .values({ workspace_id: ctx.workspaceId, id, name: `specimen ${id}` })
          .execute();
        return id;
      },
    },
    OtherTag: {
      ofBrand: false,
      make: async (ctx) => {
        const id = newId();
        await ctx.db
          .insertInto('tags')
          .values({ workspace_id: ctx.workspaceId, id, name: `other ${id}` })
          .execute();
        return id;
      },
    },
    /** A conversation that causes another one. */
    Problem: {
      ofBrand: true,
      make: async (ctx, place) => {
        const { conversationId } = await message(ctx, place);
        await link(ctx, conversationId, (await message(ctx, place)).conversationId, 'causes');
        return conversationId;
      },
    },
    OtherConversation: { ofBrand: true, make: async (ctx, place) => (await message(ctx, place)).conversationId },
    SecondEntry: {
      ofBrand: true,
      make: async (ctx, place) => (await message(ctx, place, await place.of('Conversation'))).entryId,
    },
    File: {
      ofBrand: true,
      make: async (ctx, place) => {
        const { entryId } = await message(ctx, place);
        const row = await ctx.db
          .selectFrom('message_files')
          .select('id')
          .where('workspace_id', '=', ctx.workspaceId)
          .where('entry_id', '=', entryId)
          .executeTakeFirstOrThrow();
        return row.id;
      },
    },
    Upload: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const { sha256, sizeBytes } = await place.files.put(ctx.workspaceId, Buffer.from('A specimen.'));
        await ctx.db
          .insertInto('uploads')
          .values({
            workspace_id: ctx.workspaceId,
            id,
            teammate_id: place.teammateId,
            sha256,
            name: 'specimen.txt',
            media_type: 'text/plain',
            size_bytes: sizeBytes,
            uploaded_at: ctx.now,
          })
          .execute();
        keep(ctx, sha256);
        return id;
      },
    },
    ScheduledReply: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        const actor = { ...ctx.actor, id: place.teammateId };
        const conversation = await load(ctx, await place.of('Conversation'));
        await schedule({ ...ctx, actor }, conversation.id, {
          id,
          text: 'Good morning.',
          content: {},
          sendAt: new Date(Date.now() + 3_600_000).toISOString(),
          lastSeenVersion: conversation.version,
          then: 'wait',
          closeAnyway: false,
        });
        return id;
      },
    },
    HeldReply: { ofBrand: true, make: answered },
    FailedReply: {
      ofBrand: true,
      make: async (ctx, place) => {
        const entryId = await answered(ctx, place);
        const rows = await ctx.db
          .selectFrom('deliveries')
          .select('id')
          .where('workspace_id', '=', ctx.workspaceId)
          .where('entry_id', '=', entryId)
          .execute();
        await recordDeliveries(
          ctx,
          entryId,
          rows.map(({ id }) => ({ deliveryId: id, outcome: 'failed', failure: 'A specimen.' })),
        );
        return entryId;
      },
    },
    Move: {
      ofBrand: true,
      make: async (ctx, place) =>
        (await merge(ctx, (await message(ctx, place)).conversationId, (await message(ctx, place)).conversationId))
          .moveId,
    },
    Status: { ofBrand: false, make: async (ctx) => (await standardStatus(ctx, 'on-hold')).id },
    Reason: {
      ofBrand: true,
      make: async (ctx, place) => {
        const id = newId();
        await ctx.db
          .insertInto('reasons')
          .values({ workspace_id: ctx.workspaceId, id, brand_id: place.brandId, name: 'Specimen' })
          .execute();
        return id;
      },
    },
  },
  routes: {
    'PUT /api/tags/:id/merge': { ids: { 'body.intoId': 'OtherTag' } },
    'PUT /api/tags/:id': { body: { name: '{new}' } },
    'POST /api/statuses': { body: { name: '{new}' } },
    'PUT /api/statuses/:id': { body: { name: '{new}' } },
    'POST /api/conversations/:id/split': { ids: { 'body.fromEntryId': 'SecondEntry' } },
    'PUT /api/conversations/:id/links/:otherId/:relation': { ids: { 'params.otherId': 'OtherConversation' } },
    'DELETE /api/conversations/:id/links/:otherId/:relation': { ids: { 'params.otherId': 'OtherConversation' } },
    'POST /api/conversations/:id/fan-outs': { ids: { 'params.id': 'Problem' }, body: { text: 'Specimen' } },
    'PUT /api/messages/:id/conversation': {
      ids: { 'params.id': 'SecondEntry', 'body.conversationId': 'OtherConversation' },
    },
    'DELETE /api/messages/:id/delivery': { ids: { 'params.id': 'HeldReply' } },
    'POST /api/messages/:id/delivery': { ids: { 'params.id': 'FailedReply' } },
    'POST /api/conversations/:id/scheduled-replies': { body: { sendAt: inAnHour(), lastSeenVersion: 1_000_000 } },
    'PUT /api/scheduled-replies/:id': { body: { sendAt: inAnHour(), lastSeenVersion: 1_000_000 } },
    'POST /api/scheduled-replies/:id/sending': { body: { lastSeenVersion: 1_000_000 } },
    'POST /api/uploads': { query: { mediaType: 'text/plain' } },
    'POST /api/conversations': { body: { to: 'someone@specimen.example' } },
    'POST /api/conversations/:id/messages': { body: { sendAnyway: true } },
    'PUT /api/conversations/:id/snooze': { body: { until: '2099-01-01T00:00:00Z' } },
    'POST /api/conversations/:id/promises': { body: { dueAt: '2099-01-01T00:00:00Z' } },
  },
};

function inAnHour(): string {
  return new Date(Date.now() + 3_600_000).toISOString();
}

async function message(
  ctx: Ctx,
  place: SpecimenPlace,
  conversationId: string | null = null,
): Promise<{ conversationId: string; entryId: string }> {
  const address = `${newId()}@specimen.example`;
  const customer = await findOrMakeCustomer(ctx, {
    brandId: place.brandId,
    kind: 'address',
    value: address,
    name: 'Specimen',
    at: ctx.now,
  });
  const { sha256, sizeBytes } = await place.files.put(
    ctx.workspaceId,
    Buffer.from(`From: ${address}\r\n\r\nHello.\r\n`),
  );
  const line = await lineById(ctx, await place.of('Line'));
  return receive(ctx, {
    entryId: newId(),
    conversationId,
    lineId: line.id,
    channel: line.channel,
    brandId: place.brandId,
    ...customer,
    customerName: 'Specimen',
    occurredAt: ctx.now,
    subject: 'Specimen',
    text: 'Hello.',
    html: '<p>Hello.</p>',
    fromName: 'Specimen',
    fromAddress: address,
    recipients: [],
    source: { sha256, sizeBytes },
    evidence: { rule: 'new', score: 100, idsSeen: [] },
    automatic: false,
    files: [{ sha256, name: 'hello.txt', mediaType: 'text/plain', sizeBytes, contentId: null, inline: false }],
  });
}

async function answered(ctx: Ctx, place: SpecimenPlace): Promise<string> {
  const id = newId();
  const { conversationId } = await message(ctx, place);
  await reply(ctx, conversationId, {
    id,
    text: 'On its way.',
    lastSeenVersion: 0,
    sendAnyway: true,
    deliverAt: '2099-01-01T00:00:00Z',
    then: 'stay',
  });
  return id;
}
