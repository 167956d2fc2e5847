import type { Ctx } from '#platform/ctx';
import { problem } from '#platform/problem';
import type { Conversation } from '../load.ts';
import { linkedTo } from './list-links.ts';

const openParts = problem(
  'conversations/open-parts',
  409,
  'Parts of this conversation are still open',
  'Close them first, or close it all the same.',
);

/** Most parts named in a refusal. */
const namedLimit = 20;

/**
 * A whole is not closed before its parts, unless whoever closes says so. Parts they may not see are none of theirs: what is
 * not there for somebody can also not stop them.
 */
export async function refuseOpenParts(ctx: Ctx, whole: Conversation): Promise<void> {
  const open = (await linkedTo(ctx, whole.id, 'has-part')).filter((part) => part.closed_at === null);
  if (open.length === 0) return;
  throw openParts({
    detail: `Still open: ${open
      .slice(0, namedLimit)
      .map((part) => `#${part.number}`)
      .join(', ')}.`,
    more: { parts: open.slice(0, namedLimit).map(({ id, number, subject }) => ({ id, number, subject })) },
  });
}
