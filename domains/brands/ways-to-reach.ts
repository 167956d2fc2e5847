import type { ReadCtx } from '#platform/ctx';
import type { Channel } from '#platform/domain';
import { type Line, linesOfBrand } from './queries.ts';

/** One way a customer can reach a brand. */
export interface Way {
  readonly lineId: string;
  /** What people call the channel, and its icon. */
  readonly title: string;
  readonly icon: string;
  /** As people read it; empty where there is only a place to go. */
  readonly address: string;
  /** What a click does; null where the address can only be read. */
  readonly href: string | null;
  /** Both are there at once: only worth trying while somebody is. */
  readonly isLive: boolean;
}

/** The open lines of a brand that really reach somebody: none that is off, and none that is only a simulation. */
export async function waysToReach(ctx: ReadCtx, brandId: string): Promise<readonly Way[]> {
  const lines = await linesOfBrand(ctx, brandId);
  const ways: Way[] = [];
  for (const [kind, channel] of ctx.house.channels) {
    const ofChannel = lines.filter((line) => line.channel === kind);
    if (ofChannel.length === 0) continue;
    const states = await channel.lineStates?.(
      ctx,
      ofChannel.map(({ id }) => id),
    );
    for (const line of ofChannel) {
      const state = states?.get(line.id);
      if (state?.state !== 'off' && state?.forCustomers !== false) ways.push(wayOf(channel, line));
    }
  }
  return ways;
}

const schemes: Readonly<Record<string, (address: string) => string>> = {
  address: (address) => `mailto:${encodeURIComponent(address).replace('%40', '@')}`,
  phone: (address) => `tel:${address.replace(/[^\d+]/g, '')}`,
};

function wayOf(channel: Channel, line: Line): Way {
  const { title, icon, live, identityKind } = channel;
  return {
    lineId: line.id,
    title,
    icon,
    // a key that leads somewhere is nothing to read
    address: channel.hrefOf ? '' : line.address,
    href: channel.hrefOf?.(line.address) ?? schemes[identityKind]?.(line.address) ?? null,
    isLive: live,
  };
}
