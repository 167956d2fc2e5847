import { expect, onTestFinished, test } from 'vitest';
import { openLine } from '#domains/brands';
import { newId } from '#platform/database';
import { httpBrowser } from '../../tests/support/http-browser.ts';
import { startMailHost } from '../../tests/support/mail-host.ts';
import { useWorld } from '../../tests/support/world.ts';
import { tellOwner } from './account-letters.ts';
import { roleOfDesk } from './index.ts';
import { inviteTeammate } from './invite-teammate.ts';

const world = useWorld();

test('the owner of an account hears by mail that its password was changed, a passkey added or removed, the second step ended', async () => {
  const host = await startMailHost();
  onTestFinished(() => host.stop());
  const workspace = await world().newWorkspace();
  const settings = { door: true, smtp: { host: '127.0.0.1', port: host.port, secure: false } };
  const line = { brandId: workspace.brandId, name: 'Mail', address: `m-${newId()}@desk.test`, settings };
  await workspace.act(workspace.owner, (ctx) => openLine(ctx, { ...line, channel: 'email' }));
  const address = `${newId()}@rapport.example`;
  const { token } = await workspace.act(workspace.owner, async (ctx) => {
    const roleIds = [(await roleOfDesk(ctx, 'agent')) as never];
    return inviteTeammate(ctx, { name: 'Ada', address, roleIds, locale: 'en', zone: 'UTC' });
  });
  const ada = await httpBrowser(world());
  const [current, next] = ['three quiet herons', 'seven loose kettles'];
  await ada.ask('POST', '/api/invitations/acceptance', { token, password: current });

  expect((await ada.ask('PUT', '/api/me/password', { current: 'not this one', next })).status).toBe(403);
  await world().runJobs();
  expect(host.mailsTo(address)).toEqual([]);
  expect((await ada.ask('PUT', '/api/me/password', { current, next })).body).toEqual({ signedIn: true });
  await world().runJobs();
  expect(host.mailsTo(address)).toHaveLength(1);
  expect(host.mailsTo(address)[0]).toContain('Your password for Rapport was changed');
  expect(host.mailsTo(address)[0]).not.toContain(next);

  const { rows } = await world().database.pool.query('select id from auth."user" where email = $1', [address]);
  await world().database.pool.query("update teammates set locale = 'es-MX' where address = $1", [address]);
  for (const change of ['passkey-added', 'passkey-removed', 'two-step-ended'] as const)
    await tellOwner(world().tools, String(rows[0].id), change);
  await world().runJobs();
  expect(host.mailsTo(address)).toHaveLength(4);
  // in the language that its owner reads
  expect(host.mailsTo(address).join()).toContain('Vuelves a entrar en Rapport solo con tu');
});
