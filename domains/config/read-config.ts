import type { ReplyOf } from '#platform/contract';
import type { ReadCtx } from '#platform/ctx';
import type { ConfigPart } from '#platform/domain';
import { scopeOf } from '#platform/policy';
import type { ConfigFile, readConfig as route } from './contract.ts';
import { readNames } from './names.ts';

/** The set-up as far as the actor may change it, in the form of a file. */
export async function readConfig(ctx: ReadCtx): Promise<ReplyOf<typeof route>> {
  const parts = partsFor(ctx);
  const names = await readNames(ctx);
  const config: ConfigFile = {};
  for (const part of parts) {
    const things = names.toNames(await part.read(ctx)) as ConfigFile[string];
    if (things.length > 0) config[part.name] = things;
  }
  return { parts: parts.map(({ name, says }) => ({ name, says })), config };
}

/** The parts the actor may change, in the order in which they are applied. */
export function partsFor(ctx: ReadCtx): readonly ConfigPart[] {
  const mine = [...ctx.house.configParts.values()].filter(({ permission }) => scopeOf(ctx.actor, permission) !== null);
  return [...mine.filter(({ isLast }) => !isLast), ...mine.filter(({ isLast }) => isLast)];
}
