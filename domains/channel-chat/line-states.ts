import { sql } from 'kysely';
import { linesOfChannel } from '#domains/brands';
import type { ReadCtx } from '#platform/ctx';
import type { LineState } from '#platform/domain';
import { ChatLineSettings, channelKind } from './contract.ts';

/** How open lines of chat are: pretend customers alone, ready for its website, or used there. */
export async function lineStates(ctx: ReadCtx, lineIds: readonly string[]): Promise<ReadonlyMap<string, LineState>> {
  const [open, heard] = await Promise.all([linesOfChannel(ctx, channelKind), lastHeard(ctx, lineIds)]);
  const asked = open.filter(({ id }) => lineIds.includes(id));
  return new Map(asked.map(({ id, settings }) => [id, stateOf(ChatLineSettings.parse(settings), heard.get(id))]));
}

function stateOf({ simulated }: ChatLineSettings, lastMessageAt: Date | undefined): LineState {
  if (simulated) return { state: 'good', says: 'Simulated: no website is behind it yet', forCustomers: false };
  return lastMessageAt === undefined
    ? { state: 'warning', says: 'Ready: put its line of HTML into your website', forCustomers: true }
    : { state: 'good', says: 'Works', lastMessageAt, forCustomers: true };
}

/** When somebody was last there on each line that anybody wrote on. */
async function lastHeard(ctx: ReadCtx, lineIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (lineIds.length === 0) return new Map();
  const { rows } = await sql<{ line_id: string; here_at: Date }>`
    select asked.line_id, newest.here_at from unnest(${[...lineIds]}::uuid[]) as asked (line_id)
    cross join lateral (select here_at from chat_visitors
      where workspace_id = ${ctx.workspaceId} and line_id = asked.line_id order by here_at desc limit 1) as newest`.execute(
    ctx.db,
  );
  return new Map(rows.map((row) => [row.line_id, row.here_at]));
}
