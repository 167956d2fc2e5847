import { expect, test } from 'vitest';
import { newId } from '#platform/database';
import type { Tools } from '#platform/domain';
import { useWorld } from '../../tests/support/world.ts';
import { makeAccount } from './make-account.ts';
import { openWorkspace } from './open-workspace.ts';
import { routes } from './routes.ts';

const world = useWorld();
const password = 'three quiet herons';

test('each try of a way in is told: which way, from where and how it ended, never what was typed', async () => {
  const address = `${newId()}@rapport.example`;
  const workspaceId = newId();
  await world().tools.transact({ workspaceId }, async (ctx) => {
    const accountId = await makeAccount(ctx, { name: 'Priya Sharma', address, password });
    const owner = { name: 'Priya Sharma', address, accountId };
    await openWorkspace(ctx, { name: 'Fernhill', locale: 'en', zone: 'UTC', owner });
  });
  const lines: Record<string, unknown>[] = [];
  const keep = (facts: Readonly<Record<string, unknown>>): void => void lines.push({ ...facts });
  const tools: Tools = { ...world().tools, log: { info: keep, warn: keep, error: keep } };
  const headers = new Headers({ 'x-client-address': '192.0.2.7', 'user-agent': 'a test' });
  const door = routes.find(({ route }) => route.path === '/api/session' && route.method === 'POST')?.outside;
  const attempt = (typed: string, as = address): Promise<unknown> =>
    Promise.resolve(door?.(tools, { body: { address: as, password: typed }, headers } as never, {} as never));

  await expect(attempt('not this one')).rejects.toMatchObject({ code: 'identity/wrong-address-or-password' });
  await expect(attempt('nor this', 'nobody@fernhill.example')).rejects.toMatchObject({ status: 401 });
  await expect(attempt(password, address.toUpperCase())).resolves.toMatchObject({ signedIn: true });

  const tried = { way: 'password', from: '192.0.2.7' };
  expect(lines).toMatchObject([
    { ...tried, outcome: 'identity/wrong-address-or-password' },
    { ...tried, outcome: 'identity/wrong-address-or-password' },
    { ...tried, outcome: 'in' },
  ]);
  const [wrong, stranger, right] = lines.map(({ account }) => account);
  expect(right).toBe(wrong);
  expect(stranger).not.toBe(wrong);
  const written = JSON.stringify(lines).toLowerCase();
  for (const secret of [address, password, 'not this one', 'nobody@'])
    expect(written).not.toContain(secret.toLowerCase());
});
