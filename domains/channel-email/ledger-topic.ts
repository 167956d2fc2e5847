import * as z from 'zod';
import type { ReadCtx } from '#platform/ctx';
import type { Topic } from '#platform/domain';
import { holds } from '#platform/policy';
import { isRefusal } from '#platform/problem';
import { countParked } from './ledger-page.ts';
import { visibleLine } from './visible-line.ts';

const name = 'mail-ledger';

/**
 * An open ledger follows its line in the room `mail-ledger:<line>` by heads alone: what comes in tells nobody on its way, and
 * the head that goes round shows who looks that there is more.
 */
export const ledgerTopic: Topic = {
  name,
  load: async () => new Map(),
  view: () => null,
  rooms: () => [],
  mayJoin: async (ctx, room) => (await lineOf(ctx, room)) !== null,
  async head(ctx, room) {
    const lineId = await lineOf(ctx, room);
    return lineId === null ? null : head(ctx, lineId);
  },
};

async function lineOf(ctx: ReadCtx, room: string): Promise<string | null> {
  if (!holds(ctx.actor, 'lines.read')) return null;
  const asked = z.uuid().safeParse(room.slice(name.length + 1));
  if (!asked.success) return null;
  try {
    return (await visibleLine(ctx, asked.data)).id;
  } catch (error) {
    // a line that is not there for them; anything else is trouble, which live logs
    if (isRefusal(error)) return null;
    throw error;
  }
}

/** The newest mail, and how many wait: settling one elsewhere is a change too. */
async function head(ctx: ReadCtx, lineId: string): Promise<string> {
  const newest = await ctx.db
    .selectFrom('mail_ledger')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('line_id', '=', lineId)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return `${newest?.id ?? 'none'} ${await countParked(ctx, lineId)}`;
}
