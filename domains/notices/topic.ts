import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { House, Topic } from '#platform/domain';
import { mayStillBeTold } from './may-still-be-told.ts';
import { can } from './policy.ts';
import { type Notice, noticeRows } from './queries.ts';
import { countUnseen, toldNotices } from './told-notices.ts';
import { noticeView } from './views.ts';

interface Row {
  readonly notice: Notice;
  readonly house: House;
  /** Whether its reader may still see what it is about. */
  readonly told: boolean;
}

/** Open screens of one teammate follow their notices in the room `notice:<teammate>`. */
export const noticeTopic: Topic = {
  name: 'notice',
  async load(ctx, ids) {
    const rows = await noticeRows(ctx)
      .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
      .execute();
    const loaded = new Map<string, Row>();
    for (const [teammateId, theirs] of Map.groupBy(rows, (notice) => notice.teammateId)) {
      const told = await mayStillBeTold(ctx, teammateId, theirs);
      for (const notice of theirs) loaded.set(notice.id, { notice, house: ctx.house, told: told(notice) });
    }
    return loaded;
  },
  view(actor, row) {
    const { notice, house, told } = row as Row;
    return told && can.read(actor, notice) ? noticeView(house, notice) : null;
  },
  rooms: (row) => [`notice:${(row as Row).notice.teammateId}`],
  mayJoin: async (ctx, room) => can.read(ctx.actor, { teammateId: teammateOf(room) }),
  head: (ctx, room) => head(ctx, teammateOf(room)),
};

function teammateOf(room: string): string {
  return room.slice('notice:'.length);
}

/** The newest one, and how many are unseen: seeing one elsewhere is a change too, and so is losing sight of one. */
async function head(ctx: ReadCtx, teammateId: string): Promise<string | null> {
  const [newest] = (await toldNotices(ctx, teammateId, { limit: 1 })).rows;
  return newest ? `${newest.id} ${await countUnseen(ctx, teammateId)}` : null;
}
