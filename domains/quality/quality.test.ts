import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Actor } from '#platform/policy';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import type { Answers } from './contract.ts';
import { type NewResult, recordResult } from './index.ts';
import { listResults } from './list-results.ts';
import { pointsOf } from './points.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');

test('points are weighted over what applied, and a failed must fails all', () => {
  const [greets, solves, verifies] = [newId(), newId(), newId()];
  const questions = [
    { id: greets, weight: 1, failsAll: false },
    { id: solves, weight: 3, failsAll: false },
    { id: verifies, weight: 1, failsAll: true },
  ];
  const marks = (greet: number | null, solve: number | null, verify: number | null): Answers => ({
    [greets]: { mark: greet, restsOn: [] },
    [solves]: { mark: solve, restsOn: [] },
    [verifies]: { mark: verify, restsOn: [] },
  });
  expect(pointsOf(questions, marks(1, 0.5, 1))).toBe(7_000);
  expect(pointsOf(questions, marks(null, 0.5, null))).toBe(5_000);
  expect(pointsOf(questions, marks(1, 1, 0))).toBe(0);
  expect(pointsOf(questions, marks(null, null, null))).toBeNull();
});

test('a result is recorded once and told once; the same id with other answers is refused', async () => {
  const { workspace, agent, result, question } = await aReview();
  const record = (given: NewResult) => workspace.act(null, (ctx) => recordResult(ctx, given), nine);
  expect(await record(result)).toMatchObject({ pointsBasis: 8_000, teammateId: agent.id, at: nine.toISOString() });
  expect(await record(result)).toMatchObject({ pointsBasis: 8_000 });
  await expect(record({ ...result, answers: { [question]: { mark: 0, restsOn: [] } } })).rejects.toMatchObject({
    code: 'same-id-other-body',
  });
  const told = await world().database.pool.query(
    `select body->>'pointsBasis' as points from events where workspace_id = $1 and name = 'scorecard.recorded'`,
    [workspace.id],
  );
  expect(told.rows).toEqual([{ points: '8000' }]);
  await expect(
    record({ ...result, id: newId(), answers: { [newId()]: { mark: 1, restsOn: [] } } }),
  ).rejects.toMatchObject({ code: 'quality/unknown-question' });
  await expect(record({ ...result, id: newId(), scorecardVersionId: newId() })).rejects.toMatchObject({
    code: 'quality/not-published',
  });
});

test('everybody reads what is recorded about them; others only with the permission', async () => {
  const { workspace, agent, result } = await aReview();
  const colleague = await workspace.teammate('agent');
  for (let n = 0; n < 3; n += 1)
    await workspace.act(null, (ctx) =>
      recordResult(ctx, { ...result, id: newId(), occurredAt: new Date(nine.getTime() + n) }),
    );
  const list = (actor: Actor, after?: string) =>
    workspace.read(actor, (ctx) => listResults(ctx, { teammateId: agent.id, limit: 2, after }));
  const first = await list(agent);
  const second = await list(agent, first.next ?? '');
  expect([first.rows.length, second.rows.length, second.next]).toEqual([2, 1, null]);
  await expect(list(colleague)).rejects.toMatchObject({ status: 404 });
  expect((await list(withReviews(colleague, 'team'))).rows).toHaveLength(2);
  await expect(list({ ...withReviews(colleague, 'team'), teamIds: new Set() })).rejects.toMatchObject({ status: 404 });
  const own = { ...result, id: newId(), judgeKind: 'self', judgeId: agent.id } as const;
  await expect(workspace.act(agent, (ctx) => recordResult(ctx, own))).resolves.toMatchObject({ judgeKind: 'self' });
  await expect(
    workspace.act(agent, (ctx) => recordResult(ctx, { ...own, id: newId(), judgeKind: 'teammate' })),
  ).rejects.toMatchObject({ status: 403 });
});

function withReviews(actor: Actor, scope: 'team' | 'all'): Actor {
  return { ...actor, permissions: new Map([...actor.permissions, ['quality.read', scope]]) };
}

/** A published scorecard of one question, and a review of an agent's conversation. */
async function aReview() {
  const workspace: Workspace = await world().newWorkspace();
  const agent = await workspace.teammate('agent');
  const [scorecardId, versionId, question] = [newId(), newId(), newId()];
  await workspace.act(null, async (ctx) => {
    await ctx.db
      .insertInto('scorecards')
      .values({ workspace_id: ctx.workspaceId, id: scorecardId, name: 'Written answers' })
      .execute();
    await ctx.db
      .insertInto('scorecard_versions')
      .values({
        workspace_id: ctx.workspaceId,
        id: versionId,
        scorecard_id: scorecardId,
        version: 1,
        published_at: nine,
        questions: JSON.stringify([{ id: question, weight: 5, failsAll: false }]),
      })
      .execute();
  });
  const result: NewResult = {
    id: newId(),
    scorecardVersionId: versionId,
    subjectKind: 'conversation',
    subjectId: newId(),
    teammateId: agent.id,
    judgeKind: 'check',
    judgeId: null,
    answers: { [question]: { mark: 0.8, restsOn: [newId()] } },
    occurredAt: nine,
  };
  return { workspace, agent, result, question };
}
