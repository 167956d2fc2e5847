import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import { useWorld } from '../../../tests/support/world.ts';
import { explainArea, explainPerson } from './explain-settings.ts';

const world = useWorld();

test('every page of Settings that a domain brings says on which doors it stands', async () => {
  const pages: string[] = [];
  for await (const file of glob('domains/*/console/index.tsx')) {
    const [, after = ''] = readFileSync(file, 'utf8').split('settingsPages: [');
    const list = after.slice(0, after.search(/^ {2}\],/mu));
    for (const block of list.split(/^ {4}\{$/mu).slice(1))
      if (!block.includes('isForAll')) pages.push(/id: '([\w-]+)'/u.exec(block)?.[1] ?? file);
  }
  expect(pages.length).toBeGreaterThan(15);
  expect([...world().house.settingsAreas.keys()].toSorted()).toEqual(pages.toSorted());
});

test('who opens a page of Settings is who its own route answers, for every desk, and each asking is written down', async () => {
  const workspace = await world().newWorkspace();
  const { house } = world();
  const owner = await workspace.refresh(workspace.owner);
  const areas = [...house.settingsAreas.values()];
  const opened = new Map<string, Set<string>>(areas.map(({ id }) => [id, new Set()]));
  let tried = 0;
  for (const desk of house.desks) {
    const person = await workspace.teammate(desk.id, { name: desk.id, inTeam: false });
    const answer = await workspace.act(owner, (ctx) => explainPerson(ctx, person.id));
    expect(answer.roles.map(({ name }) => name)).toEqual([desk.title]);
    for (const { id, opens, changes, roles } of answer.areas) {
      expect(roles.length > 0, `${desk.id} ${id}`).toBe(opens);
      if (opens) opened.get(id)?.add(person.id);
      expect(opens || !changes, `${desk.id} changes ${id} unseen`).toBe(true);
      const route = house.settingsAreas.get(id)?.opens.route;
      const handler = house.handlers.find((one) => one.route === route);
      if (!opens || !handler || 'outside' in handler) continue;
      // the verb behind the door agrees with what was said
      const input = { params: {}, query: { limit: 5 }, body: undefined } as never;
      const reply = await workspace.read(person, (ctx) => handler.run(ctx as never, input));
      expect(route?.reply.safeParse(reply).error, `${desk.id} ${id}`).toBeUndefined();
      tried += 1;
    }
  }
  expect(tried).toBeGreaterThan(house.desks.length);
  for (const { id } of areas) {
    const { rows } = await workspace.act(owner, (ctx) => explainArea(ctx, { area: id, limit: 100 }));
    const others = rows.map((row) => row.id as string).filter((one) => one !== owner.id);
    expect(others.toSorted(), id).toEqual([...(opened.get(id) ?? [])].toSorted());
  }
  const first = await workspace.act(owner, (ctx) => explainArea(ctx, { area: 'keys', limit: 2 }));
  const second = await workspace.act(owner, (ctx) =>
    explainArea(ctx, { area: 'keys', limit: 2, after: first.next ?? '' }),
  );
  expect(second.rows.map(({ id }) => id)).not.toContain(first.rows[0]?.id);
  const agent = await workspace.teammate('agent');
  await expect(workspace.act(agent, (ctx) => explainPerson(ctx, agent.id))).rejects.toMatchObject({ status: 403 });
  await expect(workspace.act(agent, (ctx) => explainArea(ctx, { area: 'people', limit: 5 }))).rejects.toMatchObject({
    status: 403,
  });
  await expect(workspace.act(owner, (ctx) => explainPerson(ctx, newId()))).rejects.toMatchObject({ status: 404 });
  const { rows: lines } = await world().database.pool.query<{ object_kind: string; count: number }>(
    `select object_kind, count(*)::int as count from audit_log
     where workspace_id = $1 and action = 'sight.explained' group by object_kind order by object_kind`,
    [workspace.id],
  );
  expect(lines).toEqual([
    { object_kind: 'settings', count: areas.length + 1 },
    { object_kind: 'teammate', count: house.desks.length },
  ]);
});
