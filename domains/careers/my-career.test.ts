import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { giveCertificate, insertMember, insertTeam, recordSkill } from '#domains/teams';
import { useWorld } from '../../tests/support/world.ts';
import { choosePath, sayOwnSkill } from './choose-path.ts';
import type { PathGiven } from './contract.ts';
import { careerOfTeammate, myCareer } from './my-career.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const path: PathGiven = {
  ownRole: 'senior-customer-service-specialist',
  ownSince: '2026-05-04',
  nextRole: null,
  place: 'united-states',
  isShared: false,
};

test('nothing is guessed: without a word there is no role, and without a record no level', async () => {
  const workspace = await world().newWorkspace();
  const agent = await workspace.teammate('agent');
  const before = await workspace.read(agent, (ctx) => myCareer(ctx, undefined));
  expect(before).toMatchObject({ ownRole: null, before: [], after: [], looked: null, sharedAt: null });
  const looked = (await workspace.read(agent, (ctx) => myCareer(ctx, 'account-manager'))).looked;
  expect(looked?.met).toBe(0);
  expect(looked?.skills.every(({ have, restsOn }) => have === null && restsOn.length === 0)).toBe(true);
});

test('the ladder stands around the own role, and each met skill names what it rests on', async () => {
  const workspace = await world().newWorkspace();
  const agent = await workspace.teammate('agent');
  const career = await workspace.act(agent, (ctx) => choosePath(ctx, path), nine);
  expect(career.ownRole?.key).toBe(path.ownRole);
  expect(career.before.map(({ key }) => key)).toContain('customer-service-specialist');
  expect(career.after.length).toBeGreaterThan(0);
  expect(career.before.find(({ key }) => key === 'customer-service-specialist')?.pay).toMatchObject([
    { source: 'Salary Guide From Robert Half', year: 2026 },
  ]);
  const [first, second] = career.looked?.skills ?? [];
  if (!first || !second) throw new Error('A role that asks for nothing.');
  const reviewId = newId();
  await workspace.act(agent, (ctx) => sayOwnSkill(ctx, first.key, 1), nine);
  await workspace.act(
    null,
    async (ctx) => {
      const review = { source: 'review', level: first.need, restsOn: { kind: 'review', id: reviewId } } as const;
      await recordSkill(ctx, agent.id, { key: first.key, name: first.name }, review);
      const passed = { id: newId(), level: second.need, passedAt: nine, expiresAt: null };
      const course = { ...passed, restsOn: { kind: 'course', id: newId() } };
      await giveCertificate(ctx, agent.id, { key: second.key, name: second.name }, course);
    },
    nine,
  );
  const now = await workspace.read(agent, (ctx) => myCareer(ctx, undefined));
  expect(now.looked).toMatchObject({ met: 2, all: now.looked?.skills.length });
  expect(now.looked?.skills[0]).toMatchObject({ have: first.need, restsOn: [{ source: 'own' }, { source: 'review' }] });
  expect(now.looked?.skills[1]?.restsOn.map(({ source }) => source)).toEqual(['certificate']);
  await workspace.act(agent, (ctx) => sayOwnSkill(ctx, first.key, null), nine);
  const after = await workspace.read(agent, (ctx) => myCareer(ctx, undefined));
  expect(after.looked?.skills[0]?.restsOn.map(({ source }) => source)).toEqual(['review']);
});

test('a leader sees the page only while its owner wants so, and nobody else ever does', async () => {
  const workspace = await world().newWorkspace();
  const [agent, leader, colleague] = [
    await workspace.teammate('agent', { inTeam: false }),
    await workspace.teammate('team-leader'),
    await workspace.teammate('team-leader'),
  ];
  await workspace.act(
    null,
    async (ctx) => {
      const teamId = await insertTeam(ctx, { name: 'Own team', calendarId: null });
      await insertMember(ctx, teamId, agent.id, false);
      await insertMember(ctx, teamId, leader.id, true);
      await insertMember(ctx, teamId, colleague.id, false);
    },
    nine,
  );
  const look = (who: Parameters<typeof workspace.read>[0]) =>
    workspace.read(who, (ctx) => careerOfTeammate(ctx, agent.id));
  const share = (isShared: boolean) => workspace.act(agent, (ctx) => choosePath(ctx, { ...path, isShared }), nine);
  await share(false);
  await expect(look(leader)).rejects.toMatchObject({ status: 404 });
  await share(true);
  expect((await look(leader)).ownRole?.key).toBe(path.ownRole);
  await expect(look(colleague)).rejects.toMatchObject({ status: 404 });
  await expect(look(workspace.owner)).rejects.toMatchObject({ status: 404 });
  await share(false);
  await expect(look(leader)).rejects.toMatchObject({ status: 404 });
});
