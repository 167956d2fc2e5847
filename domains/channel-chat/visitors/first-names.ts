import { teammateNames } from '#domains/identity';
import type { ReadCtx } from '#platform/ctx';

/** By what customers know those who serve them: each teammate's first name. */
export async function firstNames(
  ctx: ReadCtx,
  teammateIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const names = await teammateNames(
    ctx,
    teammateIds.flatMap((id) => id ?? []),
  );
  return new Map([...names].map(([id, name]) => [id, name.trim().split(/\s+/u)[0] ?? name]));
}
