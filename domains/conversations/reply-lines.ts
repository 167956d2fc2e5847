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
  /** Whether anything but words goes along. */
  readonly takesFiles: boolean;
  readonly identityKind: 'address' | 'phone' | 'handle';
  /** Whether an address of a participant is one that this channel can reach. */
  reaches(address: string): boolean;
}

/** Identity kinds by the form of an address: what a channel's `identityKind` can reach. */
const forms: Readonly<Record<string, RegExp>> = {
  address: /^[^\s@]+@[^\s@]+$/,
  phone: /^\+?[\d\s()-]{4,}$/,
};

/** A mail address or a number with its country is nobody's name in a chat, where the same person wrote by those as well. */
function isHandle(address: string): boolean {
  return !address.includes('@') && !address.startsWith('+');
}

/** The open lines of the conversation's brand whose channel can carry a reply: the one its newest words came by first. */
export async function replyLines(
  ctx: ReadCtx,
  conversation: Conversation,
  lastUsed: readonly string[],
): Promise<readonly ReplyLine[]> {
  const used = { lineIds: lastUsed, lastChannel: conversation.last_channel };
  return usableOf(ctx, await linesOfBrand(ctx, conversation.brand_id), used);
}

/** The same of lines that are known already. */
export function usableOf(
  ctx: ReadCtx,
  lines: Awaited<ReturnType<typeof linesOfBrand>>,
  used: {
    /** Those it ran on, the one that was opened last first. */
    readonly lineIds: readonly string[];
    /** By which the newest words came or went. */
    readonly lastChannel: string | null;
  },
): readonly ReplyLine[] {
  const rank = new Map(used.lineIds.map((lineId, position) => [lineId, position]));
  const rankOf = ({ id, channel }: ReplyLine): number => {
    const place = rank.get(id);
    if (place === undefined) return Number.MAX_SAFE_INTEGER;
    return channel === used.lastChannel ? place - used.lineIds.length : place;
  };
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
          takesFiles: channel.attachmentLimitBytes > 0,
          identityKind: channel.identityKind as ReplyLine['identityKind'],
          reaches: (address) => (form === undefined ? isHandle(address) : form.test(address)),
        },
      ];
    })
    .sort((a, b) => rankOf(a) - rankOf(b) || a.name.localeCompare(b.name));
}
