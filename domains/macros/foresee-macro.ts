import { loadMany } from '#domains/conversations';
import type { ReadCtx } from '#platform/ctx';
import type { MacroForecast } from './contract.ts';
import { foreseeOne, type LeftWhy, type Seen } from './foresee-one.ts';
import { groundOf, type Ground } from './ground-of.ts';
import { macroById } from './macros.ts';

/** Conversations read at once. */
const pageRows = 500;
/** So many of those left as they are, for one reason, are shown by name. */
const namedLeft = 3;

/**
 * What a macro would do to many, by the policy and the facts of this moment; nothing is done. What is asked grows with the
 * acts and the brands, not with the conversations.
 */
export async function foreseeMacro(
  ctx: ReadCtx,
  ids: readonly string[],
  asked: { readonly macroId: string; readonly anyway: boolean },
): Promise<MacroForecast> {
  const macro = await macroById(ctx, asked.macroId);
  const count = new Count(macro.actions.length);
  let ground: Ground | undefined;
  for (let from = 0; from < ids.length; from += pageRows) {
    const page = ids.slice(from, from + pageRows);
    const found = new Map((await loadMany(ctx, page)).map((one) => [one.id, one]));
    const there = page.flatMap((id) => found.get(id) ?? []);
    ground = await groundOf(ctx, there, macro.actions, ground);
    for (const conversation of there) count.add(conversation, foreseeOne(ctx, conversation, { ...asked, ground }));
  }
  return {
    total: count.total,
    changes: count.changes,
    same: count.same,
    hasWords: macro.text.trim() !== '',
    actions: macro.actions.map((action, at) => ({ action, name: ground?.said[at] ?? '', count: count.acts[at] ?? 0 })),
    left: [...count.left].map(([why, { count: many, first }]) => ({ why, count: many, first })),
    full: [...(ground?.rooms.values() ?? [])].flatMap((hands) => hands.full()),
  };
}

type Left = MacroForecast['left'][number];

/** What became of those looked at so far. */
class Count {
  total = 0;
  changes = 0;
  same = 0;
  readonly acts: number[];
  readonly left = new Map<LeftWhy, { count: number; first: Left['first'] }>();

  constructor(acts: number) {
    this.acts = Array.from({ length: acts }, () => 0);
  }

  add({ id, number, subject }: Left['first'][number], seen: Seen): void {
    this.total += 1;
    if ('why' in seen) {
      const { count = 0, first = [] } = this.left.get(seen.why) ?? {};
      const named = first.length < namedLeft ? [...first, { id, number, subject }] : first;
      this.left.set(seen.why, { count: count + 1, first: named });
    } else if (seen.changed.includes(true)) {
      this.changes += 1;
      for (const [at, isChanged] of seen.changed.entries()) this.acts[at] = (this.acts[at] ?? 0) + (isChanged ? 1 : 0);
    } else this.same += 1;
  }
}
