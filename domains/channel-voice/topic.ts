import { type ExpressionBuilder, sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import type { DB } from '#platform/database';
import type { Topic } from '#platform/domain';
import { holds } from '#platform/policy';
import { isLive, ringsFor } from './list-calls.ts';
import { factsOf, loadMany, rows } from './load.ts';
import { can, reaches } from './policy.ts';
import { named, type NamedCall, viewFor } from './views.ts';

/** Calls that rang for a teammate or are theirs; calls of a team; calls that belong to no team; one call. */
const mineRoom = /^call:mine:([0-9a-f-]{36})$/;
const teamRoom = /^call:team:([0-9a-f-]{36})$/;
const openRoom = 'call:open';
const oneRoom = /^call:([0-9a-f-]{36})$/;

/** Open screens follow calls: the card shows at once, and leaves when somebody else answers. */
export const callTopic: Topic = {
  name: 'call',
  async load(ctx, callIds) {
    const calls = [...(await loadMany(ctx, callIds)).values()];
    return new Map((await named(ctx, calls)).map((one) => [one.call.id, one]));
  },
  view(actor, row) {
    const one = row as NamedCall;
    return can.read(actor, factsOf(one.call)) ? viewFor(actor, one) : null;
  },
  rooms(row) {
    const { call } = row as NamedCall;
    const people = new Set([
      ...call.offers.map((offer) => offer.teammate_id),
      ...(call.answered_by ? [call.answered_by] : []),
    ]);
    return [call.team_id ? `call:team:${call.team_id}` : openRoom, ...[...people].map((id) => `call:mine:${id}`)];
  },
  async mayJoin(ctx, room) {
    if (!holds(ctx.actor, 'calls.take')) return false;
    const mine = mineRoom.exec(room)?.[1];
    if (mine) return mine === ctx.actor.id;
    const teamId = teamRoom.exec(room)?.[1];
    if (teamId || room === openRoom) return reaches(ctx.actor, { teamId: teamId ?? null });
    const callId = oneRoom.exec(room)?.[1];
    if (!callId) return false;
    const call = (await loadMany(ctx, [callId])).get(callId);
    return call !== undefined && can.read(ctx.actor, factsOf(call));
  },
  async head(ctx, room) {
    const mine = mineRoom.exec(room)?.[1];
    if (mine) return headOf(ctx, (eb) => eb.or([eb('answered_by', '=', mine), ringsFor(eb, mine, false)]));
    const teamId = teamRoom.exec(room)?.[1];
    if (teamId) return headOf(ctx, (eb) => eb('team_id', '=', teamId));
    if (room === openRoom) return headOf(ctx, (eb) => eb('team_id', 'is', null));
    const callId = oneRoom.exec(room)?.[1];
    const call = callId ? await rows(ctx).where('id', '=', callId).executeTakeFirst() : undefined;
    return call ? String(call.version) : null;
  },
};

type Which = (eb: ExpressionBuilder<DB, 'calls'>) => ReturnType<typeof isLive>;

/** The live calls of a room with their versions, in one short word: another call or another version changes it. */
async function headOf(ctx: ReadCtx, which: (eb: ExpressionBuilder<DB, 'calls'>) => unknown): Promise<string | null> {
  const row = await rows(ctx)
    .clearSelect()
    .select(sql<string | null>`md5(string_agg(id::text || ':' || version, ',' order by id))`.as('head'))
    .where(isLive)
    .where(which as Which)
    .executeTakeFirst();
  return row?.head ?? null;
}
