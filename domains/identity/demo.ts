import type { Ctx } from '#platform/ctx';
import type { DemoStory } from '#platform/domain';
import { joinTeammate } from './join-teammate.ts';
import { makeAccount } from './make-account.ts';
import { openWorkspace } from './open-workspace.ts';
import { roleOfDesk } from './built-in-roles.ts';

const dayMs = 24 * 3600_000;

/** The people of Fernhill, an outdoor shop in Lisbon with customers in Sweden: key, name, zone, desks. */
const people = [
  { key: 'priya', name: 'Priya Raman', zone: 'Europe/Lisbon', desks: ['agent'] },
  { key: 'tomas', name: 'Tomás Oliveira', zone: 'Europe/Lisbon', desks: ['team-leader'] },
  { key: 'lucas', name: 'Lucas Ferreira', zone: 'Europe/Lisbon', desks: ['senior'] },
  { key: 'elin', name: 'Elin Berg', zone: 'Europe/Stockholm', desks: ['call-agent'] },
  { key: 'sofia', name: 'Sofia Marino', zone: 'Europe/Rome', desks: ['specialist'] },
  { key: 'amina', name: 'Amina Yusuf', zone: 'Europe/Lisbon', desks: ['analyst'] },
] as const;

/** Opens the workspace Fernhill with its owner Daniel and six colleagues; `teammate:<key>` names each for the others. */
export async function demo(story: DemoStory): Promise<void> {
  const opened = new Date(story.now.getTime() - 60 * dayMs);
  await story.at(opened, null, async (ctx) => {
    const { ownerId } = await openWorkspace(ctx, {
      name: 'Fernhill',
      locale: 'en',
      zone: 'Europe/Lisbon',
      owner: {
        name: 'Daniel Osei',
        address: addressOf('daniel'),
        accountId: await accountOf(ctx, 'daniel', 'Daniel Osei'),
      },
    });
    story.ids.set('teammate:daniel', ownerId);
    story.ids.set('workspace', ctx.workspaceId);
  });
  for (const { key, name, zone, desks } of people) {
    const id = await story.at(opened, null, async (ctx) => {
      const roleIds: string[] = [];
      for (const desk of desks) roleIds.push(await roleOfDesk(ctx, desk));
      return joinTeammate(ctx, {
        name,
        address: addressOf(key),
        zone,
        roleIds,
        accountId: await accountOf(ctx, key, name),
      });
    });
    story.ids.set(`teammate:${key}`, id);
  }
}

/** Without a password: the people of the demo are entered by one click, and only there. */
function accountOf(ctx: Ctx, key: string, name: string): Promise<string> {
  return makeAccount(ctx, { name, address: addressOf(key), password: null });
}

function addressOf(key: string): string {
  return `${key}@fernhill.example`;
}
