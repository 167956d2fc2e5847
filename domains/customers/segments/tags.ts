import { sql } from 'kysely';
import type { ReadCtx } from '#platform/ctx';
import { visible } from '../policy.ts';

/** Most tags that are offered, and most customers they are read from. */
const tagLimit = 200;
const lookLimit = 5_000;

/** The tags of the customers the actor sees, as far as they are met among the last that have some. */
export async function tagsInUse(ctx: ReadCtx): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select distinct unnest(tags) as tag from (
      select tags from customers where workspace_id = ${ctx.workspaceId} and ${visible(ctx.actor)}
        and tags <> '{}' and merged_into_id is null and erased_at is null
      order by id desc limit ${lookLimit}) as tagged
    order by tag limit ${tagLimit}`.execute(ctx.db);
  return rows.map(({ tag }) => tag);
}
