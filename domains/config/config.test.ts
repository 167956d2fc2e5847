import { expect, test } from 'vitest';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import type { ReplyOf } from '#platform/contract';
import type { applyConfig, ConfigFile } from './contract.ts';
import { applyConfig as apply } from './apply-config.ts';
import { readConfig } from './read-config.ts';

const world = useWorld();

const read = async (workspace: Workspace, actor = workspace.owner): Promise<ConfigFile> =>
  (await workspace.read(actor, readConfig)).config;

const bring = (
  workspace: Workspace,
  config: ConfigFile,
  dryRun = false,
  actor = workspace.owner,
): Promise<ReplyOf<typeof applyConfig>> =>
  apply(world().tools, { config, dryRun }, { workspaceId: workspace.id, actor });

/** Each workspace has an address of its own: it has one line in the whole installation. */
const fileWith = (address: string): ConfigFile => ({
  lines: [
    {
      channel: 'email',
      address,
      name: 'Help',
      casePolicy: 'thread',
      caseWindowHours: null,
      settings: { door: true },
    },
  ],
  calendars: [{ name: 'Late hours', zone: 'Europe/Lisbon', weekly: { 1: [{ open: '12:00', close: '20:00' }] } }],
  teams: [{ name: 'Evening', hours: 'Late hours' }],
  queues: [{ name: 'Late', team: 'Evening', position: 3, lines: [address] }],
  statuses: [{ name: 'At the workshop', category: 'on-hold' }],
  reasons: [{ path: ['Delivery'] }, { path: ['Delivery', 'Late'] }],
  promises: [
    { name: 'Fast', queue: 'Late', hours: 'Late hours', position: 1, firstReplySeconds: 3600, nextReplySeconds: null },
  ],
});

test('a file makes everything it names, and what is read from there changes nothing in another workspace twice', async () => {
  const [one, other] = [await world().newWorkspace(), await world().newWorkspace()];
  const file = fileWith('help@cust.test');
  const made = await bring(one, file);
  expect(made.changes.map(({ part, outcome, why }) => [part, outcome, why])).toEqual(
    Object.entries(file).flatMap(([part, things]) => things.map(() => [part, 'made', null])),
  );
  expect(made.applied).toBe(true);
  const written = await read(one);
  expect(written['queues']).toContainEqual({ name: 'Late', team: 'Evening', position: 3, lines: ['help@cust.test'] });
  expect(written['reasons']).toContainEqual({ path: ['Delivery', 'Late'] });
  const { lines: _, ...fits } = written;
  fits['queues'] = (fits['queues'] ?? []).map((queue) => ({ ...queue, lines: [] }));
  expect((await bring(other, fits)).applied).toBe(true);
  const again = await bring(other, fits);
  expect(new Set(again.changes.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
});

test('a dry run says what would happen and keeps nothing; the names that would be there count', async () => {
  const workspace = await world().newWorkspace();
  const before = await read(workspace);
  const tried = await bring(workspace, fileWith('other@cust.test'), true);
  expect(tried.applied).toBe(false);
  expect(new Set(tried.changes.map(({ outcome }) => outcome))).toEqual(new Set(['made']));
  expect(await read(workspace)).toEqual(before);
  const changed = { calendars: [{ ...(before['calendars']?.[0] as object), zone: 'Asia/Tokyo' }] };
  const [change] = (await bring(workspace, changed, true)).changes;
  expect(change).toMatchObject({ outcome: 'changed', fields: [{ field: 'zone', after: 'Asia/Tokyo' }] });
  expect(tried.notInFile).toContainEqual({ part: 'statuses', name: 'Closed' });
});

test('one thing that is refused takes all back, with the reason of each', async () => {
  const workspace = await world().newWorkspace();
  const before = await read(workspace);
  const result = await bring(workspace, {
    teams: [{ name: 'Night' }, { name: 'Night' }, { nam: 'Typo' }],
    queues: [{ name: 'Dark', team: 'Nobody', position: 0 }],
  });
  expect(result.applied).toBe(false);
  expect(result.changes.map(({ outcome }) => outcome)).toEqual(['made', 'refused', 'refused', 'refused']);
  expect(result.changes.map(({ why }) => why).join(' ')).toMatch(/twice.*nam.*There is no team of this name. Nobody/s);
  expect(await read(workspace)).toEqual(before);
  await expect(bring(workspace, { spells: [] })).rejects.toMatchObject({ code: 'invalid-input' });
});

test('who may not change a part neither reads nor applies it, and no secret is in the file', async () => {
  const workspace = await world().newWorkspace();
  const agent = await workspace.teammate('agent');
  expect(await read(workspace, agent)).toEqual({});
  await expect(bring(workspace, { teams: [{ name: 'Mine' }] }, false, agent)).rejects.toMatchObject({
    code: 'invalid-input',
  });
  expect(JSON.stringify(await read(workspace))).not.toMatch(/password|secret/i);
});
