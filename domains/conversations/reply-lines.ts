import type { ReadCtx } from '#platform/ctx';
import { linesOfBrand } from '#domains/brands';
import type { Conversation } from './load.ts';

/** A line that a reply can be written on. */
export interface ReplyLine {
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly address: string;
  readonly undoWindowSeconds: number;
  readonly copies: boolean;
  readonly formatted: boolean;
  readonly identityKind: 'address' | 'phone' | 'handle';
  /** Whether an address of a participant is one that this channel can reach. */
  reaches(address: string): boolean;
}

/** Identity kinds by the form of an address: what a channel's `identityKind` can reach. */
const forms: Readonly<Record<string, RegExp>> = {
  address: /^[^\s@]+@[^\s@]+$/,
  phone: /^\+?[\d\s()-]{4,}$/,
};

/** The open lines of the conversation's brand whose channel can carry a reply, the one used last first. */
export async function replyLines(
  ctx: ReadCtx,
  conversation: Conversation,
  lastUsed: readonly string[],
): Promise<readonly ReplyLine[]> {
  return usableOf(ctx, await linesOfBrand(ctx, conversation.brand_id), lastUsed);
}

/** The same of lines that are known already. */
export function usableOf(
  ctx: ReadCtx,
  lines: Awaited<ReturnType<typeof linesOfBrand>>,
  lastUsed: readonly string[],
): readonly ReplyLine[] {
  const rank = new Map(lastUsed.map((lineId, position) => [lineId, position]));
  const rankOf = (id: string): number => rank.get(id) ?? Number.MAX_SAFE_INTEGER;
  return lines
    .flatMap((line): ReplyLine[] => {
      const channel = ctx.house.channels.get(line.channel);
      if (!channel?.reply) return [];
      const form = forms[channel.identityKind];
      // who has no address that could be written down is reached only where they were: a chat nobody began goes nowhere
      if (form === undefined && !rank.has(line.id)) return [];
      return [
        {
          id: line.id,
          name: line.name,
          channel: line.channel,
          address: line.address,
          undoWindowSeconds: channel.undoWindowSeconds,
          copies: channel.copies,
          formatted: channel.html,
          identityKind: channel.identityKind as ReplyLine['identityKind'],
          reaches: (address) => form === undefined || form.test(address),
        },
      ];
    })
    .sort((a, b) => rankOf(a.id) - rankOf(b.id) || a.name.localeCompare(b.name));
}
