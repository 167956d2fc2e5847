import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { desks } from '../../desks/index.ts';
import { domains } from '../../domains/index.ts';
import { openLine } from '#domains/brands';
import { close } from '#domains/conversations';
import { migrate, readMigrations } from '#platform/database';
import { createServer } from '#platform/http';
import type { Actor } from '#platform/policy';
import { channelPigeon } from '../house/fixtures/toys/channel-pigeon/index.ts';
import { pigeonKeeper } from '../house/fixtures/toys/pigeon-keeper.ts';
import { wishes } from '../house/fixtures/toys/wishes/index.ts';
import { openDesk } from '../support/desk.ts';
import { useWorld } from '../support/world.ts';

const world = useWorld({ domains: [...domains, channelPigeon, wishes], desks: [...desks, pigeonKeeper] });
const toys = join(import.meta.dirname, '../house/fixtures/toys');

beforeAll(async () => {
  await migrate(world().database.pool, await readMigrations(toys, ['wishes']));
});

test('a toy domain, channel, metric and desk work in the running house by their folder and line alone', async () => {
  const { workspace, mail } = await openDesk(world());
  const keeper = await workspace.teammate('pigeon-keeper');
  expect(keeper.permissions.get('wishes.read')).toBe('all');

  // the channel: a line of it is opened, and its own settings are checked
  const pigeon = { brandId: workspace.brandId, channel: 'pigeon', name: 'Loft', address: 'loft-7' };
  await expect(
    workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...pigeon, settings: { loft: 7 } })),
  ).rejects.toMatchObject({ status: 422 });
  const line = await workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...pigeon, settings: { loft: 'north' } }));
  expect(line.channel).toBe('pigeon');

  // the domain: its table is there, its reaction tells within another domain's transaction
  const { conversationId } = await mail({ at: new Date('2026-11-16T09:00:00Z') });
  await workspace.act(workspace.owner, (ctx) => close(ctx, conversationId, 'answered'));
  const { rows } = await world().database.pool.query<{ name: string; wishes: string }>(
    `select name, (select count(*) from wishes where workspace_id = $1) as wishes
     from events where workspace_id = $1 and name = 'wish.made' and subject_id = $2`,
    [workspace.id, conversationId],
  );
  expect(rows).toMatchObject([{ name: 'wish.made' }]);

  // its route answers whom its desk lets in, stands on the API page, and the metric in the catalogue
  expect(await askAs(keeper, '/api/wishes')).toEqual({ status: 200, body: { wishes: 0 } });
  expect((await askAs(await workspace.teammate('agent'), '/api/wishes')).status).toBe(403);
  expect(Object.keys((await askAs(keeper, '/api/openapi.json')).body['paths'] as object)).toContain('/api/wishes');
  expect(JSON.stringify((await askAs(workspace.owner, '/api/metrics')).body)).toContain('wishes-made');

  async function askAs(actor: Actor, url: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const { house, tools } = world();
    const server = await createServer({
      house,
      tools,
      authenticate: async () => ({ workspaceId: workspace.id, actor, via: 'api' }),
    });
    const reply = await server.app.inject({ method: 'GET', url });
    await server.close();
    return { status: reply.statusCode, body: reply.json() };
  }
});
