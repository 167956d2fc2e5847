import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import type { SampleView } from '#domains/sample/contract';
import { aLastingDatabase, ownerOf } from '../support/restarts.ts';
import { until } from '../support/until.ts';

const minuteMs = 60_000;

test(
  'a program killed while it fills the sample shop tells it anew when it starts again: once, whole, and removed whole',
  async () => {
    const { url, start } = await aLastingDatabase();
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    onTestFinished(() => pool.end());
    const killed = await start();
    const owner = await ownerOf(killed);
    await owner.ask(killed, 'POST', '/api/sample', {});
    const sample = (program = killed) => owner.ask<SampleView>(program, 'GET', '/api/sample');
    await until('a good part of the story is told', async () => (await sample()).share >= 30, 3 * minuteMs);
    await killed.kill('SIGKILL');
    const half = await shopIn(pool);
    expect(half).toMatchObject({ state: 'loading', shops: 1 });
    expect(half.conversations).toBeGreaterThan(20);

    const again = await start();
    const ready = async () => ((await sample(again)).state === 'ready' ? sample(again) : null);
    const { holds } = await until('it is filled after all', ready, 5 * minuteMs);
    expect(holds.every(({ count }) => count > 5)).toBe(true);
    // one shop, and nobody in it twice
    const whole = await shopIn(pool);
    expect(whole).toMatchObject({ id: half.id, state: 'ready', shops: 1, twice: 0 });
    expect(whole.conversations).toBeGreaterThan(half.conversations);

    await owner.ask(again, 'DELETE', '/api/sample');
    await until('it is removed', async () => (await sample(again)).state === 'none', 2 * minuteMs);
    expect(await tablesWith(pool, half.id)).toEqual([]);
  },
  12 * minuteMs,
);

interface Shop {
  readonly id: string;
  readonly state: string;
  readonly shops: number;
  readonly conversations: number;
  /** How many of its people are there twice. */
  readonly twice: number;
}

async function shopIn(pool: pg.Pool): Promise<Shop> {
  const { rows } = await pool.query<Shop>(
    `select sample_id as id, state,
       (select count(*)::int from workspaces where sample_of is not null) as shops,
       (select count(*)::int from conversations c where c.workspace_id = sample_id) as conversations,
       (select count(*)::int from (select from teammates t where t.workspace_id = sample_id
          group by t.name having count(*) > 1) as double) as twice
     from samples`,
  );
  const [shop] = rows;
  if (!shop) throw new Error('Nobody asked for a sample shop.');
  return shop;
}

/** Every table that holds a row of this workspace. */
async function tablesWith(pool: pg.Pool, workspaceId: string): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'workspace_id'`,
  );
  const held: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await pool.query(`select from "${name}" where workspace_id = $1 limit 1`, [workspaceId]);
    if (rowCount) held.push(name);
  }
  return held;
}
