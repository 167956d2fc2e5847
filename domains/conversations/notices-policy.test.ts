import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { loadActor, teammateById } from '#domains/identity';
import { notify } from '#domains/notices';
import { chooseNotice, listNotices } from '#domains/notices/contract';
import type { AnyRoute } from '#platform/contract';
import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import { type MailHost, startMailHost } from '../../tests/support/mail-host.ts';
import { type PushService, startPushService } from '../../tests/support/push-service.ts';
import { useWorld } from '../../tests/support/world.ts';
import { factsOf } from './load.ts';
import { can } from './policy.ts';
import { anActor, type Desk, policyDesk } from './test-policy-desk.ts';
import { aState } from './test-policy-states.ts';

const world = useWorld();
const runs = 20;
const timeLimitMs = 90_000;
const kind = 'note-mention';

let host: MailHost;
let pushes: PushService;
beforeAll(async () => {
  host = await startMailHost();
  pushes = await startPushService();
});
afterAll(() => Promise.all([host.stop(), pushes.stop()]));

test(
  'what is told is what may be read: in the list, the count, on screens, by mail and by push, for every role and scope',
  async () => {
    const { desk, people, roleIds, ownRoleId } = await aHouse();
    const aPerson = fc.record({ right: anActor, role: fc.constantFrom(ownRoleId, ...roleIds) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(aState, { minLength: desk.ids.length, maxLength: desk.ids.length }),
        aPerson,
        async (states, { right, role }) => {
          await desk.put(states);
          const personId = people[right.person] ?? '';
          await desk.workspace.act(null, (ctx) => giveRights(ctx, desk, { personId, right, role, ownRoleId }));
          const actor = await desk.workspace.read(null, (ctx) => loadActor(ctx, personId));
          const readable = (await desk.rows())
            .filter((row) => can.read(actor, factsOf(row)))
            .map(({ id }) => id)
            .sort();
          await desk.workspace.act(null, (ctx) => untold(ctx, personId));
          const page = (await ask(desk, actor, listNotices, { query: { limit: 100 } })) as Page;
          expect(page.rows.map(({ subjectId }) => subjectId).sort()).toEqual(readable);
          expect(page.unseen).toBe(readable.length);
          expect(await onScreens(desk, actor)).toEqual(readable);
          expect(await mailed(desk, personId)).toEqual(readable);
          expect(await pushed(desk, personId)).toEqual(readable);
        },
      ),
      { numRuns: runs },
    );
  },
  timeLimitMs,
);

interface Page {
  readonly rows: readonly { readonly id: string; readonly subjectId: string }[];
  readonly unseen: number;
}
type Actor = Awaited<ReturnType<typeof loadActor>>;

/** Everybody was told of every conversation while they saw it, wants that by mail and has a device. */
async function aHouse() {
  const workspace = await world().newWorkspace();
  const settings = { door: true, smtp: { host: '127.0.0.1', port: host.port, secure: false } };
  const line = { brandId: workspace.brandId, channel: 'email', name: 'Out', address: `${newId()}@desk.test`, settings };
  await workspace.act(workspace.owner, (ctx) => openLine(ctx, line));
  const people: string[] = [];
  for (let count = 0; count < 3; count += 1) {
    const person = await workspace.teammate('agent');
    people.push(person.id);
    const wish = { params: { kind }, body: { silenced: false, mail: 'at-once' } };
    await workspace.act(person, (ctx) => handled(ctx, chooseNotice, wish));
    await giveDevice(workspace.id, person.id);
  }
  const desk = await policyDesk(workspace, world().files, people);
  for (const subjectId of desk.ids) {
    const about = { kind, subjectKind: 'conversation', subjectId, causeId: newId() };
    await workspace.act(null, (ctx) => notify(ctx, { teammateIds: people, ...about }));
  }
  const ownRoleId = newId();
  const roleIds = await workspace.act(null, async (ctx) => {
    const role = { id: ownRoleId, name: 'Of the test', desk_id: 'agent' };
    await ctx.db
      .insertInto('roles')
      .values({ workspace_id: ctx.workspaceId, ...role })
      .execute();
    const all = await ctx.db.selectFrom('roles').select('id').where('workspace_id', '=', ctx.workspaceId).execute();
    return all.map(({ id }) => id);
  });
  return { desk, people, roleIds, ownRoleId };
}

/** A browser that they are signed in with, and that has their notices. */
async function giveDevice(workspaceId: string, personId: string): Promise<void> {
  const { pool } = world().database;
  const [accountId, sessionId] = [newId(), newId()];
  await pool.query(
    `insert into auth."user" ("id", "name", "email", "emailVerified") values ($1, 'Agent', $1 || '@rapport.example', true)`,
    [accountId],
  );
  await pool.query('update teammates set account_id = $1 where workspace_id = $2 and id = $3', [
    accountId,
    workspaceId,
    personId,
  ]);
  await pool.query(
    `insert into auth.session ("id", "expiresAt", "token", "updatedAt", "userId") values ($1, now() + interval '7 days', $1, now(), $2)`,
    [sessionId, accountId],
  );
  const { endpoint, p256dh, auth } = pushes.subscribe();
  await pool.query(
    `insert into push_devices (workspace_id, id, teammate_id, endpoint, p256dh, auth, name, added_at, session_id)
     values ($1, $2, $3, $4, $5, $6, 'Phone', now(), $7)`,
    [workspaceId, newId(), personId, endpoint, p256dh, auth, sessionId],
  );
}

/** Says what a person may from now on: a role of the house or one of the test's own, their teams and their brands. */
async function giveRights(
  ctx: Ctx,
  desk: Desk,
  given: {
    personId: string;
    role: string;
    ownRoleId: string;
    right: typeof anActor extends fc.Arbitrary<infer W> ? W : never;
  },
): Promise<void> {
  const { personId, right, role, ownRoleId } = given;
  const mine = { workspace_id: ctx.workspaceId, teammate_id: personId };
  for (const table of ['teammate_roles', 'team_members', 'brand_teammates'] as const)
    await ctx.db
      .deleteFrom(table)
      .where('workspace_id', '=', ctx.workspaceId)
      .where('teammate_id', '=', personId)
      .execute();
  const permissions = {
    ...Object.fromEntries(desk.permissionsOf(right.scope, right.guest)),
    ...(right.brands === 'all' ? { 'brands.read': 'all' } : {}),
  };
  await ctx.db
    .updateTable('roles')
    .set({ permissions: JSON.stringify(permissions) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('id', '=', ownRoleId)
    .execute();
  await ctx.db
    .insertInto('teammate_roles')
    .values({ ...mine, role_id: role })
    .execute();
  for (const at of right.teams)
    await ctx.db
      .insertInto('team_members')
      .values({ ...mine, team_id: desk.teamIds[at] ?? '' })
      .execute();
  for (const at of right.brands === 'all' ? [] : right.brands)
    await ctx.db
      .insertInto('brand_teammates')
      .values({ ...mine, brand_id: desk.brandIds[at] ?? '' })
      .execute();
}

/** As if none of their notices had left yet. */
async function untold(ctx: Ctx, personId: string): Promise<void> {
  await ctx.db
    .updateTable('notices')
    .set({ mailed_at: null, pushed_at: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', personId)
    .execute();
}

async function handled(ctx: Ctx, route: AnyRoute, input: unknown): Promise<unknown> {
  return world()
    .house.handlers.find((one) => one.route === route)
    ?.run(ctx, input as never);
}

function ask(desk: Desk, actor: Actor, route: AnyRoute, input: unknown): Promise<unknown> {
  return desk.workspace.act(actor, (ctx) => handled(ctx, route, input));
}

async function onScreens(desk: Desk, actor: Actor): Promise<readonly string[]> {
  const topic = world().house.topics.get('notice');
  const ids = await desk.workspace.read(null, async (ctx) =>
    ctx.db
      .selectFrom('notices')
      .select('id')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('teammate_id', '=', actor.id ?? '')
      .execute(),
  );
  const rows = await desk.workspace.read(null, async (ctx) =>
    topic?.load(
      ctx,
      ids.map(({ id }) => id),
    ),
  );
  const views = [...(rows?.values() ?? [])].map((row) => topic?.view(actor, row) as Page['rows'][number] | null);
  return views.flatMap((view) => view?.subjectId ?? []).sort();
}

async function mailed(desk: Desk, teammateId: string): Promise<readonly string[]> {
  const { address } = await desk.workspace.read(null, (ctx) => teammateById(ctx, teammateId));
  const before = host.mailsTo(address).length;
  await runJob('notices.mail', desk, teammateId, world().tools);
  const mails = host.mailsTo(address).slice(before);
  const told = mails.map((raw) => raw.replaceAll('=\r\n', '')).join('\n');
  return desk.ids.filter((id) => told.includes(`/inbox/all/${id}`)).sort();
}

async function pushed(desk: Desk, teammateId: string): Promise<readonly string[]> {
  const tools = { ...world().tools, config: { ...world().config, privateHosts: [pushes.host] } };
  await runJob('notices.push', desk, teammateId, tools);
  const told = pushes.taken.splice(0).map(({ message }) => (message as { place: string }).place);
  return told.map((place) => place.replace('/inbox/all/', '')).sort();
}

function runJob(
  name: string,
  desk: Desk,
  teammateId: string,
  tools: ReturnType<typeof world>['tools'],
): Promise<unknown> {
  const workspaceId = desk.workspace.id;
  return Promise.resolve(world().house.jobs.get(name)?.run(tools, { workspaceId, teammateId }));
}
