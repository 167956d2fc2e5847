import type { Config } from '#platform/config';
import type { ReadCtx } from '#platform/ctx';
import type { Channel, LineState } from '#platform/domain';
import type { Actor } from '#platform/policy';
import { notFound } from '#platform/problem';
import type { BrandView, LineView } from './contract.ts';
import { secretNames } from './line-secrets.ts';
import { can } from './policy.ts';
import { type Brand, type Line, lineById } from './queries.ts';

/** A brand as those who serve it see it. */
export function brandView(actor: Actor, brand: Brand): BrandView {
  const { archivedAt, ...rest } = brand;
  const mayArchive = !brand.isFirst && can.archiveBrand(actor, brand.id);
  return {
    ...rest,
    archivedAt: archivedAt?.toISOString() ?? null,
    can: [
      ...(can.configureBrand(actor, brand.id) ? ['configure'] : []),
      ...(mayArchive ? [archivedAt ? 'restore' : 'archive'] : []),
    ],
  } as BrandView;
}

/** One line as the actor may see it; 404 where they may not. */
export async function lineView(ctx: ReadCtx, id: string, config?: Config): Promise<LineView> {
  const line = await lineById(ctx, id);
  if (!can.readLine(ctx.actor, line.brandId)) throw notFound();
  const [view] = await lineViews(ctx, [line], config);
  if (!view) throw notFound();
  return view;
}

/** Lines with their state in the words of their channels. The caller has asked who may see them. */
export async function lineViews(ctx: ReadCtx, lines: readonly Line[], config?: Config): Promise<LineView[]> {
  const [states, names] = await Promise.all([
    statesOf(ctx, lines, config),
    secretNames(
      ctx,
      lines.map(({ id }) => id),
    ),
  ]);
  return lines.map((line) => {
    const channel = ctx.house.channels.get(line.channel);
    const configure = can.configureLine(ctx.actor, line.brandId);
    const state = line.closedAt ? closed : (states.get(line.id) ?? silent);
    return {
      id: line.id,
      brandId: line.brandId,
      channel: line.channel,
      channelTitle: channel?.title ?? line.channel,
      name: line.name,
      address: line.address,
      casePolicy: line.casePolicy,
      caseWindowHours: line.caseWindowHours,
      queueId: line.queueId,
      settings: configure ? { ...line.settings } : null,
      secretNames: [...(names.get(line.id) ?? [])],
      state: { state: state.state, says: state.says, lastMessageAt: state.lastMessageAt?.toISOString() ?? null },
      closedAt: line.closedAt?.toISOString() ?? null,
      can: [
        ...(configure ? ['configure'] : []),
        ...(line.closedAt === null && canStart(channel) && can.startOn(ctx.actor, line.brandId) ? ['start'] : []),
      ],
    } as LineView;
  });
}

/** Where both are there at once, nobody is there yet to whom one could write first. */
const canStart = (channel: Channel | undefined): boolean => channel !== undefined && channel.reply && !channel.live;

const closed: LineState = { state: 'off', says: 'Closed' };
/** A channel that says nothing of its lines has nothing that could break. */
const silent: LineState = { state: 'good', says: 'Works' };

async function statesOf(
  ctx: ReadCtx,
  lines: readonly Line[],
  config?: Config,
): Promise<ReadonlyMap<string, LineState>> {
  const states = new Map<string, LineState>();
  for (const channel of ctx.house.channels.values()) {
    const ids = lines.filter((line) => line.channel === channel.kind).map(({ id }) => id);
    if (ids.length === 0 || !channel.lineStates) continue;
    for (const [id, state] of await channel.lineStates(ctx, ids, config)) states.set(id, state);
  }
  return states;
}
