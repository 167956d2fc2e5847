import { readFileSync } from 'node:fs';
import type { World } from '../support/world.ts';
import type { Workspace } from '../support/workspace.ts';

const record = readFileSync(new URL('../../docs/decisions/0014-six-stories.sql', import.meta.url), 'utf8');

/** The queries of the decision record, by name: what is written there is what is run. */
const queries = new Map(
  record
    .split(/\n(?=-- [\w-]+: \$)/)
    .slice(1)
    .map((text) => [/^-- ([\w-]+)/.exec(text)?.[1] ?? '', text]),
);

/** Names of all questions the record answers. */
export const questions: readonly string[] = [...queries.keys()];

const asked = new Set<string>();

/** Asks one question of the record. */
export async function ask(
  world: World,
  workspace: Workspace,
  name: string,
  ...values: readonly unknown[]
): Promise<readonly Record<string, unknown>[]> {
  const sql = queries.get(name);
  if (!sql) throw new Error(`The record of the six stories has no query "${name}".`);
  asked.add(name);
  return (await world.database.pool.query(sql, [workspace.id, ...values])).rows as Record<string, unknown>[];
}

/** The timeline by pages of two, oldest first. */
export async function wholeTimeline(
  world: World,
  workspace: Workspace,
  conversationId: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  let last: readonly [unknown, unknown] = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  for (let page = 0; page < 10; page += 1) {
    const rows = await ask(world, workspace, 'timeline', conversationId, ...last, 2);
    found.push(...rows.map(({ kind, channel }) => `${String(kind)} ${String(channel)}`));
    const end = rows.at(-1);
    if (!end) break;
    last = [end['occurred_at'], end['id']];
  }
  return found.reverse();
}

/** Questions that no story asked. */
export function unasked(): readonly string[] {
  return questions.filter((name) => !asked.has(name));
}

/** What moves with a conversation, and what must be there again when it comes back. */
const spine = [
  'threads',
  'entries',
  'contacts',
  'handling_intervals',
  'deliveries',
  'participants',
  'promises',
  'conversation_tags',
  'clocks',
] as const;

/** Every row of these conversations, byte for byte, but for what counts changes. */
export async function rowsOf(
  world: World,
  workspace: Workspace,
  conversationIds: readonly string[],
): Promise<Record<string, readonly string[]>> {
  const { pool } = world.database;
  const rows: Record<string, readonly string[]> = {};
  for (const table of spine) {
    const found = await pool.query(
      `select to_jsonb(t)::text as row from ${table} t where workspace_id = $1 and conversation_id = any($2) order by 1`,
      [workspace.id, conversationIds],
    );
    rows[table] = found.rows.map(({ row }: { row: string }) => row);
  }
  const found = await pool.query(
    `select (to_jsonb(c) - 'version' - 'changed_at' - 'last_entry_version')::text as row from conversations c where workspace_id = $1 and id = any($2) order by 1`,
    [workspace.id, conversationIds],
  );
  return { ...rows, conversations: found.rows.map(({ row }: { row: string }) => row) };
}
