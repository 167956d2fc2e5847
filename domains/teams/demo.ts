import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory } from '#platform/domain';
import { firstTeamId } from './first-team.ts';
import { insertMember, insertTeam } from './make-team.ts';
import { insertQueue } from './open-queue.ts';
import { standardQueueOf } from './queries.ts';

const dayMs = 24 * 3600_000;

/** Who works where: the day's questions in one team, deliveries and returns in another. */
const members = [
  ['service', 'tomas', true],
  ['service', 'priya', false],
  ['service', 'sofia', false],
  ['service', 'elin', false],
  ['service', 'lucas', false],
  ['orders', 'lucas', true],
  ['orders', 'priya', false],
  ['orders', 'tomas', false],
] as const;

const skills = ['Returns', 'Deliveries', 'Ski bindings', 'Swedish', 'De-escalation'] as const;

/** Two teams, four queues, and what some people can do; each named for the domains after this one. */
export async function demo(story: DemoStory): Promise<void> {
  await story.at(new Date(story.now.getTime() - 60 * dayMs), null, async (ctx) => {
    const service = await firstTeamId(ctx);
    const brandId = story.ids.get('brand:fernhill');
    const otherBrandId = story.ids.get('brand:norrsken');
    if (!service || !brandId) return;
    const orders = await insertTeam(ctx, { name: 'Orders and returns', calendarId: null });
    const teamIds = { service, orders };
    for (const [team, key, leads] of members) {
      const teammateId = story.ids.get(`teammate:${key}`);
      if (teammateId) await insertMember(ctx, teamIds[team], teammateId, leads);
    }
    story.ids.set('team:service', service).set('team:orders', orders);
    const first = await standardQueueOf(ctx, brandId);
    if (first) story.ids.set('queue:questions', first.id);
    story.ids.set('queue:orders', await insertQueue(ctx, { name: 'Orders', brandId, teamId: orders, position: 1 }));
    story.ids.set('queue:returns', await insertQueue(ctx, { name: 'Returns', brandId, teamId: orders, position: 2 }));
    const other = otherBrandId ? await standardQueueOf(ctx, otherBrandId) : null;
    if (other) story.ids.set('queue:norrsken', other.id);
    await giveSkills(ctx, story);
  });
}

async function giveSkills(ctx: Ctx, story: DemoStory): Promise<void> {
  for (const name of skills) {
    const id = newId();
    await ctx.db
      .insertInto('skills')
      .values({ workspace_id: ctx.workspaceId, id, name, created_at: ctx.now })
      .execute();
    story.ids.set(`skill:${name}`, id);
    for (const key of ['priya', 'sofia', 'lucas', 'elin']) {
      const teammateId = story.ids.get(`teammate:${key}`);
      if (!teammateId || story.random() < 0.3) continue;
      const level = 1 + Math.floor(story.random() * 5);
      await ctx.db
        .insertInto('teammate_skills')
        .values({
          workspace_id: ctx.workspaceId,
          teammate_id: teammateId,
          skill_id: id,
          source: 'leader',
          level,
          recorded_at: ctx.now,
        })
        .execute();
    }
  }
}
