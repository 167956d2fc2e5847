import type { Ctx, ReadCtx } from '#platform/ctx';
import type { Asker, Tools } from '#platform/domain';
import { newId } from '#platform/database';
import { mayNot, notFound } from '#platform/problem';
import { closeLine } from './change-line.ts';
import { openLineSecrets, sealLineSecrets } from './line-secrets.ts';
import { openLine } from './open-line.ts';
import { can } from './policy.ts';
import { brandOf, type Line, lineById } from './queries.ts';

/**
 * Serves an address under another brand from now on. The line of the brand before closes, and one of the other opens with
 * its name, settings and passwords, in one transaction: what was said, and the record of what came in, stays behind the
 * wall with those who served it. Its queue, and what a channel keeps of a line, begin anew.
 */
export async function moveLine(tools: Tools, id: string, brandId: string, asker: Asker): Promise<string> {
  await tools.read({ ...asker }, (ctx) => movable(ctx, id, brandId));
  // sealed for one line alone, so sealed anew for the next
  const known = await openLineSecrets(tools, { workspaceId: asker.workspaceId, lineId: id });
  const nextId = newId();
  const secrets = sealLineSecrets(tools, { workspaceId: asker.workspaceId, lineId: nextId }, known);
  return tools.transact({ ...asker, via: 'console' }, async (ctx) => {
    const line = await movable(ctx, id, brandId);
    if (line.brandId === brandId) return line.id;
    const { name, channel, address, casePolicy, caseWindowHours, settings } = line;
    await closeLine(ctx, id);
    const parts = { name, channel, address, casePolicy, caseWindowHours, settings };
    await openLine(ctx, { ...parts, id: nextId, brandId, secrets });
    await tellMoved(ctx, line, nextId, brandId);
    return nextId;
  });
}

async function movable(ctx: ReadCtx, id: string, brandId: string): Promise<Line> {
  const line = await lineById(ctx, id);
  const both = [line.brandId, (await brandOf(ctx, brandId)).id];
  if (line.closedAt || !both.every((one) => can.readLine(ctx.actor, one))) throw notFound();
  if (!both.every((one) => can.configureLine(ctx.actor, one))) throw mayNot();
  return line;
}

async function tellMoved(ctx: Ctx, { name, brandId: fromId }: Line, id: string, brandId: string): Promise<void> {
  ctx.audit({
    action: 'line.moved',
    objectKind: 'line',
    objectId: id,
    objectName: name,
    before: { brandId: fromId },
    after: { brandId },
  });
}
