import { loadMany } from '#domains/conversations';
import { newId } from '#platform/database';
import { after, knockAt, openALine } from './phone.ts';
import type { World } from './world.ts';

/** A workspace with a simulated chat line; customers say things at so many minutes after nine. */
export async function openDesk(world: World) {
  const workspace = await world.newWorkspace();
  const lineId = await openALine(workspace, 'chat', `${workspace.id.slice(-8)}.chat.test`);
  return {
    workspace,
    async says(minutes: number, handle: string, text: string, line = lineId): Promise<string> {
      const body = { id: newId(), lineId: line, handle, name: handle, text };
      const owner = await workspace.refresh(workspace.owner);
      const said = await knockAt(world, workspace, owner, 'POST /api/simulated-chats', after(minutes), { body });
      return (said as { conversationId: string }).conversationId;
    },
    version: (id: string) => workspace.read(null, async (ctx) => (await loadMany(ctx, [id]))[0]?.version ?? 0),
  };
}
