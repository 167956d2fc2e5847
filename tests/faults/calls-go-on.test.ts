import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openLine } from '#domains/brands';
import type { CallView } from '#domains/channel-voice/contract';
import { writeSetting } from '#domains/identity';
import { setPresence } from '#domains/presence';
import type { AnyRoute } from '#platform/contract';
import { readConfig } from '#platform/config';
import { newId } from '#platform/database';
import { type Input, type Log, routeName } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { compose, type Program } from '../../apps/server/compose.ts';
import { cloneDatabase } from '../support/database.ts';
import { makeWorkspace } from '../support/workspace.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** An offer rings for the shortest time that may be set; a sleeping worker looks every two seconds. */
const offerSeconds = 5;
const patienceMs = 20_000;

test('a call that rang when the program stopped goes on when it starts again: next teammate, then missed', async () => {
  const { start } = await aDatabase();
  const before = await start();
  const workspace = await makeWorkspace(before.tools);
  const address = `+351 21 ${workspace.id.slice(-8)}`;
  const line = await workspace.act(workspace.owner, async (ctx) => {
    await writeSetting(ctx, 'calls.offer-seconds', offerSeconds);
    await writeSetting(ctx, 'calls.wait-seconds', 15);
    return openLine(ctx, { channel: 'voice', name: 'Phone', address, queueId: workspace.queueId });
  });
  const [first, second] = [await workspace.teammate('call-agent'), await workspace.teammate('call-agent')];
  for (const { id } of [first, second]) {
    await workspace.act(null, (ctx) =>
      setPresence(ctx, { teammateId: id, state: 'available', cause: 'own', at: ctx.now }),
    );
  }
  const body = { id: newId(), lineId: line.id, number: '+49 30 901820', subject: '' };
  const ringing = await knock(before, workspace.id, workspace.owner, 'POST /api/simulated-calls', { body });
  expect(ringing.offer).toMatchObject({ teammateId: first.id });
  await before.stop();

  const after = await start();
  await after.work();
  const call = () => knock(after, workspace.id, workspace.owner, 'GET /api/calls/:id', { params: { id: ringing.id } });
  await vi.waitFor(async () => expect((await call()).offer?.teammateId).toBe(second.id), {
    timeout: patienceMs,
    interval: 200,
  });
  await vi.waitFor(async () => expect(await call()).toMatchObject({ state: 'done', outcome: 'missed' }), {
    timeout: patienceMs,
    interval: 200,
  });
  const waited = Date.parse((await call()).endedAt ?? '') - Date.parse(ringing.startedAt);
  expect(waited).toBe(15_000);
});

/** A database that outlives the programs started on it; what they need is taken away at the end. */
async function aDatabase() {
  const { url, drop } = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'rapport-calls-'));
  const config = readConfig({ DATABASE_URL: url, DATA_DIR: dataDir, PORT: '0', PUBLIC_URL: 'http://127.0.0.1:3000' });
  const running = new Set<Program>();
  onTestFinished(async () => {
    for (const program of running) await program.stop();
    await drop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    async start(): Promise<Program> {
      const program = await compose({ config, databaseUrl: url, log: silent });
      running.add(program);
      const stop = async () => {
        running.delete(program);
        await program.stop();
      };
      return { ...program, stop };
    },
  };
}

/** Knocks at a door of the API without the wire. */
async function knock(
  program: Program,
  workspaceId: string,
  actor: Actor,
  name: string,
  given: { params?: unknown; body?: unknown },
): Promise<CallView> {
  const handler = program.house.handlers.find(({ route }) => routeName(route) === name);
  if (!handler) throw new Error(`There is no ${name}.`);
  const input = { params: {}, query: {}, body: {}, ...given } as unknown as Input<AnyRoute>;
  return (await program.tools.transact({ workspaceId, actor }, (ctx) => handler.run(ctx, input))) as CallView;
}
