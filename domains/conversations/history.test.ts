import { expect, test } from 'vitest';
import { openDesk } from '../../tests/support/desk.ts';
import { useWorld } from '../../tests/support/world.ts';
import { history } from './history.ts';
import { reply } from './index.ts';
import { newId } from '#platform/database';

const world = useWorld();

test('a page that ends within one act goes on there: no fact is left out, and none comes twice', async () => {
  const desk = await openDesk(world());
  const { workspace } = desk;
  const { conversationId: id } = await desk.mail({ at: new Date('2026-11-16T09:00:00Z'), subject: 'Poles' });
  const given = { id: newId(), text: 'On its way', lastSeenVersion: 9, sendAnyway: true, then: 'close' } as const;
  await workspace.act(workspace.owner, (ctx) => reply(ctx, id, given), new Date('2026-11-16T09:20:00Z'));
  const whole = await workspace.read(workspace.owner, (ctx) => history(ctx, id, { limit: 100 }));
  const moments = whole.rows.map(({ at }) => at);
  expect(new Set(moments).size).toBeLessThan(moments.length);

  const paged: string[] = [];
  let before: string | undefined;
  do {
    const at = before;
    const page = await workspace.read(workspace.owner, (ctx) => history(ctx, id, { limit: 1, before: at }));
    paged.push(...page.rows.map((row) => row.id));
    before = page.before ?? undefined;
  } while (before !== undefined && paged.length <= whole.rows.length);
  expect(paged).toEqual(whole.rows.map((row) => row.id));
});

test('a place that is none is refused in words', async () => {
  const desk = await openDesk(world());
  const { conversationId: id } = await desk.mail({ at: new Date('2026-11-16T09:00:00Z') });
  const asked = desk.workspace.read(desk.workspace.owner, (ctx) => history(ctx, id, { limit: 5, before: 'yesterday' }));
  await expect(asked).rejects.toMatchObject({ code: 'conversations/no-such-place' });
});
