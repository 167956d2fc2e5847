import { expect, test } from 'vitest';
import type { Tools } from '#platform/domain';
import { newId } from '#platform/database';
import { mailLine } from '../../tests/support/mail-world.ts';
import { useWorld } from '../../tests/support/world.ts';

const world = useWorld();
const server = { host: '127.0.0.1', port: 25, secure: false };

test('a line that has nothing to send with says so in the list, and what to do; one that has works', async () => {
  const workspace = await world().newWorkspace();
  const settings = { bare: { door: true, smtp: undefined }, whole: { door: true, smtp: server } };
  const bare = await mailLine(world(), workspace, { address: `m-${newId()}@desk.test`, settings: settings.bare });
  const whole = await mailLine(world(), workspace, { address: `m-${newId()}@desk.test`, settings: settings.whole });
  const says = async (smtp: Tools['config']['smtp']): Promise<Record<string, string>> => {
    const handler = world().house.handlers.find(({ route }) => route.path === '/api/lines' && route.method === 'GET');
    const tools: Tools = { ...world().tools, config: { ...world().tools.config, smtp } };
    const asker = { workspaceId: workspace.id, actor: workspace.owner };
    const list = (await handler?.outside?.(tools, { query: {} } as never, asker)) as {
      rows: { id: string; state: { state: string; says: string } }[];
    };
    return Object.fromEntries(list.rows.map(({ id, state }) => [id, `${state.state}: ${state.says}`]));
  };
  expect(await says(null)).toEqual({
    [bare]: 'bad: Answers cannot leave: set an outgoing server under “Sending”',
    [whole]: 'good: Works, by our own door',
  });
  const ofAll = { ...server, user: null, password: null, from: 'Fernhill <hi@desk.test>' };
  expect((await says(ofAll as never))[bare]).toBe('good: Works, by our own door');
});
