import type { Ctx } from '#platform/ctx';
import type { DemoStory } from '#platform/domain';
import { joinTeammate } from './join-teammate.ts';
import { makeAccount } from './make-account.ts';
import { openWorkspace } from './open-workspace.ts';
import { roleOfDesk } from './built-in-roles.ts';

const dayMs = 24 * 3600_000;

/** The people of Fernhill, an outdoor shop in Lisbon: key, name, zone, desks. The first of a desk is its one click. */
const people = [
  { key: 'priya', name: 'Priya Raman', zone: 'Europe/Lisbon', desks: ['agent'] },
  { key: 'jonas', name: 'Jonas Weber', zone: 'Europe/Berlin', desks: ['specialist'] },
  { key: 'amara', name: 'Amara Okafor', zone: 'Africa/Lagos', desks: ['call-agent'] },
  { key: 'pavel', name: 'Pavel Novák', zone: 'Europe/Prague', desks: ['technical'] },
  { key: 'lucas', name: 'Lucas Ferreira', zone: 'Europe/Lisbon', desks: ['senior'] },
  { key: 'tomas', name: 'Tomás Oliveira', zone: 'Europe/Lisbon', desks: ['team-leader'] },
  { key: 'amina', name: 'Amina Yusuf', zone: 'Europe/Lisbon', desks: ['analyst'] },
  { key: 'mei', name: 'Mei Tanaka', zone: 'Asia/Tokyo', desks: ['agent'] },
  { key: 'sofia', name: 'Sofia Marino', zone: 'Europe/Rome', desks: ['specialist'] },
  { key: 'elin', name: 'Elin Berg', zone: 'Europe/Stockholm', desks: ['call-agent'] },
  { key: 'rui', name: 'Rui Santos', zone: 'Europe/Lisbon', desks: ['agent'] },
  { key: 'hana', name: 'Hana Kovač', zone: 'Europe/Zagreb', desks: ['chat-agent'] },
] as const;

/** Opens the workspace Fernhill with its owner Daniel and his colleagues; `teammate:<key>` names each for the others. */
export async function demo(story: DemoStory): Promise<void> {
  const opened = new Date(story.now.getTime() - 60 * dayMs);
  await story.at(opened, null, async (ctx) => {
    const { ownerId } = await openWorkspace(ctx, {
      name: 'Fernhill',
      locale: 'en',
      zone: 'Europe/Lisbon',
      owner: story.visitor ?? {
        name: 'Daniel Osei',
        address: addressOf('daniel'),
        accountId: await accountOf(ctx, 'daniel', 'Daniel Osei'),
      },
      sampleOf: story.visitor?.workspaceId,
    });
    story.ids.set('workspace', ctx.workspaceId);
    story.ids.set('teammate:daniel', ownerId);
    for (const { key, name, zone, desks } of people) {
      const roleIds: string[] = [];
      for (const desk of desks) roleIds.push(await roleOfDesk(ctx, desk));
      // nobody comes in as one of them where somebody else looks around
      const accountId = story.visitor ? null : await accountOf(ctx, key, name);
      const id = await joinTeammate(ctx, { name, address: addressOf(key), zone, roleIds, accountId });
      story.ids.set(`teammate:${key}`, id);
    }
  });
}

/** Without a password: the people of the demo are entered by one click, and only there. */
function accountOf(ctx: Ctx, key: string, name: string): Promise<string> {
  return makeAccount(ctx, { name, address: addressOf(key), password: null });
}

function addressOf(key: string): string {
  return `${key}@fernhill.example`;
}
