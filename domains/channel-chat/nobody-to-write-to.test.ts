import { expect, test } from 'vitest';
import { openLine } from '#domains/brands';
import { start } from '#domains/conversations';
import { newId } from '#platform/database';
import { useWorld } from '../../tests/support/world.ts';

const world = useWorld();

test('no conversation is begun by writing into a chat: nobody is there yet who could read it', async () => {
  const workspace = await world().newWorkspace();
  const agent = await workspace.teammate('agent');
  const chat = await workspace.act(workspace.owner, (ctx) =>
    openLine(ctx, { brandId: workspace.brandId, channel: 'chat', name: 'Chat', address: `${newId()}.test` }),
  );
  const given = { id: newId(), messageId: newId(), to: 'maya', subject: 'Hello', text: 'Are you there?' };
  const begun = workspace.act(agent, (ctx) => start(ctx, { ...given, lineId: chat.id as never }));
  await expect(begun).rejects.toMatchObject({ status: 403 });
});
