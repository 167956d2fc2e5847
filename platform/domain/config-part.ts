import type * as z from 'zod';
import type { Ctx, ReadCtx } from '#platform/ctx';

/**
 * One kind of set-up that can be written to a file and applied from it: names stand in place of ids, so that what was
 * tried in one workspace fits another. Secrets are never in it.
 */
export interface ConfigPart<Item = unknown> {
  /** Its heading in the file: `queues`. Parts are applied in the order of the domains, so what is named is there. */
  readonly name: string;
  readonly says: string;
  /** Who lacks it neither sees the part nor changes it. */
  readonly permission: string;
  readonly item: z.ZodType<Item>;
  /** The tables it keeps; a test finds set-up that no file can hold. */
  readonly tables: readonly string[];
  /** It names things of domains that stand after its own: it is applied when all of them are there. */
  readonly isLast?: boolean;
  /** What one thing is known by within its part. */
  keyOf(item: Item): string;
  /**
   * For parts of which a workspace begins with one: the place in which there is one standard thing (a category, a brand).
   * Items say `isStandard: true` of it; renamed, or named in another language, it is still the standard one here, and
   * `write` renames it. Left out of an item it means nothing: then the name counts.
   */
  standardOf?(item: Item): string;
  /** Everything that is set up now and the actor may change, in the form of the file. */
  read(ctx: ReadCtx): Promise<readonly Item[]>;
  /** Makes it, or changes what is there to be so; the policy is asked as by hand. A refusal says what is wrong. */
  write(ctx: Ctx, item: Item, before: Item | undefined): Promise<void>;
  /** Things that wait for what no file holds (a password, a key), by their keys, each with what to type in where. */
  waiting?(ctx: ReadCtx): Promise<readonly { readonly key: string; readonly says: string }[]>;
}

/**
 * What a thing is called where another one names it. Anywhere in an item an id of such a thing is written to the file as
 * `=queues/Returns`, and read back as the id that it has here: a part need not know what its filters and acts name.
 */
export interface ConfigNames {
  /** The heading before the name: `queues`. */
  readonly of: string;
  read(ctx: ReadCtx): Promise<readonly { readonly id: string; readonly name: string }[]>;
}

/** Says a part in its own types, and hands it to the house without them. */
export function configPart<Item>(part: ConfigPart<Item>): ConfigPart {
  return part as unknown as ConfigPart;
}
