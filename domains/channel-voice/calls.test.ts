import { expect, test } from 'vitest';
import { receive } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import { setPresence } from '#domains/presence';
import { newId } from '#platform/database';
import { after, nine, openPhone } from '../../tests/support/phone.ts';
import { useWorld } from '../../tests/support/world.ts';

const world = useWorld();

test('a call rings, is answered, held, ended and wrapped up; handle time is kept and one contact is counted', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const ringing = await phone.ring(0, { subject: 'Where is my tent?' });
  expect(ringing).toMatchObject({
    state: 'ringing',
    offer: { teammateId: agent.id },
    match: { by: 'new', joinedOpenConversation: false },
    simulated: true,
  });
  expect(await phone.seenBy(agent, ringing.id)).toMatchObject({ can: ['answer', 'decline'] });

  expect(await phone.answer(agent, ringing.id, 0.2)).toMatchObject({
    state: 'talking',
    answeredBy: agent.id,
    can: ['hold', 'end'],
  });
  expect(await phone.stateOf(agent)).toBe('busy');
  expect(await phone.hold(agent, ringing.id, 2)).toMatchObject({ state: 'held', can: ['resume', 'end'] });
  await phone.hold(agent, ringing.id, 2.5);
  await phone.resume(agent, ringing.id, 3);
  expect(await phone.end(agent, ringing.id, 5)).toMatchObject({
    state: 'wrap-up',
    outcome: 'answered',
    endedBy: 'teammate',
    can: ['wrap-up'],
  });
  expect(await phone.stateOf(agent)).toBe('wrap-up');

  const note = { id: newId(), text: 'Parcel is on its way, told her Friday.' };
  const done = await phone.wrapUp(agent, ringing.id, 6, { reasonId: null, note });
  expect(done).toMatchObject({ call: { state: 'done' }, talkSeconds: 228, holdSeconds: 60, wrapUpSeconds: 60 });
  expect(await phone.stateOf(agent)).toBe('available');
  // the same again is the same
  expect(await phone.wrapUp(agent, ringing.id, 7, { reasonId: null, note })).toMatchObject({
    talkSeconds: 228,
    holdSeconds: 60,
    wrapUpSeconds: 60,
  });
  const row = await phone.row(ringing.conversation.id);
  expect(row).toMatchObject({ contact_count: 1, assignee_id: agent.id, waiting_since: null, last_entry_kind: 'note' });
  expect(await entriesOf(phone, ringing.conversation.id)).toEqual([
    {
      kind: 'call',
      facts: expect.objectContaining({ state: 'done', talkSeconds: 228, simulated: true, answeredBy: agent.id }),
    },
    { kind: 'note', facts: {} },
  ]);
});

test('a call joins the matter that the same customer has open by mail', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const mailed = await phone.workspace.act(
    null,
    async (ctx) => {
      const customer = await findOrMakeCustomer(ctx, {
        brandId: phone.workspace.brandId,
        kind: 'phone',
        value: '+49 30 901820',
        name: 'Maya Lindqvist',
        at: nine,
      });
      return receive(ctx, {
        entryId: newId(),
        conversationId: null,
        lineId: phone.mailLineId,
        channel: 'email',
        brandId: phone.workspace.brandId,
        customerId: customer.customerId,
        identityId: customer.identityId,
        customerName: 'Maya Lindqvist',
        occurredAt: nine,
        subject: 'My order',
        text: 'Where is it?',
        fromName: 'Maya',
        fromAddress: 'maya@lindqvist.example',
        recipients: [],
        files: [],
        evidence: { rule: 'new', score: 1, idsSeen: [] },
        automatic: false,
      });
    },
    nine,
  );
  const call = await phone.ring(20, { number: '+49 (30) 901820' });
  expect(call).toMatchObject({
    conversation: { id: mailed.conversationId, number: mailed.number },
    customer: { name: 'Maya Lindqvist' },
    match: { by: 'number', joinedOpenConversation: true },
  });
  await phone.answer(agent, call.id, 20.1);
  expect(await phone.row(mailed.conversationId)).toMatchObject({ contact_count: 2, last_entry_kind: 'call' });
});

test('of two who answer at once, one has the call and the other is told who', async () => {
  const phone = await openPhone(world());
  const first = await phone.agent(-10);
  const second = await phone.agent(-5);
  const { id } = await phone.ring(0);
  const tries = await Promise.allSettled([phone.answer(first, id, 0.1), phone.answer(second, id, 0.1)]);
  const lost = tries.filter((one) => one.status === 'rejected');
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  const winner = (await phone.seenBy(phone.workspace.owner, id)).answeredBy;
  expect(lost.map((one) => one.reason)).toMatchObject([
    { code: 'calls/answered-by-another', status: 409, more: { answeredBy: winner } },
  ]);
  const loser = winner === first.id ? second : first;
  expect(await phone.stateOf(loser)).toBe('available');
});

test('one teammate cannot be in two calls, however they try', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const one = await phone.ring(0, { number: '+49 30 1111' });
  const two = await phone.ring(0, { number: '+49 30 2222' });
  const tries = await Promise.allSettled([phone.answer(agent, one.id, 0.1), phone.answer(agent, two.id, 0.1)]);
  expect(tries.filter((each) => each.status === 'rejected').map((each) => each.reason)).toMatchObject([
    { code: 'calls/already-in-a-call' },
  ]);
});

test('an offer nobody takes rings for the next, and in the end the call is missed at its time', async () => {
  const phone = await openPhone(world());
  const first = await phone.agent(-10);
  const second = await phone.agent(-5);
  const { id, conversation } = await phone.ring(0);
  await world().runJobs(after(0.4));
  const call = await phone.seenBy(phone.workspace.owner, id);
  expect(call.offer).toMatchObject({ teammateId: second.id, offeredAt: after(0.4).toISOString() });
  // everything that was due ran late, as after a kill: rows and queued jobs are all there is
  await world().runJobs(after(30));
  expect(await phone.seenBy(first, id)).toMatchObject({
    state: 'done',
    outcome: 'missed',
    endedBy: 'system',
    endedAt: after(3).toISOString(),
    offer: null,
    can: [],
  });
  expect(await phone.row(conversation.id)).toMatchObject({
    waiting_since: nine,
    status_category: 'open',
    queue_id: phone.workspace.queueId,
  });
  await expect(phone.answer(first, id, 31)).rejects.toMatchObject({ code: 'calls/over', more: { outcome: 'missed' } });
});

test('a call that waits rings for the first who becomes available', async () => {
  const phone = await openPhone(world());
  const { id } = await phone.ring(0);
  expect((await phone.seenBy(phone.workspace.owner, id)).offer).toBeNull();
  const agent = await phone.agent(1);
  expect((await phone.seenBy(agent, id)).offer).toMatchObject({ teammateId: agent.id });
});

test('declining hands on, and after the wrap-up the next waiting call comes', async () => {
  const phone = await openPhone(world());
  const first = await phone.agent(-10);
  const second = await phone.agent(-5);
  const one = await phone.ring(0, { number: '+49 30 1111' });
  expect(await phone.decline(first, one.id, 0.1)).toMatchObject({ offer: { teammateId: second.id }, can: ['answer'] });
  await phone.answer(second, one.id, 0.2);
  await phone.workspace.act(
    null,
    (ctx) => setPresence(ctx, { teammateId: first.id, state: 'break', cause: 'own', at: after(0.3) }),
    after(0.3),
  );
  const two = await phone.ring(0.5, { number: '+49 30 2222' });
  expect(two.offer).toBeNull();
  await phone.end(second, one.id, 1);
  await phone.wrapUp(second, one.id, 1.5);
  expect((await phone.seenBy(second, two.id)).offer).toMatchObject({ teammateId: second.id });
});

test('the caller gives up before an answer, or hangs up during the call', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const given = await phone.ring(0, { number: '+49 30 1111' });
  expect(await phone.hangUp(given.id, 0.2)).toMatchObject({
    state: 'done',
    outcome: 'abandoned',
    endedBy: 'customer',
    offer: null,
  });
  const spoken = await phone.ring(1, { number: '+49 30 2222' });
  await phone.answer(agent, spoken.id, 1.1);
  expect(await phone.hangUp(spoken.id, 2)).toMatchObject({ state: 'wrap-up', endedBy: 'customer' });
  expect(await phone.stateOf(agent)).toBe('wrap-up');
});

test('when the call that rings is given up, the one that waits rings for the same teammate', async () => {
  const phone = await openPhone(world());
  const agent = await phone.agent(-10);
  const first = await phone.ring(0, { number: '+49 30 1111' });
  const second = await phone.ring(0.1, { number: '+49 30 2222' });
  expect(second.offer).toBeNull();
  await phone.hangUp(first.id, 0.2);
  expect((await phone.seenBy(agent, second.id)).offer).toMatchObject({ teammateId: agent.id });
});

test('of many who become available at once, each gets one of the calls that wait', async () => {
  const phone = await openPhone(world());
  const agents = [
    await phone.workspace.teammate('call-agent'),
    await phone.workspace.teammate('call-agent'),
    await phone.workspace.teammate('call-agent'),
  ];
  for (const number of ['+49 30 1111', '+49 30 2222', '+49 30 3333']) await phone.ring(0, { number });
  await Promise.all(agents.map((agent) => phone.available(agent, 1)));
  const offers = await phone.workspace.read(null, (ctx) =>
    ctx.db.selectFrom('call_offers').select('teammate_id').where('workspace_id', '=', ctx.workspaceId).execute(),
  );
  expect(new Set(offers.map((offer) => offer.teammate_id))).toEqual(new Set(agents.map(({ id }) => id)));
});

test('the same caller sent twice rings once; another body under the id is refused', async () => {
  const phone = await openPhone(world());
  const id = newId();
  const both = await Promise.all([phone.ring(0, { id }), phone.ring(0, { id })]);
  expect(both[0].conversation).toEqual(both[1].conversation);
  expect(await phone.row(both[0].conversation.id)).toMatchObject({ contact_count: 1 });
  await expect(phone.ring(0, { id, number: '+49 30 9999' })).rejects.toMatchObject({ code: 'same-id-other-body' });
});

test('only those who may take calls of the brand and team see and get them', async () => {
  const phone = await openPhone(world());
  const analyst = await phone.workspace.teammate('analyst');
  const outsider = await phone.workspace.teammate('call-agent', { inTeam: false });
  for (const one of [analyst, outsider]) await phone.available(one, -10);
  const { id } = await phone.ring(0);
  expect((await phone.seenBy(phone.workspace.owner, id)).offer).toBeNull();
  for (const actor of [analyst, outsider]) await expect(phone.seenBy(actor, id)).rejects.toMatchObject({ status: 404 });
});

test('erasing a customer takes their number, name and words from calls, and leaves what happened', async () => {
  const phone = await openPhone(world());
  const { id, customer } = await phone.ring(0, { name: 'Maya Lindqvist', subject: 'My tent' });
  const part = world().house.domains.find(({ name }) => name === 'channel-voice')?.personalData;
  const exported = await phone.workspace.read(null, async (ctx) => part?.export(ctx, customer.id));
  expect(exported).toMatchObject({
    calls: [{ fromNumber: '+49 30 901820', name: 'Maya Lindqvist', subject: 'My tent' }],
  });
  expect(await phone.workspace.act(null, async (ctx) => part?.erase(ctx, customer.id))).toEqual({ calls: 1 });
  expect(await phone.seenBy(phone.workspace.owner, id)).toMatchObject({
    fromNumber: '',
    customer: { name: '' },
    subject: '',
    state: 'ringing',
  });
});

/** The spine of a conversation, oldest first. */
function entriesOf({ workspace }: Awaited<ReturnType<typeof openPhone>>, conversationId: string) {
  return workspace.read(null, (ctx) =>
    ctx.db
      .selectFrom('entries')
      .select(['kind', 'facts'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('conversation_id', '=', conversationId)
      .orderBy('occurred_at')
      .execute(),
  );
}
