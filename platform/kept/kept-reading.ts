import type { Ctx, ReadCtx } from '#platform/ctx';
import { builtOnce, type DB, watchWrites, writesSoFar } from '#platform/database';
import { frozen } from './frozen.ts';
import { findKept, keep } from './kept-values.ts';

/** All that a kept reading is told: no actor, so that what is kept is the same for everybody. */
export type Source = Pick<ReadCtx, 'db' | 'workspaceId'>;

const known = new Map<string, readonly string[]>();

/** Every table that something kept is read from. */
export function keptTables(): ReadonlySet<string> {
  return new Set([...known.values()].flat());
}

/**
 * A reading of configuration that is asked for by every message: kept in this process while the workspace's mark stays as
 * it is. It reads from `tables` alone, each with the triggers that renew the mark.
 */
export function keptReading<Args extends readonly string[], Value>(
  name: string,
  tables: readonly (keyof DB & string)[],
  read: (from: Source, ...args: Args) => Promise<Value>,
): (ctx: ReadCtx | Ctx, ...args: Args) => Promise<Value> {
  if (known.has(name)) throw new Error(`Two kept readings are called "${name}".`);
  known.set(name, tables);
  watchWrites(tables);
  return async (ctx, ...args) => {
    const key = [name, ...args].join(' ');
    const asked = await (rememberedMark(ctx) ?? askMark(ctx));
    const kept = findKept(ctx.workspaceId, asked, key);
    if (kept) return kept.value as Value;
    const writes = writesSoFar();
    const { mark, value } = await readAnew(ctx, asked, () =>
      read({ db: ctx.db, workspaceId: ctx.workspaceId }, ...args),
    );
    // a write that this transaction asked beside the reading may be in the value and not in the mark
    if (writes === writesSoFar()) keep(ctx.workspaceId, mark, key, value);
    return value;
  };
}

/**
 * A value with the mark that was asked right before it. Each statement sees at least what the one before it saw (READ
 * COMMITTED), so a value is never older than its mark: a change that it lacks is committed after the mark was asked, and
 * brings another one. What this transaction changed itself stands under a mark that nobody else sees before its commit,
 * and nobody ever after its rollback; so the mark is asked again here, right before the reading and in one packet with it.
 */
async function readAnew<Value>(
  ctx: ReadCtx | Ctx,
  asked: string | null,
  read: () => Promise<Value>,
): Promise<{ mark: string | null; value: Value }> {
  // outside of a transaction two that are asked in one moment go by two connections, in any order
  if (!('memo' in ctx)) return { mark: asked, value: frozen(await read()) };
  const [mark, value] = await Promise.all([askMark(ctx), read()]);
  return { mark, value: frozen(value) };
}

interface Remembered {
  readonly mark: Promise<string | null>;
  readonly writes: number;
}

const memoKey = 'kept.mark';

/** The mark that this transaction asked before, unless something may have changed the configuration since: its own writes, too. */
function rememberedMark(ctx: ReadCtx | Ctx): Promise<string | null> | null {
  const remembered = 'memo' in ctx ? (ctx.memo.get(memoKey) as Remembered | undefined) : undefined;
  return remembered?.writes === writesSoFar() ? remembered.mark : null;
}

const markRow = builtOnce((db, given: { workspaceId: string }) =>
  db.selectFrom('configuration_marks').select('mark').where('workspace_id', '=', given.workspaceId),
);

/** Asked in the moment it is called, so that it goes with whatever else is asked in that moment. */
function askMark(ctx: ReadCtx | Ctx): Promise<string | null> {
  const writes = writesSoFar();
  const mark = markRow(ctx.db, { workspaceId: ctx.workspaceId }).then(([row]) => row?.mark ?? null);
  if ('memo' in ctx) ctx.memo.set(memoKey, { mark, writes } satisfies Remembered);
  return mark;
}
