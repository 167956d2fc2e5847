import { expect, test } from 'vitest';
import { teammateById } from '#domains/identity';
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

/** Some of every part, each naming others by their names. */
const named = {
  brands: [
    { isFirst: true, name: 'Fernhill', hue: 120, locale: 'en', zone: 'UTC' },
    { isFirst: false, name: 'Oakmoor', hue: 30, locale: 'es', zone: 'Europe/Madrid' },
  ],
  teams: [{ name: 'Night', hours: 'Office hours' }],
  queues: [{ brand: 'Oakmoor', name: 'Dark', team: 'Night', position: 4, lines: [] }],
  statuses: [{ name: 'At the workshop', category: 'on-hold' }],
  reasons: [{ path: ['Delivery'] }, { path: ['Delivery', 'Late'] }],
  tags: [{ name: 'fragile' }],
  fields: [
    { kind: 'customer', type: 'text', brandId: '=brands/Oakmoor', name: 'Plan' },
    {
      kind: 'customer',
      type: 'number',
      brandId: '=brands/Oakmoor',
      name: 'Seats',
      position: 1,
      shownWhen: { fieldId: '=fields/customer/Oakmoor/Plan', is: 'team' },
    },
  ],
  segments: [
    {
      name: 'Teams',
      brandId: '=brands/Oakmoor',
      filter: {
        match: 'all',
        of: [{ field: 'custom', fieldId: '=fields/customer/Oakmoor/Plan', op: 'is', values: ['team'] }],
      },
    },
  ],
  macros: [
    {
      name: 'To the night',
      visibility: 'team',
      teamId: '=teams/Night',
      text: 'We look at it tonight.',
      actions: [
        { do: 'queue', queueId: '=queues/Oakmoor/Dark' },
        { do: 'status', statusId: '=statuses/At the workshop' },
        { do: 'reason', reasonId: '=reasons/Delivery/Late' },
      ],
    },
  ],
  views: [
    {
      name: 'Fragile at night',
      visibility: 'team',
      teamId: '=teams/Night',
      filter: { match: 'all', of: [{ field: 'tag', op: 'is', values: ['=tags/fragile'] }] },
    },
  ],
  roles: [{ name: 'Night lead', desk: 'agent', permissions: { 'conversations.read': 'team' } }],
  keepingTimes: [{ type: 'customers', days: 400 }],
  openingFeeds: [{ name: 'Board', brandId: '=brands/Fernhill', address: 'https://board.example/feed.json' }],
  settings: [
    { name: 'access.two-step-required', value: true },
    { name: 'conversations.reason-to-close', value: ['=brands/Oakmoor'] },
  ],
  signIns: [
    {
      name: 'Okta',
      issuer: 'https://id.example',
      clientId: 'rapport',
      domains: ['fernhill.example'],
      groups: [{ group: 'night', roleIds: ['=roles/Night lead'], placeIds: ['=teams/Night'] }],
    },
  ],
};

test('filters, acts and groups name what they mean, so a file fits an empty workspace and is the same when it is read there', async () => {
  const [one, other] = [await world().newWorkspace(), await world().newWorkspace()];
  const made = await bring(one, named);
  expect(made.changes.filter(({ why }) => why !== null)).toEqual([]);
  expect(made.waiting).toEqual([expect.objectContaining({ part: 'signIns', name: 'Okta' })]);
  const written = await read(one, await one.refresh(one.owner));
  for (const part of Object.keys(named)) expect(Object.keys(written)).toContain(part);
  expect(JSON.stringify(written)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(written['macros']).toEqual([{ ...named.macros[0], brandId: null }]);

  const moved = await bring(other, written);
  expect(moved.changes.filter(({ why }) => why !== null)).toEqual([]);
  const owner = await other.refresh(other.owner);
  expect(await read(other, owner)).toEqual(written);
  const again = await bring(other, written, false, owner);
  expect(new Set(again.changes.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
});

test('a file from before a brand had hours of its own takes them away, and trying it says so', async () => {
  const workspace = await world().newWorkspace();
  const brands = named.brands;
  await bring(workspace, { brands });
  const owner = await workspace.refresh(workspace.owner);
  const before = await read(workspace, owner);
  expect(before['brandHours']).toEqual([{ hours: null }, { brand: 'Oakmoor', hours: null }]);

  const calendars = [{ name: 'Late hours', zone: 'UTC', weekly: { 1: [{ open: '12:00', close: '20:00' }] } }];
  await bring(workspace, { calendars, brandHours: [{ brand: 'Oakmoor', hours: 'Late hours' }] }, false, owner);
  const after = await read(workspace, owner);
  expect(after['brandHours']).toEqual([{ hours: null }, { brand: 'Oakmoor', hours: 'Late hours' }]);
  // of which nothing is said stays
  await bring(workspace, { calendars, brandHours: [{ hours: null }] }, false, owner);
  expect(await read(workspace, owner)).toEqual(after);

  const tried = await bring(workspace, before, true, owner);
  expect(tried.changes.filter(({ outcome }) => outcome !== 'same')).toMatchObject([
    { part: 'brandHours', name: 'Oakmoor', outcome: 'changed', fields: [{ before: 'Late hours', after: null }] },
  ]);
  expect(await read(workspace, owner)).toEqual(after);
  await bring(workspace, before, false, owner);
  expect((await read(workspace, owner))['brandHours']).toEqual(before['brandHours']);
  await bring(workspace, after, false, owner);
  expect(await read(workspace, owner)).toEqual(after);
});

test('a number of somebody’s own is theirs by their address; who is not here yet is said', async () => {
  const workspace = await world().newWorkspace();
  const { address } = await workspace.read(null, (ctx) => teammateById(ctx, workspace.owner.id ?? ''));
  const file = { chatLimits: [{ teammateId: `=people/${address}`, limit: 5 }] };
  expect((await bring(workspace, file)).changes).toMatchObject([{ part: 'chatLimits', outcome: 'made', why: null }]);
  expect((await read(workspace))['chatLimits']).toEqual(file.chatLimits);
  expect((await bring(workspace, file)).changes).toMatchObject([{ outcome: 'same' }]);
  const other = await world().newWorkspace();
  const [refused] = (await bring(other, file)).changes;
  expect(refused).toMatchObject({ outcome: 'refused', why: expect.stringContaining('People are invited first') });
});

test('what a workspace begins with is itself under any name, also in another language: no second one is made', async () => {
  const [one, other] = [await world().newWorkspace({ locale: 'es' }), await world().newWorkspace()];
  const begun = await read(one);
  const renamed: Record<string, string> = { open: 'New', closed: 'Done' };
  const calledOtherwise: ConfigFile = {
    statuses: (begun['statuses'] ?? []).map((status) => ({
      ...status,
      name: renamed[String(status['category'])] ?? status['name'],
    })),
    calendars: (begun['calendars'] ?? []).map((calendar) => ({ ...calendar, name: 'When we work' })),
    promises: (begun['promises'] ?? []).map((promise) => ({ ...promise, name: 'Usually' })),
  };
  expect(new Set((await bring(one, calledOtherwise)).changes.map(({ outcome }) => outcome))).not.toContain('made');
  // a status of one's own may take the name that the standard one gave up
  await bring(one, { statuses: [{ name: 'Abierta', category: 'open' }] });
  const written = await read(one);
  expect(written['statuses']).toContainEqual({ name: 'New', category: 'open', isStandard: true });

  const result = await bring(other, written);
  expect(result.changes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
  expect(result.changes.filter(({ outcome }) => outcome === 'made').map(({ name }) => name)).toEqual(['Abierta']);
  expect(result.notInFile).toEqual([]);
  expect(await read(other)).toEqual(written);
  expect(new Set((await bring(other, written)).changes.map(({ outcome }) => outcome))).toEqual(new Set(['same']));

  // the old name of a standard one, in a file that says nothing of standards, is that one still
  const plain = await world().newWorkspace();
  const byHand = {
    statuses: [{ name: 'Open', category: 'open' }],
    queues: [{ name: 'Questions', team: 'Customer service', position: 0 }],
  };
  expect(new Set((await bring(plain, byHand)).changes.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
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
    tags: [{ name: '=queues/Nowhere' }],
    queues: [{ name: 'Dark', team: 'Nobody', position: 0 }],
  });
  expect(result.applied).toBe(false);
  expect(result.changes.map(({ outcome }) => outcome)).toEqual(['made', 'refused', 'refused', 'refused', 'refused']);
  expect(result.changes.map(({ why }) => why).join(' ')).toMatch(
    /twice.*nam.*There is no team of this name. Nobody.*not there. =queues\/Nowhere/s,
  );
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
