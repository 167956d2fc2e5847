import { expect, test } from 'vitest';
import { endContact, startContact } from '#domains/conversations';
import { findOrMakeCustomer } from '#domains/customers';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { readHistory } from '#platform/work';
import { type Desk, openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { personalData } from './personal-data.ts';
import { endVerification, verificationsOf, verify } from './verify.ts';
import { addWay, changeWay, removeWay } from './ways.ts';

const world = useWorld();
const monday = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(monday.getTime() + minutes * 60_000);
const said = { name: 'By their last order', asks: ['Which number?', 'Which sum?'], allows: 'Orders and the address' };

/** A desk whose brand has a way that holds for half an hour, and somebody who is on the phone. */
async function onThePhone(endsWithCall: boolean) {
  const desk: Desk = await openDesk(world());
  const { act, owner, brandId, teammate } = desk.workspace;
  const way = { id: newId(), brandId, ...said, holdsMinutes: 30, endsWithCall };
  await act(owner, (ctx) => addWay(ctx, way));
  const { conversationId, customerId } = await desk.mail({ at: monday });
  const contactId = newId();
  await act(null, (ctx) => ringing(ctx, desk, { contactId, conversationId, customerId }), monday);
  const agent = await teammate('agent');
  return { desk, way, conversationId, contactId, agent };
}

test('who was checked, how and what may then be said is there until the call ends, and in the history after', async () => {
  const { desk, way, conversationId, contactId, agent } = await onThePhone(true);
  const { act, read } = desk.workspace;
  const given = { id: newId(), wayId: way.id, whom: 'Maya Lindqvist', passed: true };
  await act(agent, (ctx) => verify(ctx, conversationId, given), after(1));
  await act(agent, (ctx) => verify(ctx, conversationId, given), after(2));
  const seen = () => read(agent, (ctx) => verificationsOf(ctx, conversationId));
  expect(await seen()).toMatchObject({
    rows: [{ whom: given.whom, wayName: way.name, allows: way.allows, until: after(31).toISOString() }],
    ways: [way],
    can: ['verify'],
  });
  await act(null, (ctx) => endContact(ctx, { contactId, outcome: 'answered', at: after(5) }));
  expect((await seen()).rows).toMatchObject([{ until: after(5).toISOString() }]);
  const names = await read(agent, async (ctx) =>
    (await readHistory(ctx, conversationId, { limit: 50 })).map(({ name }) => name),
  );
  expect(names).toEqual(expect.arrayContaining(['caller.verified', 'caller.verification-ended']));
});

test('what did not pass allows nothing, and what passed holds no longer once somebody says so', async () => {
  const { desk, way, conversationId, agent, contactId } = await onThePhone(false);
  const { act, read } = desk.workspace;
  const given = { wayId: way.id, whom: 'Her brother' };
  const failed = await act(agent, (ctx) => verify(ctx, conversationId, { ...given, id: newId(), passed: false }));
  expect(failed).toMatchObject({ passed: false, allows: '' });
  const { id } = await act(
    agent,
    (ctx) => verify(ctx, conversationId, { ...given, id: newId(), passed: true }),
    after(1),
  );
  await act(null, (ctx) => endContact(ctx, { contactId, outcome: 'answered', at: after(2) }));
  const until = async () =>
    (await read(agent, (ctx) => verificationsOf(ctx, conversationId))).rows.find((row) => row.id === id)?.until;
  expect(await until()).toBe(after(31).toISOString());
  await act(agent, (ctx) => endVerification(ctx, id), after(3));
  await act(agent, (ctx) => endVerification(ctx, id), after(4));
  expect(await until()).toBe(after(3).toISOString());
});

test('a way that is changed or removed leaves what was checked by it as it was; who it names is erased', async () => {
  const { desk, way, conversationId, agent } = await onThePhone(true);
  const { act, read, owner } = desk.workspace;
  const given = { id: newId(), wayId: way.id, whom: 'Maya Lindqvist', passed: true };
  await act(agent, (ctx) => verify(ctx, conversationId, given), after(1));
  await act(owner, (ctx) => changeWay(ctx, { ...way, allows: 'Nothing' }));
  await act(owner, (ctx) => removeWay(ctx, way.id));
  const shown = async () => read(agent, (ctx) => verificationsOf(ctx, conversationId));
  expect(await shown()).toMatchObject({ rows: [{ allows: way.allows }], ways: [] });
  const again = act(agent, (ctx) => verify(ctx, conversationId, { ...given, id: newId() }));
  await expect(again).rejects.toMatchObject({ status: 404 });
  await expect(act(agent, (ctx) => addWay(ctx, way))).rejects.toMatchObject({ status: 403 });
  const stranger = await desk.workspace.teammate('agent', { inTeam: false });
  await expect(read(stranger, (ctx) => verificationsOf(ctx, conversationId))).rejects.toMatchObject({ status: 404 });
  const { rows } = await world().database.pool.query<{ customer_id: string }>(
    'select customer_id from verifications where workspace_id = $1',
    [desk.workspace.id],
  );
  await act(null, (ctx) => personalData.erase(ctx, rows[0]?.customer_id ?? ''));
  expect((await shown()).rows[0]?.whom).toBe('');
});

/** Whoever wrote calls now. */
async function ringing(
  ctx: Ctx,
  { workspace, lineId }: Desk,
  of: { readonly contactId: string; readonly conversationId: string; readonly customerId: string },
) {
  const address = '+49 30 901820';
  const caller = { brandId: workspace.brandId, kind: 'phone', value: address, name: 'Maya', at: monday } as const;
  const { identityId } = await findOrMakeCustomer(ctx, caller);
  return startContact(ctx, {
    ...of,
    address,
    lineId,
    channel: 'voice',
    brandId: workspace.brandId,
    identityId,
    customerName: 'Maya',
    direction: 'in',
    subject: 'A call',
    startedAt: monday,
  });
}
