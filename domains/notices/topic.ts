import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { House, Topic } from '#platform/domain';
import { can } from './policy.ts';
import { countUnseen, type Notice, noticeRows } from './queries.ts';
import { noticeView } from './views.ts';

interface Row {
  readonly notice: Notice;
  readonly house: House;
}

/** Open screens of one teammate follow their notices in the room `notice:<teammate>`. */
export const noticeTopic: Topic = {
  name: 'notice',
  async load(ctx, ids) {
    const rows = await noticeRows(ctx)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    return new Map(rows.map((notice): [string, Row] => [notice.id, { notice, house: ctx.house }]));
  },
  view(actor, row) {
    const { notice, house } = row as Row;
    return can.read(actor, notice) ? noticeView(house, notice) : null;
  },
  rooms: (row) => [`notice:${(row as Row).notice.teammateId}`],
  mayJoin: async (ctx, room) => can.read(ctx.actor, { teammateId: teammateOf(room) }),
  head: (ctx, room) => head(ctx, teammateOf(room)),
};

function teammateOf(room: string): string {
  return room.slice('notice:'.length);
}

/** The newest one, and how many are unseen: seeing one elsewhere is a change too. */
async function head(ctx: ReadCtx, teammateId: string): Promise<string | null> {
  const newest = await ctx.db
    .selectFrom('notices')
    .select('id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('teammate_id', '=', teammateId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest ? `${newest.id} ${await countUnseen(ctx, teammateId)}` : null;
}
