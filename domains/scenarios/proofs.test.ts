import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { exampleLines } from '#science/practice';
import { useWorld } from '../../tests/support/world.ts';
import { languageOf, scenarioOf } from './bank.ts';
import { dropEndedProofs, dropProof, findProof, keepProof, proofDays } from './proofs.ts';
import { proofIdFor, proofIdOf, proofLink, readState, writeState } from './practice-token.ts';

const world = useWorld();
const nine = new Date('2026-11-16T09:00:00Z');
const keys = { dataDir: '/nowhere', secretKey: 'a-secret-of-more-than-thirty-two-letters' };

function aState(lines?: readonly string[]) {
  const scenario = scenarioOf('late-parcel');
  if (!scenario) throw new Error('The bank lost its first scenario.');
  return {
    scenario: scenario.id,
    version: scenario.version,
    startedAt: nine,
    lines: lines ?? exampleLines(scenario, languageOf(scenario)),
  };
}

test('a result is kept when somebody says so, with their lines only when they say that too, and counts in quality', async () => {
  const workspace = await world().newWorkspace();
  const keep = async (withLines: boolean) => {
    const choice = { withLines, shownName: 'Keisha' };
    const id = proofIdFor(keys, workspace.id, writeState(keys, aState()), choice);
    await workspace.act(null, (ctx) => keepProof(ctx, id, aState(), choice), nine);
    return id;
  };
  const [open, closed] = [await keep(true), await keep(false)];
  // the form was sent twice: it is one result
  expect(await keep(true)).toBe(open);
  const found = await workspace.read(null, (ctx) => findProof({ ...ctx, now: nine }, open));
  expect(found).toMatchObject({ scenario: 'late-parcel', points: 20, passed: true, shownName: 'Keisha' });
  expect(found?.lines?.[0]?.own).toContain('order number');
  expect((await workspace.read(null, (ctx) => findProof({ ...ctx, now: nine }, closed)))?.lines).toBeNull();
  const { rows } = await world().database.pool.query(
    `select points_basis, subject_kind from scorecard_results where workspace_id = $1`,
    [workspace.id],
  );
  expect(rows).toEqual([
    { points_basis: 10_000, subject_kind: 'practice' },
    { points_basis: 10_000, subject_kind: 'practice' },
  ]);
});

test('a kept result goes when its owner says so, and by itself after a year', async () => {
  const workspace = await world().newWorkspace();
  const keep = async (): Promise<string> => {
    const id = newId();
    await workspace.act(null, (ctx) => keepProof(ctx, id, aState(), { withLines: true, shownName: null }), nine);
    return id;
  };
  const [first, second] = [await keep(), await keep()];
  await workspace.act(null, (ctx) => dropProof(ctx, first), nine);
  expect(await workspace.read(null, (ctx) => findProof({ ...ctx, now: nine }, first))).toBeUndefined();
  const later = new Date(nine.getTime() + (proofDays + 1) * 86_400_000);
  expect(await workspace.read(null, (ctx) => findProof({ ...ctx, now: later }, second))).toBeUndefined();
  await workspace.act(null, dropEndedProofs, later);
  const { rows } = await world().database.pool.query(`select 1 from practice_proofs where workspace_id = $1`, [
    workspace.id,
  ]);
  expect(rows).toEqual([]);
});

test('a conversation travels with the visitor, and only what we signed is gone on with', () => {
  const token = writeState(keys, aState(['Hello Dana, where is it?']));
  expect(readState(keys, token, nine)?.lines).toEqual(['Hello Dana, where is it?']);
  expect(readState(keys, token, new Date('2026-11-18T09:00:00Z'))).toBeNull();
  expect(readState(keys, `x${token}`, nine)).toBeNull();
  expect(readState(keys, 'nonsense', nine)).toBeNull();
  const id = '0193c0de-0000-7000-8000-0000000000ff';
  const { view } = proofLink(keys, 'w1', id);
  expect(proofIdOf(keys, 'w1', `https://desk.test/careers/practise/proofs/${view}?own=x`)).toBe(id);
  expect(proofIdOf(keys, 'w2', view)).toBeNull();
});
