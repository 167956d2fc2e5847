import pg from 'pg';
import { planAfresh, planOnce } from '#platform/database';
import type { Statement } from './watch-statements.ts';

/** One statement with the plan PostgreSQL uses for it once it is prepared, as our servers prepare theirs. */
export interface Plan {
  readonly sql: string;
  readonly ms: number;
  readonly lines: readonly string[];
}

/** From the sixth time on PostgreSQL may keep a generic plan: the plan that matters is the one after that. */
const runs = 7;

/** Explains statements with the values they ran with; whatever they change is rolled back. */
export async function explain(url: string, statements: readonly Statement[]): Promise<readonly Plan[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const plans: Plan[] = [];
  try {
    for (const { text, values } of statements.filter(({ text: sql }) =>
      /^\s*(\/\*[^*]*\*\/\s*)?(?!select set_config)(select|insert|update|delete|with)/i.test(sql),
    )) {
      plans.push(await explainOne(client, text, values));
    }
  } finally {
    await client.end();
  }
  return plans;
}

async function explainOne(client: pg.Client, text: string, values: readonly unknown[]): Promise<Plan> {
  await client.query('begin');
  try {
    // what asks to be planned afresh (search, views) never gets a generic plan
    if (text.includes(planAfresh)) await client.query('set local plan_cache_mode = force_custom_plan');
    if (text.includes(planOnce)) await client.query('set local plan_cache_mode = force_generic_plan');
    await client.query(`prepare explained as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    let lines: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      await client.query('savepoint before_it');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain (analyze, buffers) execute explained${given}`,
      );
      lines = rows.map((row) => row['QUERY PLAN']);
      await client.query('rollback to savepoint before_it');
    }
    const ms = Number(/Execution Time: ([\d.]+)/.exec(lines.at(-1) ?? '')?.[1] ?? 0);
    return { sql: text, ms, lines };
  } catch (error) {
    return { sql: text, ms: 0, lines: [`It could not be explained: ${(error as Error).message}`] };
  } finally {
    await client.query('rollback');
    await client.query('deallocate all');
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`;
  if (Array.isArray(value)) {
    const parts = value.map((part) =>
      part === null ? 'NULL' : `"${String(part).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`,
    );
    return pg.escapeLiteral(`{${parts.join(',')}}`);
  }
  return pg.escapeLiteral(typeof value === 'object' ? JSON.stringify(value) : String(value));
}
