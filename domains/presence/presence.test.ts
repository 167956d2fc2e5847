import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { holds } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import { choosePresence } from './choose-presence.ts';
import { freeForCalls, givePresenceBack, presenceNow, setPresence } from './index.ts';
import { readPresence } from './list-presence.ts';
import { presenceTopic } from './topic.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const after = (minutes: number): Date => new Date(nine.getTime() + minutes * 60_000);

test('a contact makes somebody busy and gives them back to what they were', async () => {
  const { workspace, agent, intervals } = await aTeam();
  const contactId = newId();
  await choose(workspace, agent, 'available', after(0));
  await workspace.act(
    null,
    (ctx) => setPresence(ctx, { teammateId: agent.id, state: 'busy', cause: 'contact', contactId, at: after(5) }),
    after(5),
  );
  await workspace.act(
    null,
    (ctx) => setPresence(ctx, { teammateId: agent.id, state: 'wrap-up', cause: 'contact', contactId, at: after(9) }),
    after(9),
  );
  await workspace.act(
    null,
    (ctx) => givePresenceBack(ctx, { teammateId: agent.id, contactId, at: after(11) }),
    after(11),
  );
  await workspace.act(
    null,
    (ctx) => givePresenceBack(ctx, { teammateId: agent.id, contactId, at: after(12) }),
    after(12),
  );
  expect(await intervals()).toEqual([
    ['offline', 0, 0],
    ['available', 0, 5],
    ['busy', 5, 9],
    ['wrap-up', 9, 11],
    ['available', 11, null],
  ]);
});

test('what somebody chooses during a call is kept for when it is over', async () => {
  const { workspace, agent, now } = await aTeam();
  const contactId = newId();
  await choose(workspace, agent, 'available', after(0));
  await workspace.act(
    null,
    (ctx) => setPresence(ctx, { teammateId: agent.id, state: 'busy', cause: 'contact', contactId, at: after(5) }),
    after(5),
  );
  const chosen = await workspace.act(
    agent,
    (ctx) => choosePresence(ctx, agent.id, { state: 'break', reason: 'lunch' }),
    after(6),
  );
  expect(chosen).toMatchObject({ state: 'busy', then: { state: 'break', reason: 'lunch' } });
  await workspace.act(
    null,
    (ctx) => givePresenceBack(ctx, { teammateId: agent.id, contactId, at: after(8) }),
    after(8),
  );
  expect(await now()).toMatchObject({ state: 'break', reason: 'lunch', startedAt: after(8) });
});

test('the same state again changes nothing, and what is old does not change the present', async () => {
  const { workspace, agent, intervals } = await aTeam();
  await choose(workspace, agent, 'available', after(10));
  await choose(workspace, agent, 'available', after(20));
  await choose(workspace, agent, 'break', after(0));
  expect(await intervals()).toEqual([
    ['offline', 10, 10],
    ['available', 10, null],
  ]);
  // clocks of two servers differ by moments: that counts, from where the present began
  await choose(workspace, agent, 'break', new Date(after(10).getTime() - 2_000));
  expect(await intervals()).toEqual([
    ['offline', 10, 10],
    ['available', 10, 10],
    ['break', 10, null],
  ]);
});

test('of many who change at once, exactly one interval stays open and none overlap', async () => {
  const { workspace, agent, intervals } = await aTeam();
  const states = ['available', 'break', 'away', 'offline', 'available', 'away', 'break', 'offline'] as const;
  await Promise.all(
    [...states, ...states, ...states].map((state, minute) =>
      choose(workspace, agent, state, new Date(nine.getTime() + minute)),
    ),
  );
  const rows = await intervals();
  expect(rows.filter(([, , end]) => end === null)).toHaveLength(1);
  for (const [index, row] of rows.entries()) expect(row[2]).toEqual(rows[index + 1]?.[1] ?? null);
});

test('calls are offered to those who are available, longest first', async () => {
  const { workspace, agent } = await aTeam();
  const longer = await workspace.teammate('agent');
  const away = await workspace.teammate('agent');
  await choose(workspace, agent, 'available', after(5));
  await choose(workspace, longer, 'available', after(1));
  await choose(workspace, away, 'break', after(0));
  expect(await workspace.read(null, (ctx) => freeForCalls(ctx, [agent.id, longer.id, away.id]))).toEqual([
    longer.id,
    agent.id,
  ]);
});

test('an agent sees and sets their own state, a leader those of the team, a stranger none', async () => {
  const { workspace, agent } = await aTeam();
  const leader = await workspace.teammate('team-leader');
  const elsewhere = await workspace.teammate('team-leader', { inTeam: false });
  await choose(workspace, agent, 'available', after(0));
  const seenBy = async (actor: typeof agent) =>
    (await workspace.read(actor, (ctx) => readPresence(ctx))).rows.some(({ teammateId }) => teammateId === agent.id);
  expect(await seenBy(leader)).toBe(true);
  expect(await seenBy(elsewhere)).toBe(false);
  expect(holds(leader, 'presence.set')).toBe(true);
  const set = (actor: typeof agent) =>
    workspace.act(actor, (ctx) => choosePresence(ctx, agent.id, { state: 'away', reason: null }), after(9));
  await expect(set(elsewhere)).rejects.toMatchObject({ status: 404 });
  expect(await set(leader)).toMatchObject({ state: 'away', cause: 'leader' });
});

async function aTeam() {
  const workspace = await world().newWorkspace();
  const agent = await workspace.teammate('agent');
  return {
    workspace,
    agent,
    now: () => workspace.read(null, async (ctx) => (await presenceNow(ctx, [agent.id])).get(agent.id)),
    intervals: async () => {
      const rows = await workspace.read(null, (ctx) =>
        ctx.db
          .selectFrom('presence_intervals')
          .select(['state', 'started_at', 'ended_at'])
          .where('workspace_id', '=', ctx.workspaceId)
          .where('teammate_id', '=', agent.id)
          .orderBy('version')
          .execute(),
      );
      const minute = (date: Date) => (date.getTime() - nine.getTime()) / 60_000;
      return rows.map((row) => [row.state, minute(row.started_at), row.ended_at && minute(row.ended_at)]);
    },
  };
}

type Team = Awaited<ReturnType<typeof aTeam>>;

function choose(
  workspace: Team['workspace'],
  agent: Team['agent'],
  state: 'available' | 'break' | 'away' | 'offline',
  at: Date,
) {
  return workspace.act(agent, (ctx) => setPresence(ctx, { teammateId: agent.id, state, cause: 'own', at }), at);
}

test('how somebody is, is told to who may know it alone: in a list of another team, and on a screen that follows', async () => {
  const { workspace, agent } = await aTeam();
  await choose(workspace, agent, 'available', after(0));
  const other = await workspace.teammate('agent', { inTeam: false });
  const seen = async (actor: typeof agent): Promise<readonly string[]> => {
    const { rows } = await workspace.read(actor, (ctx) => readPresence(ctx, workspace.teamId));
    const loaded = await workspace.read(null, (ctx) => presenceTopic.load(ctx, [agent.id]));
    const shown = [...loaded.values()].flatMap((row) => (presenceTopic.view(actor, row) === null ? [] : ['shown']));
    return [...rows.map(({ teammateId }) => teammateId), ...shown];
  };
  const colleague = await workspace.teammate('agent');
  expect(await seen(colleague)).toEqual([agent.id, 'shown']);
  expect(await seen(other)).toEqual([]);
});
