import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { findPublicBrand } from '#domains/brands';
import { loadActor } from '#domains/identity';
import type { Job, Tools } from '#platform/domain';
import { problem } from '#platform/problem';
import { useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { dropSampleJob } from './drop-sample.ts';
import { enterSample } from './enter-sample.ts';
import { fillSample } from './fill-sample.ts';
import { loadSample } from './load-sample.ts';
import { sampleOf } from './queries.ts';
import { readSample } from './read-sample.ts';
import { removeSample } from './remove-sample.ts';

const world = useWorld();
const minuteMs = 60_000;
/** How many of the story's transactions stand before it breaks: teammates, and what the first domains lay down. */
const brokenAfter = 60;

test(
  'a sample shop is loaded beside the workspace, whatever broke before; it sends nothing and leaves nothing behind',
  async () => {
    const workspace = await world().newWorkspace();
    const agent = await workspace.teammate('agent');
    const asker = { workspaceId: workspace.id, actor: workspace.owner };
    const before = await countRows();
    expect(await readSample(world().tools, asker)).toMatchObject({ state: 'none', can: ['load'] });
    await expect(workspace.act(agent, loadSample)).rejects.toMatchObject({ status: 403 });

    await workspace.act(workspace.owner, loadSample);
    await refused(workspace.act(workspace.owner, loadSample), 'sample/is-being-filled');
    await refused(removeSample(world().tools, asker), 'sample/is-being-filled');
    await refused(enterSample(world().tools, asker), 'sample/is-being-filled');
    await breakTwice(workspace, before);
    await runOwn(workspace, fillSample);

    const there = await readSample(world().tools, asker);
    expect(there).toMatchObject({ state: 'ready', can: ['enter', 'remove'] });
    expect(there.holds.every(({ count }) => count > 5)).toBe(true);
    await refused(workspace.act(workspace.owner, loadSample), 'sample/is-there');
    const { workspaceId } = await enterSample(world().tools, asker);
    expect(await kinds(workspaceId)).toMatchObject({
      open: true,
      snoozed: true,
      closed: true,
      noted: true,
      tagged: true,
    });
    // nothing of it stands in the workspace of its own, and no page of the public shows it
    expect(await countIn('conversations', workspace.id)).toBe(0);
    expect(await countIn('customers', workspace.id)).toBe(0);
    expect(await findPublicBrand(world().tools, 'fernhill')).toBeNull();
    expect(await waitingToLeave(workspaceId)).toBe(0);
    const inside = { workspaceId, actor: await ownerThere(workspaceId) };
    expect(await readSample(world().tools, inside)).toMatchObject({ state: 'is-sample', can: [] });

    const { sha256 } = await world().tools.files.put(workspaceId, new TextEncoder().encode('tried out'));
    await removeSample(world().tools, asker);
    await refused(removeSample(world().tools, asker), 'sample/is-being-removed');
    await refused(workspace.act(workspace.owner, loadSample), 'sample/is-being-removed');
    expect(await world().tools.workspaceIds()).not.toContain(workspaceId);
    await runOwn(workspace, dropSampleJob);
    await expect(world().tools.files.read(workspaceId, sha256)).rejects.toMatchObject({ status: 404 });

    expect(await readSample(world().tools, asker)).toMatchObject({ state: 'none', can: ['load'] });
    expect(world().queued.filter((job) => job.workspaceId === workspaceId)).toEqual([]);
    const after = await countRows();
    expect(differing(before, after)).toEqual({ audit_log: 4, events: 2 });
  },
  3 * minuteMs,
);

/** A fill that broke off is told again from its beginning; one that cannot be told says so, leaves nothing and may be asked for anew. */
async function breakTwice(workspace: Workspace, before: Record<string, number>): Promise<void> {
  const asker = { workspaceId: workspace.id, actor: workspace.owner };
  const passing = Object.assign(new Error('away'), { code: '57P01' });
  await expect(runOwn(workspace, fillSample, breaking(brokenAfter, passing))).rejects.toThrow();
  expect(await readSample(world().tools, asker)).toMatchObject({ state: 'loading', can: [] });

  const broken = problem('toy/broken', 422, 'Broken', 'It is.')();
  await runOwn(workspace, fillSample, breaking(brokenAfter, broken));
  expect(await readSample(world().tools, asker)).toMatchObject({ state: 'failed', can: ['load'] });
  expect(differing(before, await countRows())).toEqual({ audit_log: 1, samples: 1 });
  await workspace.act(workspace.owner, loadSample);
}

async function refused(work: Promise<unknown>, code: string): Promise<void> {
  await expect(work).rejects.toMatchObject({ status: 409, code });
}

/** Runs a job of the sample as its worker would; what the story queued stays where it is. */
async function runOwn(workspace: Workspace, job: Job, tools: Tools = world().tools): Promise<void> {
  const sample = await workspace.read(null, sampleOf);
  await job.run(tools, { workspaceId: workspace.id, sampleId: sample?.sampleId });
}

/** The same tools, until one of the story's transactions fails. */
function breaking(after: number, error: unknown): Tools {
  const { tools } = world();
  let left = after;
  return {
    ...tools,
    transact: (who, verb) => {
      if (who.holdsJobs) left -= 1;
      return who.holdsJobs && left < 0 ? Promise.reject(error) : tools.transact(who, verb);
    },
  };
}

/** Rows of every table that is ours, the accounts and the numbers among them. */
async function countRows(): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end as name,
      (xpath('/row/c/text()', query_to_xml(format('select count(*) as c from %I.%I', n.nspname, c.relname), false, true, '')))[1]::text::int as rows
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
    union all
    select 'numbers', count(*)::int from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname = 'numbers'`.execute(world().database.db);
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count]));
}

function differing(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  const names = Object.keys(after).filter((name) => after[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
}

async function countIn(table: 'conversations' | 'customers', workspaceId: string): Promise<number> {
  const { rows } = await world().database.pool.query(
    `select count(*)::int as n from ${table} where workspace_id = $1`,
    [workspaceId],
  );
  return rows[0].n;
}

async function kinds(workspaceId: string): Promise<Record<string, boolean>> {
  const { rows } = await world().database.pool.query(
    `select bool_or(status_category = 'open') as open, bool_or(snoozed_until is not null) as snoozed,
       bool_or(status_category = 'closed') as closed,
       exists (select 1 from entries where workspace_id = $1 and kind = 'note') as noted,
       exists (select 1 from conversation_tags where workspace_id = $1) as tagged
     from conversations where workspace_id = $1`,
    [workspaceId],
  );
  return rows[0];
}

async function waitingToLeave(workspaceId: string): Promise<number> {
  const { rows } = await world().database.pool.query(
    `select count(*)::int as n from deliveries
     where workspace_id = $1 and sent_at is null and unconfirmed_at is null and failed_at is null`,
    [workspaceId],
  );
  return rows[0].n;
}

async function ownerThere(workspaceId: string) {
  const { rows } = await world().database.pool.query(
    'select id from teammates where workspace_id = $1 and account_id is not null',
    [workspaceId],
  );
  return world().tools.read({ workspaceId }, (ctx) => loadActor(ctx, rows[0].id));
}
