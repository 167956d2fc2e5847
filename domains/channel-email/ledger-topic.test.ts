import { expect, test } from 'vitest';
import type { ReadCtx } from '#platform/ctx';
import { newId } from '#platform/database';
import { mailLine } from '../../tests/support/mail-world.ts';
import { useWorld } from '../../tests/support/world.ts';
import { ledgerTopic } from './ledger-topic.ts';

const world = useWorld();

test('who may see a line may follow its ledger; any other line does not exist, and trouble is not hidden', async () => {
  const workspace = await world().newWorkspace();
  const lineId = await mailLine(world(), workspace, { address: `m-${newId()}@desk.test`, settings: { door: true } });
  const mayJoin = (room: string, trouble?: Error) =>
    workspace.read(workspace.owner, (ctx) => ledgerTopic.mayJoin(trouble ? broken(ctx, trouble) : ctx, room));
  expect(await mayJoin(`mail-ledger:${lineId}`)).toBe(true);
  expect(await mayJoin(`mail-ledger:${newId()}`)).toBe(false);
  expect(await mayJoin('mail-ledger:no-line')).toBe(false);
  await expect(mayJoin(`mail-ledger:${lineId}`, new Error('the disk is gone'))).rejects.toThrow('the disk is gone');
});

/** A context whose database answers nothing but this. */
function broken(ctx: ReadCtx, trouble: Error): ReadCtx {
  const db = new Proxy(ctx.db, {
    get: () => () => {
      throw trouble;
    },
  });
  return { ...ctx, db };
}
