import type { EntryView } from './views.ts';

/** What the spine draws: a rule with a date or a gap, a run of chat lines under one node, or one entry. */
export type SpineBlock =
  | { readonly kind: 'start'; readonly key: string; readonly at: string }
  | { readonly kind: 'gap'; readonly key: string; readonly days: number }
  | { readonly kind: 'chat'; readonly key: string; readonly entries: readonly EntryView[] }
  | { readonly kind: 'one'; readonly key: string; readonly entry: EntryView };

const dayMs = 86_400_000;
/** A silence this long is said across the spine. */
const longGapDays = 3;
/** Chat lines further apart than this stand under nodes of their own. */
const chatRunMs = 60 * 60_000;

/** Groups entries, oldest first; `isWhole` when the first of them is the conversation's first. */
export function groupEntries(entries: readonly EntryView[], isWhole: boolean): readonly SpineBlock[] {
  const blocks: SpineBlock[] = [];
  let before: EntryView | undefined;
  for (const entry of entries) {
    if (before === undefined && isWhole) blocks.push({ kind: 'start', key: 'start', at: entry.occurredAt });
    const pauseMs = before === undefined ? 0 : Date.parse(entry.occurredAt) - Date.parse(before.occurredAt);
    const days = Math.floor(pauseMs / dayMs);
    if (days >= longGapDays) blocks.push({ kind: 'gap', key: `gap-${entry.id}`, days });
    const last = blocks.at(-1);
    const isChat = isChatLine(entry);
    if (isChat && last?.kind === 'chat' && pauseMs < chatRunMs) {
      blocks[blocks.length - 1] = { ...last, entries: [...last.entries, entry] };
    } else if (isChat) {
      blocks.push({ kind: 'chat', key: entry.id, entries: [entry] });
    } else {
      blocks.push({ kind: 'one', key: entry.id, entry });
    }
    before = entry;
  }
  return blocks;
}

function isChatLine(entry: EntryView): boolean {
  return (entry.kind === 'in' || entry.kind === 'out') && (entry.channel === 'chat' || entry.channel === 'social');
}
