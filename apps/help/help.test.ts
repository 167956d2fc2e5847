import fastify, { type FastifyInstance } from 'fastify';
import { beforeAll, expect, test } from 'vitest';
import { findPublicBrand, openLine } from '#domains/brands';
import type { Tools } from '#platform/domain';
import { at, useWorld } from '../../tests/support/world.ts';
import type { Workspace } from '../../tests/support/workspace.ts';
import { mountHelp } from './mount-help.ts';

const world = useWorld();
// a Tuesday, in the standard hours of a new workspace
const tuesday = new Date('2026-11-17T10:42:00Z');
const saturday = new Date('2026-11-21T10:42:00Z');

let workspace: Workspace;

beforeAll(async () => {
  workspace = await world().newWorkspace();
  await workspace.act(null, async (ctx) => {
    await openLine(ctx, {
      channel: 'email',
      name: 'Help',
      address: `help-${workspace.id}@fernhill.example`,
      settings: { door: true },
    });
    await openLine(ctx, {
      channel: 'email',
      name: 'Old',
      address: `old-${workspace.id}@fernhill.example`,
      settings: {},
    });
    await openLine(ctx, {
      channel: 'voice',
      name: 'Phone',
      address: '+351 21 555 01 00',
      settings: { simulated: true },
    });
  });
});

function pages(now = tuesday, tools: Tools = world().tools): FastifyInstance {
  const app = fastify();
  mountHelp(app, { ...at(tools, now), house: { ...tools.house } });
  return app;
}

test('a customer finds the ways that reach somebody, and no other', async () => {
  const { statusCode, body, headers } = await pages().inject('/help');
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toContain('text/html');
  expect(body).toContain(`href="mailto:help-${workspace.id}@fernhill.example"`);
  // a mailbox nobody fetches, and a telephone that is only a simulation, reach nobody
  expect(body).not.toContain('old-');
  expect(body).not.toContain('555 01 00');
  expect(body).toContain('There are no articles here yet');
});

test('it says honestly whether somebody is there', async () => {
  expect((await pages(tuesday).inject('/help')).body).toMatch(/Here now, until \d\d:\d\d/);
  const closed = (await pages(saturday).inject('/help')).body;
  expect(closed).toMatch(/Back on Monday at \d\d:\d\d/);
  expect(closed).toMatch(/<dt>Saturday and Sunday<\/dt><dd>Closed<\/dd>/);
});

test('it reads without script, in the direction of its words, with names in theirs', async () => {
  const { body } = await pages().inject('/help');
  expect(body).toContain('<html lang="en" dir="ltr" style="--hue:');
  expect(body).toContain('<b dir="auto">');
  expect(body).not.toContain('<script');
});

test('a brand is found by its slug or id; an unknown one, and one that is not the only one, is not', async () => {
  const found = await findPublicBrand({ ...world().tools, house: { ...world().house } }, workspace.brandId);
  expect(found?.workspaceId).toBe(workspace.id);
  expect((await pages().inject(`/help/${found?.brand.slug}`)).statusCode).toBe(200);
  const unknown = await pages().inject('/help/nobody');
  expect(unknown.statusCode).toBe(404);
  expect(unknown.body).toContain('There is no help page here');

  await world().newWorkspace();
  expect((await pages().inject('/help')).statusCode).toBe(404);
  expect((await pages().inject(`/help/${workspace.brandId}`)).statusCode).toBe(200);
});
