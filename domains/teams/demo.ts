import type { Ctx } from '#platform/ctx';
import { newId } from '#platform/database';
import type { DemoStory } from '#platform/domain';
import { firstTeamId } from './first-team.ts';
import { insertMember, insertTeam } from './make-team.ts';
import { changeQueue, insertQueue } from './open-queue.ts';
import { standardQueueOf } from './queries.ts';

const dayMs = 24 * 3600_000;

/** Who works where; Tomás leads the service, Jonas the workshop. */
const members = {
  service: ['tomas', 'priya', 'amara', 'lucas', 'mei', 'sofia', 'elin', 'rui', 'hana', 'jonas'],
  workshop: ['jonas', 'pavel', 'priya', 'lucas', 'tomas', 'mei'],
  lumo: ['tomas', 'priya', 'mei'],
} as const;
type Team = keyof typeof members;
const leaders: Readonly<Record<Team, string>> = { service: 'tomas', workshop: 'jonas', lumo: 'tomas' };

const skills = [
  'Tents and poles',
  'Stoves and gas',
  'Returns',
  'Group orders',
  'Swedish',
  'German',
  'De-escalation',
] as const;
const skilled = ['priya', 'jonas', 'pavel', 'sofia', 'lucas', 'elin', 'amara', 'mei'] as const;

/** Three teams, six queues, and what some people can do; each named for the domains after this one. */
export async function demo(story: DemoStory): Promise<void> {
  await story.at(new Date(story.now.getTime() - 60 * dayMs), null, async (ctx) => {
    const service = await firstTeamId(ctx);
    const fernhill = story.ids.get('brand:fernhill');
    const lumo = story.ids.get('brand:lumo');
    if (!service || !fernhill || !lumo) throw new Error('The story has no brands to work for.');
    const teamIds: Record<Team, string> = {
      service,
      workshop: await insertTeam(ctx, { name: 'Workshop', calendarId: null }),
      lumo: await insertTeam(ctx, { name: 'Lumo desk', calendarId: null }),
    };
    for (const team of Object.keys(members) as Team[]) {
      story.ids.set(`team:${team}`, teamIds[team]);
      for (const key of members[team]) {
        const teammateId = story.ids.get(`teammate:${key}`);
        if (teammateId) await insertMember(ctx, teamIds[team], teammateId, leaders[team] === key);
      }
    }
    await nameFirstQueue(ctx, story, fernhill, 'orders', { name: 'Orders & delivery' });
    await nameFirstQueue(ctx, story, lumo, 'lumo', { name: 'Meter & bill', teamId: teamIds.lumo, position: 5 });
    await openQueues(ctx, story, fernhill, teamIds);
    await giveSkills(ctx, story);
  });
}

async function nameFirstQueue(
  ctx: Ctx,
  story: DemoStory,
  brandId: string,
  key: string,
  changes: { name: string; teamId?: string; position?: number },
): Promise<void> {
  const first = await standardQueueOf(ctx, brandId);
  if (!first) throw new Error('A brand without its first queue.');
  await changeQueue(ctx, first.id, changes);
  story.ids.set(`queue:${key}`, first.id);
}

async function openQueues(ctx: Ctx, story: DemoStory, brandId: string, teamIds: Record<Team, string>): Promise<void> {
  const queues = [
    ['warranty', 'Warranty & repair', teamIds.workshop],
    ['returns', 'Returns', teamIds.service],
    ['guides', 'Guides (B2B)', teamIds.service],
    ['help-page', 'From the help page', teamIds.service],
  ] as const;
  for (const [position, [key, name, teamId]] of queues.entries()) {
    story.ids.set(`queue:${key}`, await insertQueue(ctx, { name, brandId, teamId, position: position + 1 }));
  }
}

async function giveSkills(ctx: Ctx, story: DemoStory): Promise<void> {
  for (const name of skills) {
    const id = newId();
    await ctx.db
      .insertInto('skills')
      .values({ workspace_id: ctx.workspaceId, id, name, created_at: ctx.now })
      .execute();
    story.ids.set(`skill:${name}`, id);
    const rows = skilled.flatMap((key) => {
      const teammateId = story.ids.get(`teammate:${key}`);
      const level = 1 + Math.floor(story.random() * 5);
      if (!teammateId || story.random() < 0.4) return [];
      return [
        {
          workspace_id: ctx.workspaceId,
          teammate_id: teammateId,
          skill_id: id,
          source: 'leader',
          level,
          recorded_at: ctx.now,
        },
      ];
    });
    if (rows.length > 0) await ctx.db.insertInto('teammate_skills').values(rows).execute();
  }
}
