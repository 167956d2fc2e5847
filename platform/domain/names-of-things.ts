import type { ReadCtx } from '#platform/ctx';
import type { ConfigNames } from './config-part.ts';

/** What a thing is called: under which heading, and by which name. */
export interface NamedThing {
  readonly of: string;
  readonly id: string;
  readonly name: string;
}

/** What all things are called that can be named where another one means them, as far as the actor sees them. */
export async function namesOfThings(
  ctx: ReadCtx,
  wanted: (names: ConfigNames) => boolean = () => true,
): Promise<readonly NamedThing[]> {
  const named: NamedThing[] = [];
  for (const names of ctx.house.configNames.filter(wanted)) {
    for (const { id, name } of await names.read(ctx)) named.push({ of: names.of, id, name });
  }
  return named;
}
